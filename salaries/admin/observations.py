"""Observations are looked at here; they change by an import only."""

from collections.abc import Iterable

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from roles.admin.typed import ModelAdmin
from salaries.models import Observation
from salaries.releases.doubts import DOUBTS, LABELS, flagged, flags_of


class DoubtFilter(admin.SimpleListFilter):
    """What the page of the quality of a release counts, and no one column says."""

    title = "doubt"
    parameter_name = "doubt"

    def lookups(self, _request: HttpRequest, _admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        return [(name, str(label)) for name, label in LABELS.items()]

    def queryset(
        self, _request: HttpRequest, queryset: QuerySet[Observation]
    ) -> QuerySet[Observation]:
        keep = DOUBTS.get(self.value() or "")
        return keep(queryset) if keep else queryset


class FlagFilter(admin.SimpleListFilter):
    """A reason for which rows are not used; one row may have several."""

    title = "flag"
    parameter_name = "flag"

    def lookups(self, _request: HttpRequest, _admin: ModelAdmin) -> Iterable[tuple[str, str]]:
        said = Observation.objects.unusable().order_by().values_list("flags", flat=True).distinct()
        flags = sorted({flag for text in said for flag in flags_of(text)})
        return [(flag, flag.replace("_", " ")) for flag in flags]

    def queryset(
        self, _request: HttpRequest, queryset: QuerySet[Observation]
    ) -> QuerySet[Observation]:
        flag = self.value()
        return flagged(queryset, flag) if flag else queryset


@admin.register(Observation)
class ObservationAdmin(ModelAdmin):
    list_display = (
        *("key", "role", "level", "country", "city_raw", "size", "pay", "currency", "pay_kind"),
        *("year", "usable", "is_current", "flags", "source", "release"),
    )
    # What is asked of all rows comes last, when the others have narrowed them.
    list_filter = (
        *("release", "usable", "is_current", "role", "level", "country", "size", "pay_kind"),
        *("currency", "source", FlagFilter, DoubtFilter),
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
