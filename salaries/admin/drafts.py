"""Rows that belong to a release: they change while it is a draft, and never after."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin
from salaries.models import DataRelease
from salaries.models.releases import StepError


class DraftForm(KeyedForm):
    """Refuses to write into a release that was published, and says so."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        release = self.cleaned_data.get("release")
        if isinstance(release, DataRelease):
            try:
                release.refuse_unless_open()
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
