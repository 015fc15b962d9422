"""A load meets the releases: the shipped ones are sealed, and no other file takes their steps."""

from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import Model

from salaries.models import DataRelease, Factor, PayFigure
from salaries.models.releases import SHOWN
from salaries.releases.contents import changed_since_sealed, seal
from tpmguide.content.fixtures import ContentError, Row
from tpmguide.content.loading import DIFFERS, Difference, Outcome, State, load

OF_A_RELEASE: tuple[type[Model], ...] = (PayFigure, Factor)
# The state of each release by its name, as it was before the load.
States = dict[str, str]


@transaction.atomic
def load_shipped(rows: Sequence[Row], *, overwrite: bool) -> Outcome:
    """Load the rows, and store the checksum that the shipped releases then have.

    One whose rows were changed past the site keeps the old checksum, by which that is found, until
    the shipped version is written over it.
    """
    shipped = {str(row.key[0]) for row in rows if row.shape.model is DataRelease}
    changed = set() if overwrite else changed_since_sealed(shipped)
    outcome = load(rows, overwrite=overwrite)
    seal(shipped - changed, anew=overwrite or outcome.new > 0)
    return outcome


@transaction.atomic
def load_exported(rows: Sequence[Row], *, overwrite: bool) -> Outcome:
    """Load what was written by an export; raise ContentError where that takes a step of a release.

    A release comes in its state only where visitors have none yet.
    """
    held = DataRelease.objects.select_for_update()  # so that no step is taken meanwhile
    before = dict(held.values_list("slug", "status"))
    outcome = load(rows, overwrite=overwrite, are_shipped=False)
    written = {*outcome.of(State.NEW), *(outcome.of(*DIFFERS) if overwrite else ())}
    refuse_steps(rows, {found.name: found for found in written}, before)
    seal({str(row.key[0]) for row in rows if row.shape.model is DataRelease} - set(before))
    return outcome


def refuse_steps(
    rows: Sequence[Row], written: dict[tuple[str, str], Difference], before: States
) -> None:
    for row in rows:
        found = written.get(row.name)
        if found is None:
            continue
        if row.shape.model is DataRelease:
            reasons = against_release(row, found, before)
        else:
            reasons = against_row(row, before)
        for reason in reasons:
            raise ContentError(f"{row.place}: {reason}")


def against_release(row: Row, found: Difference, before: States) -> Iterator[str]:
    """Give what forbids to write this release as the file says it."""
    here, there = before.get(str(row.key[0])), row.values["status"]
    if here is None and there in SHOWN and set(before.values()) & set(SHOWN):
        yield (
            f"it is {there} in the file and not here, where visitors have another. Load into an "
            "empty database, or write draft as its status and publish it by publish_release."
        )
    if here is not None and "status" in found.about:
        yield (
            f"it is {here} here and {there} in the file, and a load takes no step of a release: "
            "publish_release and withdraw_release do."
        )
    if here in SHOWN and "as_of" in found.about:
        yield f"it is {here} here, and its day stands."


def against_row(row: Row, before: States) -> Iterator[str]:
    """Give what forbids to write this row as the file says it."""
    here = before.get(str(row.key[0])) if row.shape.model in OF_A_RELEASE else None
    if here in SHOWN:
        yield (
            f"it is not so here, where its release is {here}, and the rows of such a release never "
            "change. A correction goes into a new draft."
        )
