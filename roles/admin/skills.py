"""Skills with what is expected at each level, and tools."""

from django.contrib import admin

from roles.admin.claims import CitationInline, ClaimAdmin, columns, filters, sections
from roles.admin.typed import TabularInline
from roles.models import Skill, SkillExpectation, Tool


class SkillExpectationInline(TabularInline):
    model = SkillExpectation
    autocomplete_fields = ("role",)
    extra = 0


@admin.register(Skill)
class SkillAdmin(ClaimAdmin):
    fieldsets = sections("slug", "group")
    list_display = columns("group")
    list_filter = filters("group", "expectations__role", "expectations__level")
    inlines = (SkillExpectationInline, CitationInline)


@admin.register(Tool)
class ToolAdmin(ClaimAdmin):
    fieldsets = sections("slug", "when_to_use", "when_not", "example", "owner", "stage")
    list_display = columns("stage", "owner")
    list_filter = filters("stage")
