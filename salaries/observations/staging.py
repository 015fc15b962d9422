"""A draft is written beside the one that is there, and takes its place in one short step.

Until that step, whatever is killed leaves a release in the state "staging", which no page
and no list shows. The next import sweeps it away.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from uuid import uuid4

from django.db import IntegrityError, transaction

from salaries.choices import ReleaseStatus
from salaries.models import DataRelease, Factor, PayFigure
from salaries.models.releases import StepError
from salaries.observations.bulk import Packed, copied_others, insert, packed
from salaries.observations.checking import Checked
from salaries.observations.copying import copy_figures
from salaries.observations.drafts import Target
from salaries.observations.sweeping import discard, sweep

# Rows that are copied in one transaction: others write in between.
AT_ONCE = 5_000
# Fields of a draft that its steward writes and no import knows.
SAID_BY_STEWARDS = ("as_of", "notes", "method_note")
OVERTAKEN = (
    "Another import or a steward has changed the releases meanwhile. Nothing was changed; "
    "try again."
)

Progress = Callable[[str], None]


class Staging:
    """A new state of a draft, in the making; it ends earlier unfinished ones, running or killed."""

    def __init__(self, target: Target, progress: Progress) -> None:
        sweep()
        self.target, self.base, self.progress = target, target.base, progress
        self.written = 0
        self.release = DataRelease.objects.create(
            slug=f"staging-{uuid4().hex[:10]}",
            as_of=target.as_of,
            status=ReleaseStatus.STAGING,
        )

    def packed(self, found: Checked) -> Packed:
        return packed(found.columns, self.release)

    def write(self, some: Packed) -> None:
        insert(some)
        self.written += some.number
        self.progress(f"staged {self.written:,} rows")

    def finish(self) -> DataRelease:
        """Add what the file does not name, and put the whole in the place of the draft."""
        if self.base is not None:
            self.copy_observations(self.base)
            if not self.target.is_draft:
                copy_figures(self.base, self.release)
        self.progress("switching")
        self.switch()
        self.progress("switched")
        if self.base is not None and self.target.is_draft:
            discard(self.base)
        return DataRelease.objects.get(pk=self.release.pk)

    def copy_observations(self, base: DataRelease) -> None:
        for copied in copied_others(base, self.release, at_once=AT_ONCE):
            self.written += copied
            self.progress(f"staged {self.written:,} rows")

    @transaction.atomic
    def switch(self) -> None:
        """Give the staged release the draft's place; raise StepError where either has gone."""
        # Locked on PostgreSQL; on SQLite one transaction writes at a time.
        releases = {release.pk: release for release in DataRelease.objects.select_for_update()}
        if self.is_overtaken(releases):
            raise StepError(OVERTAKEN)
        said: dict[str, object] = {}
        if self.target.is_draft and self.base is not None:
            # A steward may have mended the draft since: what is not observed moves, as it is now.
            PayFigure.objects.of_release(self.base).update(release=self.release)
            Factor.objects.of_release(self.base).update(release=self.release)
            said = {field: getattr(releases[self.base.pk], field) for field in SAID_BY_STEWARDS}
            self.place(self.base, f"old-{uuid4().hex[:10]}", ReleaseStatus.STAGING)
        self.place(self.release, self.target.slug, ReleaseStatus.DRAFT, **said)

    def is_overtaken(self, releases: Mapping[int, DataRelease]) -> bool:
        """Whether the staged rows, the draft or its slug are no longer what they were."""
        taken = {release.slug: pk for pk, release in releases.items()}
        expected = self.base.pk if self.base and self.target.is_draft else None
        base = releases.get(expected) if expected else None
        return (
            taken.get(self.release.slug) != self.release.pk
            or taken.get(self.target.slug) != expected
            or (base is not None and base.status != ReleaseStatus.DRAFT)
        )

    def place(self, release: DataRelease, slug: str, status: ReleaseStatus, **said: object) -> None:
        DataRelease.objects.filter(pk=release.pk).update(slug=slug, status=status, **said)


@contextmanager
def staged(target: Target, progress: Progress) -> Iterator[Staging]:
    """Stage a new state of a draft; raise StepError where another sweeps its rows meanwhile.

    However it ends, nothing is left of it but the draft that it has become.
    """
    staging = Staging(target, progress)
    try:
        yield staging
    except IntegrityError as error:
        raise StepError(OVERTAKEN) from error
    finally:
        discard(staging.release)
