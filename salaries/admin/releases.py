"""Releases: the steps that a steward takes, and the way to an import."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from roles.admin.keys import KeyedForm
from roles.admin.typed import ModelAdmin
from salaries.admin.imports import confirm, upload
from salaries.models import DataRelease
from salaries.models.releases import StepError
from salaries.releases.steps import publish, start_draft, withdraw

PUBLISHING = "salaries.publish_datarelease"
STARTING = "salaries.import_observations"


class ReleaseForm(KeyedForm):
    """Refuses another day for a release that was published while the form was open."""

    def clean(self) -> dict[str, Any] | None:
        """Read the state anew, so that an old one is not written back with the rest."""
        cleaned = super().clean()
        if isinstance(self.instance, DataRelease) and self.instance.pk:
            try:
                self.instance.hold()
                if "as_of" in self.changed_data:
                    self.instance.refuse_unless_open()
            except StepError as error:
                raise ValidationError(str(error)) from error
        return cleaned


@admin.register(DataRelease)
class DataReleaseAdmin(ModelAdmin):
    form = ReleaseForm
    list_display = ("slug", "as_of", "status")
    list_filter = ("status",)
    search_fields = ("slug", "notes")
    actions = ("start", "publish", "withdraw")
    change_list_template = "salaries/releases/admin_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        """Leave out what an import is still writing."""
        unfinished = DataRelease.objects.staged().values("pk")
        return super().get_queryset(request).exclude(pk__in=unfinished)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Give no field for the state, which an action changes, nor for a day that stands."""
        own = [*super().get_readonly_fields(request, obj), "status", "checksum"]
        return own if not isinstance(obj, DataRelease) or obj.is_open else [*own, "as_of"]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        is_open = not isinstance(obj, DataRelease) or obj.is_open
        return is_open and super().has_delete_permission(request, obj)

    def has_start_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(STARTING)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PUBLISHING)

    @admin.action(description="Start a draft from the release in use", permissions=["start"])
    def start(self, request: HttpRequest, _queryset: QuerySet[DataRelease]) -> None:
        try:
            draft = start_draft()
        except StepError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self.message_user(request, f"Draft {draft.slug} is there. Its rows can be changed.")

    @admin.action(description="Publish the selected drafts", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[DataRelease]) -> None:
        self.step(request, queryset, publish)

    @admin.action(description="Withdraw the selected releases", permissions=["publish"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[DataRelease]) -> None:
        self.step(request, queryset, withdraw)

    def step(self, request: HttpRequest, queryset: QuerySet[DataRelease], take: Any) -> None:
        for slug in queryset.order_by("as_of", "slug").values_list("slug", flat=True):
            try:
                release = take(slug)
            except StepError as error:
                self.message_user(request, str(error), messages.ERROR)
            else:
                done = f"Release {slug} is {release.status}; checksum {release.checksum}."
                self.message_user(request, done)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("import/", view(upload), name="import_observations"),
            path("import/confirm/", view(confirm), name="import_observations_confirm"),
            *super().get_urls(),
        ]
