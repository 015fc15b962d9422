"""Where facts and figures come from."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin
from roles.models import Source


@admin.register(Source)
class SourceAdmin(ModelAdmin):
    form = KeyedForm
    list_display = (
        "title",
        "short_name",
        "publisher",
        "kind",
        "published",
        "retrieved",
        "number_of_claims",
    )
    list_filter = ("kind",)
    search_fields = ("title", "short_name", "publisher", "slug")
    ordering = ("position", "slug")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        every = super().get_queryset(request)
        counted: QuerySet[Model] = every.annotate(claims=Count("citations"))
        return counted

    @admin.display(description="claims", ordering="claims")
    def number_of_claims(self, source: Any) -> int:
        return int(source.claims)
