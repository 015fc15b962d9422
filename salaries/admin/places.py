"""Cities with their other names, exchange rates and purchasing power; none is of a release."""

from django.contrib import admin

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin, TabularInline
from salaries.models import City, CityAlias, ExchangeRate, PurchasingPower


class CityAliasInline(TabularInline):
    form = KeyedForm
    model = CityAlias
    extra = 1


@admin.register(City)
class CityAdmin(ModelAdmin):
    form = KeyedForm
    list_display = ("name", "slug", "country", "area", "latitude", "longitude")
    autocomplete_fields = ("position_source",)
    list_filter = ("country",)
    search_fields = ("name", "slug", "aliases__slug")
    inlines = (CityAliasInline,)


@admin.register(ExchangeRate)
class ExchangeRateAdmin(ModelAdmin):
    form = KeyedForm
    list_display = ("currency", "year", "per_usd", "source")
    list_filter = ("currency", "year", "source")
    list_select_related = ("source",)
    search_fields = ("currency", "year")
    autocomplete_fields = ("source",)


@admin.register(PurchasingPower)
class PurchasingPowerAdmin(ModelAdmin):
    form = KeyedForm
    list_display = ("country", "year", "per_dollar", "source")
    list_filter = ("country", "year", "source")
    list_select_related = ("source",)
    search_fields = ("country", "year")
    autocomplete_fields = ("source",)
