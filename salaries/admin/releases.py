"""Releases: the steps that a steward takes, and the way to an import."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.timezone import localdate

from roles.admin.keys import KeyedForm
from roles.admin.typed import Fieldsets, ModelAdmin
from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.models.releases import StepError
from salaries.observations.drafts import slug_of_today
from salaries.releases.steps import UNEXPLAINED, delete_draft, publish, start_draft, withdraw

PUBLISHING = "salaries.publish_datarelease"
STARTING = "salaries.import_observations"


def starts_from(release: DataRelease | None) -> str:
    if release is None:
        return "No release is in use yet: the draft holds nothing at first."
    return (
        f"The draft starts from the release in use, {release}: at first it holds the same figures, "
        "ratios and observations."
    )


def held_by(release: DataRelease) -> tuple[str, ...]:
    """Return how much a draft holds, exactly, for those who may delete it."""
    figures = PayFigure.objects.of_release(release).count()
    factors = Factor.objects.of_release(release).count()
    observations = Observation.objects.of_release(release).count()
    return f"Figures: {figures:,}", f"Ratios: {factors:,}", f"Observations: {observations:,}"


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

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Fieldsets:
        """Say above the form for a new draft what it will hold."""
        (name, options), *others = super().get_fieldsets(request, obj)
        if obj is None:
            options = {**options, "description": starts_from(DataRelease.objects.current())}
        return [(name, options), *others]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        own: dict[str, Any] = {"slug": slug_of_today(), "as_of": localdate()}
        return own | super().get_changeform_initial_data(request)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Say why there is no new draft, as where somebody else has started it meanwhile."""
        try:
            return super().add_view(request, form_url, extra_context)
        except StepError as error:
            self.message_user(request, str(error), messages.ERROR)
            return redirect("admin:salaries_datarelease_changelist")

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: Any) -> None:
        """Save the release; a new one is a copy of the release in use, as by the action."""
        if isinstance(obj, DataRelease) and not change:
            obj.pk = start_draft(obj.slug, obj.as_of.isoformat()).pk
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        is_open = not isinstance(obj, DataRelease) or obj.is_open
        return is_open and super().has_delete_permission(request, obj)

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """Count what goes with a draft: Django would list every row, and ask who may delete it."""
        kept = [
            f"{release}, which is {release.status} and stays: links to it keep their answer"
            for release in objs
            if not self.has_delete_permission(request, release)
        ]
        lists = [
            item for release in objs for item in (f"Data release {release}", list(held_by(release)))
        ]
        return lists, {"data releases": len(objs)}, set(), kept

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        self.delete_queryset(request, QuerySet(DataRelease).filter(pk=obj.pk))

    def delete_queryset(self, _request: HttpRequest, queryset: QuerySet[Model]) -> None:
        """Delete the drafts; nothing where one is no draft any more."""
        try:
            with transaction.atomic():
                for release in DataRelease.objects.filter(pk__in=queryset.values("pk")):
                    delete_draft(release)
        except StepError as error:
            raise PermissionDenied(str(error)) from error

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
                if take is publish and not release.notes:
                    self.message_user(request, UNEXPLAINED, messages.WARNING)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("import/", view(importing("upload")), name="import_observations"),
            path("import/confirm/", view(importing("confirm")), name="import_observations_confirm"),
            *super().get_urls(),
        ]


def importing(name: str) -> Callable[[HttpRequest], HttpResponse]:
    """Return a view of the import, which is loaded when it is first asked for: it takes pandas."""

    def view(request: HttpRequest) -> HttpResponse:
        found: Callable[[HttpRequest], HttpResponse] = getattr(
            import_module("salaries.admin.imports"), name
        )
        return found(request)

    return view
