"""Dated states of the data, and the steps that each takes once."""

from typing import Self

from django.db import models
from django.db.models import Q

from roles.rules import rule
from salaries.choices import ReleaseStatus

OPEN = tuple(status.value for status in ReleaseStatus if status.is_open)
# What visitors may know of: a release keeps its page when it is withdrawn.
SHOWN = (ReleaseStatus.PUBLISHED, ReleaseStatus.WITHDRAWN)


class StepError(Exception):
    """A step that a release cannot take, or a change that its state forbids."""


class DataReleaseQuerySet(models.QuerySet["DataRelease"]):
    def published(self) -> Self:
        return self.filter(status=ReleaseStatus.PUBLISHED)

    def drafts(self) -> Self:
        return self.filter(status=ReleaseStatus.DRAFT)

    def staged(self) -> Self:
        """Keep what an import has not finished, or has replaced."""
        return self.filter(status=ReleaseStatus.STAGING)

    def finished(self) -> Self:
        """Leave out what an import is still writing."""
        return self.exclude(status=ReleaseStatus.STAGING)

    def withdrawn(self) -> Self:
        return self.filter(status=ReleaseStatus.WITHDRAWN)

    def shown(self) -> Self:
        return self.filter(status__in=SHOWN)

    def newest_first(self) -> Self:
        return self.order_by("-as_of", "-slug")

    def current(self) -> "DataRelease | None":
        """Return the published release that visitors see, or None before the first."""
        return self.published().newest_first().first()


class DataReleaseManager(models.Manager["DataRelease"]):
    def get_by_natural_key(self, slug: str) -> "DataRelease":
        return self.get(slug=slug)


class DataRelease(models.Model):
    """The figures, factors and observations as they stood on one day."""

    slug = models.SlugField(max_length=20, unique=True, help_text="Such as 2026-11.")
    as_of = models.DateField()
    status = models.CharField(max_length=10, choices=ReleaseStatus, default=ReleaseStatus.DRAFT)
    notes = models.TextField(blank=True)
    method_note = models.CharField(
        max_length=200,
        blank=True,
        help_text="What has changed since the release before in how figures are made, so that "
        "no trend goes across it, such as: adverts are counted once a month.",
    )
    checksum = models.CharField(
        max_length=64, blank=True, editable=False, help_text="SHA-256 of its data when published."
    )

    objects = DataReleaseManager.from_queryset(DataReleaseQuerySet)()

    class Meta:
        ordering = ("-as_of", "-slug")
        permissions = (
            ("import_observations", "Can import observations into a draft"),
            ("publish_datarelease", "Can publish and withdraw a data release"),
        )
        constraints = (
            rule(condition=Q(status__in=ReleaseStatus.values), name="release_status_is_known"),
            rule(
                condition=Q(checksum="") | ~Q(status__in=OPEN),
                name="release_that_may_change_has_no_checksum",
            ),
        )

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def age_of(self, year: int) -> int:
        """Return how many years a value of that year is older than the release."""
        return max(0, self.as_of.year - year)

    @property
    def is_open(self) -> bool:
        return ReleaseStatus(self.status).is_open

    def refuse_unless_open(self) -> None:
        """Raise StepError where the rows of the release may no longer change."""
        if not self.is_open:
            raise StepError(
                f"Release {self.slug} is {self.status}, and its rows never change. "
                "A correction goes into a new draft."
            )

    def hold(self) -> None:
        """Read the release anew and keep others from it until the transaction ends.

        Publishing takes the same lock: it comes before, and is seen here, or waits. Raise
        StepError where an import has put another in its place, or it is gone.
        """
        try:
            self.refresh_from_db(from_queryset=DataRelease.objects.select_for_update())
        except DataRelease.DoesNotExist:
            self.status = ReleaseStatus.STAGING
        if self.status == ReleaseStatus.STAGING:
            raise StepError("The release was replaced meanwhile. Open the page again.")

    def hold_draft(self) -> None:
        """Hold the release; raise StepError where it is no draft any more."""
        self.hold()
        self.refuse_unless_open()

    def step_to(self, status: ReleaseStatus) -> None:
        """Take the next step in memory; raise StepError for any other."""
        following = ReleaseStatus(self.status).next_step
        if following is not status:
            can = f"it can only become {following.value}" if following else "that is its last state"
            raise StepError(
                f"Release {self.slug} is {self.status} and cannot become {status.value}: {can}."
            )
        self.status = status
