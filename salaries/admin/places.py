"""Cities with their other names, and exchange rates; neither belongs to a release."""

from django.contrib import admin

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin, TabularInline
from salaries.models import City, CityAlias, ExchangeRate


class CityAliasInline(TabularInline):
    form = KeyedForm
    model = CityAlias
    extra = 1


@admin.register(City)
class CityAdmin(ModelAdmin):
    form = KeyedForm
    list_display = ("name", "slug", "country", "area")
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
