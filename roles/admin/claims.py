"""What the page of every kind of claim has: its words, its sources, its filters."""

from datetime import timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from roles.admin.keys import KeyedForm
from roles.admin.typed import Fieldsets, InlineFormSet, Inlines, ModelAdmin, TabularInline
from roles.choices import Basis
from roles.models import Citation, Claim

# An editor plans a month of reading at a time.
SOON = timedelta(days=30)


class CountedFormSet(InlineFormSet):
    """Rows below a claim that know how many of them there will be after saving."""

    def will_be_empty(self) -> bool:
        """Say whether no row is left; rows with errors of their own speak for themselves."""
        filled = [form for form in self.forms if not any(self.errors) and form.cleaned_data]
        kept = [form for form in filled if not form.cleaned_data.get("DELETE")]
        return not kept and not any(self.errors)


class CitationFormSet(CountedFormSet):
    """The sources of one claim, of which there is at least one unless the claim is editorial."""

    def clean(self) -> None:
        super().clean()
        if self.will_be_empty() and needs_source(self.instance):
            raise ValidationError(
                "A claim names at least one source. Add a citation, or choose "
                f"“{Basis.EDITORIAL.label}” as its basis."
            )


def needs_source(claim: Model) -> bool:
    """Say whether the claim rests on a source; an unknown basis is the form's own error."""
    bases = [basis for basis in Basis if isinstance(claim, Claim) and claim.basis == basis]
    return any(basis.needs_source for basis in bases)


class CitationInline(TabularInline):
    model = Citation
    formset = CitationFormSet
    autocomplete_fields = ("source",)
    extra = 1


class ReviewFilter(admin.SimpleListFilter):
    """What an editor should read again."""

    title = "review"
    parameter_name = "review"

    def lookups(self, *_: object) -> tuple[tuple[str, str], ...]:
        return (("overdue", "Overdue"), ("soon", "Within 30 days"), ("later", "Later"))

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Model]) -> QuerySet[Model]:
        today = timezone.localdate()
        match self.value():
            case "overdue":
                return queryset.filter(review_by__lt=today)
            case "soon":
                return queryset.filter(review_by__range=(today, today + SOON))
            case "later":
                return queryset.filter(review_by__gt=today + SOON)
        return queryset


def columns(*own: str) -> tuple[str, ...]:
    """Return the columns of a list, with those of one kind of claim after the title."""
    return ("title", *own, "number_of_sources", "basis", "review_by")


def filters(*own: str) -> tuple[str | type[admin.ListFilter], ...]:
    return (*own, "basis", ReviewFilter, "citations__source")


def sections(*own: str) -> Fieldsets:
    """Return the parts of a form, with the fields of one kind of claim below its words."""
    filing = ("basis", "review_by", "position", "key", "inventory_ids")
    return ((None, {"fields": ("title", "text", *own)}), ("Basis and place", {"fields": filing}))


class ClaimAdmin(ModelAdmin):
    """A claim and its citations on one screen."""

    form = KeyedForm
    list_display = columns()
    list_filter = filters()
    fieldsets = sections()
    inlines: ClassVar[Inlines] = (CitationInline,)
    search_fields = ("title", "text", "key")
    ordering = ("position", "key")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        every = super().get_queryset(request)
        counted: QuerySet[Model] = every.annotate(sources=Count("citations", distinct=True))
        return counted

    @admin.display(description="sources", ordering="sources")
    def number_of_sources(self, claim: Any) -> int:
        return int(claim.sources)


class RoleClaimAdmin(ClaimAdmin):
    """A claim about one role."""

    autocomplete_fields = ("role",)
    list_select_related = ("role",)
