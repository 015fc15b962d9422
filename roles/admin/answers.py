"""Questions, terms, and what the sources disagree about."""

from django.contrib import admin
from django.core.exceptions import ValidationError

from roles.admin.claims import CitationInline, ClaimAdmin, CountedFormSet, columns, sections
from roles.admin.typed import StackedInline
from roles.models import Contradiction, GlossaryTerm, Position, Question


class PositionFormSet(CountedFormSet):
    def clean(self) -> None:
        super().clean()
        if self.will_be_empty():
            raise ValidationError("A contradiction names at least one position, with its source.")


class PositionInline(StackedInline):
    model = Position
    formset = PositionFormSet
    autocomplete_fields = ("source",)
    extra = 1


@admin.register(Contradiction)
class ContradictionAdmin(ClaimAdmin):
    fieldsets = sections("slug", "resolution")
    inlines = (PositionInline, CitationInline)


@admin.register(Question)
class QuestionAdmin(ClaimAdmin):
    fieldsets = sections("slug", "dispute")
    list_display = columns("dispute")
    autocomplete_fields = ("dispute",)
    list_select_related = ("dispute",)


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(ClaimAdmin):
    fieldsets = sections("slug", "aliases")
