"""What an editor reads again: claims of every kind in one list, each with a page of its own."""

from functools import cache
from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from roles.admin.claims import ReviewFilter
from roles.admin.typed import ModelAdmin
from roles.models import Claim


@cache
def kinds() -> tuple[str, ...]:
    """Return the names under which a claim has what it is besides, one for each kind."""
    return tuple(one.name for one in Claim._meta.related_objects if one.parent_link)


def own(claim: Model) -> Model:
    """Return the claim as what it is, such as a responsibility."""
    found: Model = next(getattr(claim, kind) for kind in kinds() if hasattr(claim, kind))
    return found


@admin.register(Claim)
class EveryClaimAdmin(ModelAdmin):
    """A list only: what is clicked opens on the page of its kind, with its citations."""

    list_display = ("title", "kind", "basis", "review_by")
    list_filter = (ReviewFilter, "basis", "citations__source")
    search_fields = ("title", "text", "key")
    ordering = ("review_by", "key")
    # Deleting is left to the pages of the kinds, which ask here whether a claim may go.
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        return super().get_queryset(request).select_related(*kinds())

    @admin.display(description="kind")
    def kind(self, claim: Model) -> str:
        return str(own(claim)._meta.verbose_name)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kw: Any
    ) -> HttpResponse:
        claim = self.get_object(request, object_id)
        if claim is None:
            return super().change_view(request, object_id, *args, **kw)
        return redirect(f"admin:roles_{own(claim)._meta.model_name}_change", object_id)

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _claim: Model | None = None) -> bool:
        return False
