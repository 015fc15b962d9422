"""What tells roles apart: dimensions with a value per role, and notes beside them."""

from django.contrib import admin

from roles.admin.claims import CitationInline, ClaimAdmin, columns, filters, sections
from roles.admin.typed import TabularInline
from roles.models import ComparisonNote, Dimension, DimensionValue


class DimensionValueInline(TabularInline):
    model = DimensionValue
    autocomplete_fields = ("role",)
    extra = 1


@admin.register(Dimension)
class DimensionAdmin(ClaimAdmin):
    list_filter = filters("values__role")
    inlines = (DimensionValueInline, CitationInline)


@admin.register(ComparisonNote)
class ComparisonNoteAdmin(ClaimAdmin):
    fieldsets = sections("nature", "roles")
    list_display = columns("nature")
    list_filter = filters("roles", "nature")
    filter_horizontal = ("roles",)
