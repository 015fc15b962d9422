"""Observations are looked at here; they change by an import only."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from roles.admin.typed import ModelAdmin
from salaries.models import Observation


@admin.register(Observation)
class ObservationAdmin(ModelAdmin):
    list_display = (
        *("key", "role", "level", "country", "city_raw", "size", "pay", "currency", "pay_kind"),
        *("year", "usable", "is_current", "flags", "source", "release"),
    )
    list_filter = (
        *("release", "usable", "is_current", "role", "level", "country", "size", "pay_kind"),
        *("currency", "source"),
    )
    list_select_related = ("role", "source", "release")
    search_fields = ("key", "title_raw", "city_raw", "flags")
    show_full_result_count = False

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _row: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _row: Model | None = None) -> bool:
        return False
