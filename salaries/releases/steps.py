"""The steps of a release: each taken once, and whole, whoever else tries."""

from datetime import timedelta
from functools import partial
from importlib import import_module
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Abs
from django.urls import reverse
from django.utils.timezone import localdate

from salaries.choices import ReleaseStatus
from salaries.models import DataRelease, PayFigure
from salaries.models.releases import StepError
from salaries.observations.drafts import target
from salaries.observations.sweeping import discard
from salaries.observed.snapshots import snapshot_of
from salaries.releases.contents import checksum
from salaries.releases.differences import differences
from salaries.thresholds import FEWEST_TO_SHOW

# Of several releases in a day each is dated a day after the one before; a mistyped year is farther.
FARTHEST_AHEAD = timedelta(days=300)
# What figures have in common of which the one may be the other and a few people.
SAME_PAY = ("source_id", "role_id", "level", "country", "city_id", "size", "industry", "pay_kind")
MOST_OF_A_FEW = FEWEST_TO_SHOW - 1
UNEXPLAINED = (
    "It does not say what it changes and why: visitors read that beside every difference. "
    "Write it into the notes of the release in the admin."
)


def start_draft(slug: str = "", as_of: str = "") -> DataRelease:
    """Start a draft as a copy of the release in use; StepError where there is one already.

    Without a slug it is named by the month, or by the day where the month has its release. Without
    a day it is as of today.
    """
    goal = target(slug, as_of)
    if goal.is_draft:
        raise StepError(f"There is a draft already: {goal.slug}. Its rows can be changed.")
    # Imported when it is needed, for it takes pandas.
    staging = import_module("salaries.observations.staging")
    # An import of no rows: the draft has what the release in use has.
    with staging.staged(goal, progress=lambda _: None) as draft:
        started: DataRelease = draft.finish()
    return started


@transaction.atomic
def publish(slug: str, notes: str = "") -> DataRelease:
    """Publish a draft with its checksum; raise StepError for anything else.

    Notes say what it changes and why; without them those of the draft stand. A changed figure or
    ratio needs them.
    """
    release = locked(slug)
    release.step_to(ReleaseStatus.PUBLISHED)
    refuse_unless_latest(release)
    refuse_far_ahead(release)
    if not PayFigure.objects.of_release(release).exists():
        raise StepError(f"Release {slug} holds no figure; the salary pages would be empty.")
    refuse_few_apart(release)
    release.notes = (notes or release.notes).strip()
    refuse_unexplained(release)
    release.checksum = checksum(release)
    release.save()
    # Before anybody sees the release, so that no visitor waits for it. Where it cannot be made, the
    # first question tries again; within a savepoint, so that a failed query is not passed over.
    with transaction.atomic():
        snapshot_of(release)
    return release


@transaction.atomic
def withdraw(slug: str) -> DataRelease:
    """Withdraw a published release; raise StepError for anything else, and for the only one."""
    release = locked(slug)
    release.step_to(ReleaseStatus.WITHDRAWN)
    if not DataRelease.objects.published().exclude(pk=release.pk).exists():
        raise StepError(f"Release {slug} is the only one; publish another before it is withdrawn.")
    release.save()
    return release


@transaction.atomic
def delete_draft(release: DataRelease) -> None:
    """Delete a draft with all that it holds; raise StepError for any other release.

    It is out of sight at once. Its rows go piece by piece when that is committed, because a
    million of them at once would keep others from writing; what is left of them where that is
    broken off, the next import sweeps away.
    """
    release.hold_draft()
    DataRelease.objects.filter(pk=release.pk).update(
        slug=f"old-{uuid4().hex[:10]}", status=ReleaseStatus.STAGING
    )
    transaction.on_commit(partial(discard, release), robust=True)


def refuse_unless_latest(release: DataRelease) -> None:
    """Raise StepError for a release that visitors would get before one they have had already.

    What a release may show depends on all before it, and must not change any more.
    """
    last = DataRelease.objects.shown().newest_first().first()
    if last is not None and (release.as_of, release.slug) <= (last.as_of, last.slug):
        raise StepError(
            f"Release {release.slug} is as of {release.as_of}, and {last.slug}, as of "
            f"{last.as_of}, is published already. Set its field “As of” in the admin, at "
            f"{page_of(release)}, to {last.as_of + timedelta(days=1)} or later."
        )


def refuse_far_ahead(release: DataRelease) -> None:
    """Raise StepError for a day far ahead: it stands for good, and all later ones follow it."""
    if release.as_of > localdate() + FARTHEST_AHEAD:
        raise StepError(
            f"Release {release.slug} is as of {release.as_of}, and today is {localdate()}. "
            f"Set its field “As of” in the admin, at {page_of(release)}, to the day of its data."
        )


def refuse_few_apart(release: DataRelease) -> None:
    """Raise StepError for an observed figure a few values away from one that was published.

    The two would tell of those few, as no two answers from observations do.
    """
    published = PayFigure.objects.observed().filter(release__in=DataRelease.objects.shown())
    for figure in PayFigure.objects.of_release(release).observed():
        same = published.filter(**{name: getattr(figure, name) for name in SAME_PAY})
        near = same.annotate(apart=Abs(F("n") - figure.n)).filter(apart__range=(1, MOST_OF_A_FEW))
        if other := near.select_related("release").first():
            raise StepError(
                f"Figure {figure.key} has a sample of {figure.n}, and of {other.n} in release "
                f"{other.release}: the two would tell of fewer than {FEWEST_TO_SHOW} people. Keep "
                f"it as in {other.release} until {FEWEST_TO_SHOW} or more come or go."
            )


def refuse_unexplained(release: DataRelease) -> None:
    """Raise StepError for a figure or ratio that differs without a word from the release in use."""
    current = DataRelease.objects.current()
    found = differences(current, release) if current and not release.notes else []
    if found:
        first = found[0]
        raise StepError(
            f"Release {release} gives no reason for what it changes: the {first.kind} {first.key} "
            f"is {first.word}, the first of {len(found)}. Write it into the notes of the release, "
            f"at {page_of(release)}: visitors read it beside every difference."
        )


def page_of(release: DataRelease) -> str:
    return reverse("admin:salaries_datarelease_change", args=[release.pk])


def locked(slug: str) -> DataRelease:
    """Return the release as it is now, held until the step is taken.

    PostgreSQL locks every release, so that two steps cannot pass each other; on SQLite one
    transaction writes at a time.
    """
    releases = {release.slug: release for release in DataRelease.objects.select_for_update()}
    if slug not in releases:
        finished = ", ".join(found.slug for found in DataRelease.objects.finished())
        raise StepError(f"There is no release {slug!r}; there are: {finished}.")
    return releases[slug]
