"""Rows that belong to a release: they change while it is a draft, and never after."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin
from salaries.models import DataRelease
from salaries.models.releases import StepError


class DraftForm(KeyedForm):
    """Refuses to write into a release that was published, and says so.

    The admin checks and saves in one transaction, so what is a draft here is one when the row
    is written.
    """

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        release = self.cleaned_data.get("release")
        if isinstance(release, DataRelease):
            try:
                release.hold_draft()
            except StepError as error:
                raise ValidationError(str(error)) from error
        return cleaned


class DraftRows(ModelAdmin):
    """The admin of such rows; one of a published release cannot be deleted either."""

    form = DraftForm

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        release = getattr(obj, "release", None)
        is_open = release is None or release.is_open
        return is_open and super().has_delete_permission(request, obj)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.delete_queryset(request, QuerySet(type(obj)).filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        """Delete the rows; nothing where one is of a release that is no draft any more."""
        with transaction.atomic():
            hold_drafts(DataRelease.objects.filter(pk__in=queryset.values("release")))
            super().delete_queryset(request, queryset)


def hold_drafts(releases: QuerySet[DataRelease]) -> None:
    """Hold the releases until the transaction ends; answer 403 where one is no draft."""
    for release in releases.order_by("pk"):
        try:
            release.hold_draft()
        except StepError as error:
            raise PermissionDenied(str(error)) from error
