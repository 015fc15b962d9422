"""Ways into the role."""

from django.contrib import admin

from roles.admin.claims import ClaimAdmin, columns, filters, sections
from roles.models import LearningResource, PathStep, TransitionIndicator


@admin.register(PathStep)
class PathStepAdmin(ClaimAdmin):
    fieldsets = sections("path")
    list_display = columns("path")
    list_filter = filters("path")


@admin.register(TransitionIndicator)
class TransitionIndicatorAdmin(ClaimAdmin):
    fieldsets = sections("path", "theme", "next_step")
    list_display = columns("path", "theme")
    list_filter = filters("path", "theme")


@admin.register(LearningResource)
class LearningResourceAdmin(ClaimAdmin):
    fieldsets = sections(
        "section", "publisher", "cost", "length", "url", "checked_on", "is_promotional"
    )
    list_display = columns("publisher", "cost", "checked_on")
    list_filter = filters("section", "is_promotional")
