"""Rows that belong to a release: they change while it is a draft, and never after."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

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
    """The admin of such rows; one of a published release cannot be deleted either.

    It is opened for reading. To a page that was opened before, the form says why it is refused.
    """

    form = DraftForm

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        is_sent = request.method == "POST"
        return (is_sent or is_open(obj)) and super().has_change_permission(request, obj)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context.get("original")
        if request.method != "POST" and not is_open(row):
            try:
                row.release.refuse_unless_open()
            except StepError as error:
                self.message_user(request, str(error), messages.WARNING)
        return super().render_change_form(request, context, *args, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return is_open(obj) and super().has_delete_permission(request, obj)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.delete_queryset(request, QuerySet(type(obj)).filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Model]) -> None:
        """Delete the rows; nothing where one is of a release that is no draft any more."""
        with transaction.atomic():
            hold_drafts(DataRelease.objects.filter(pk__in=queryset.values("release")))
            super().delete_queryset(request, queryset)


def is_open(row: Model | None) -> bool:
    release = getattr(row, "release", None)
    return release is None or bool(release.is_open)


def hold_drafts(releases: QuerySet[DataRelease]) -> None:
    """Hold the releases until the transaction ends; answer 403 where one is no draft."""
    for release in releases.order_by("pk"):
        try:
            release.hold_draft()
        except StepError as error:
            raise PermissionDenied(str(error)) from error
