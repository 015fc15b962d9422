"""The fit helper: questions with their answers, and the claim that each rests on."""

from django.contrib import admin

from roles.admin.claims import CitationInline, ClaimAdmin, columns, sections
from roles.admin.keys import KeyedForm
from roles.admin.typed import StackedInline
from roles.models import FitAnswer, FitQuestion


class FitAnswerInline(StackedInline):
    model = FitAnswer
    form = KeyedForm
    extra = 0


@admin.register(FitQuestion)
class FitQuestionAdmin(ClaimAdmin):
    fieldsets = sections("ground")
    list_display = columns("ground")
    list_select_related = ("ground",)
    raw_id_fields = ("ground",)
    inlines = (FitAnswerInline, CitationInline)
