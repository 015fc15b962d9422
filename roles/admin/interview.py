"""Interview questions, each with the skill and the level that it tests."""

from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey, Model
from django.forms import ModelChoiceField
from django.http import HttpRequest

from roles.admin.claims import ClaimAdmin, columns, filters, sections
from roles.models import InterviewQuestion, SkillExpectation


@admin.register(InterviewQuestion)
class InterviewQuestionAdmin(ClaimAdmin):
    fieldsets = sections("good_answer", "expectation")
    list_display = columns("expectation")
    list_filter = filters("expectation__level", "expectation__skill__group")
    list_select_related = ("expectation__skill", "expectation__role")

    def formfield_for_foreignkey(
        self, db_field: "ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> "ModelChoiceField[Model] | None":
        """Fetch the choices with what their names are made of, in one query."""
        if db_field.name == "expectation":
            kwargs["queryset"] = SkillExpectation.objects.select_related("skill", "role")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
