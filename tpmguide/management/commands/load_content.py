"""Bring the shipped content into the database, and leave alone what an editor did."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from salaries.models import DataRelease
from salaries.releases.contents import changed_since_sealed, seal
from tpmguide.content import FIXTURES
from tpmguide.content.fixtures import ContentError, Row, read
from tpmguide.content.loading import Outcome, load
from tpmguide.search.index import rebuild

# Enough to see what it is about; a list of hundreds is not read.
MOST_LISTED = 20
LEFT_OUT = "left out, because another row here stands in the way (what must be unique is named)"
KEPT = "kept here, though the guide ships them no longer"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--apply",
            action="store_true",
            help="write the shipped version over what was changed or deleted here",
        )

    def handle(self, *args: object, **options: Any) -> None:
        try:
            rows = read(Path(settings.FIXTURE_DIRS[0]), names=FIXTURES)
            outcome = load_whole(rows, overwrite=options["apply"])
            rebuild()
        except ContentError as error:
            raise CommandError(f"Content not loaded: {error}") from error
        self.stdout.write(report(outcome, applied=options["apply"]))


@transaction.atomic
def load_whole(rows: Sequence[Row], *, overwrite: bool) -> Outcome:
    """Load the rows, and store the checksum that the shipped releases then have.

    One whose rows were changed past the site keeps the old checksum, by which that is found, until
    the shipped version is written over it.
    """
    shipped = {str(row.key[0]) for row in rows if row.shape.model is DataRelease}
    changed = set() if overwrite else changed_since_sealed(shipped)
    outcome = load(rows, overwrite=overwrite)
    seal(shipped - changed, anew=overwrite or outcome.new > 0)
    return outcome


def report(outcome: Outcome, *, applied: bool) -> str:
    """Return one line that says what happened, and below it what is not as it was shipped."""
    counts = f"Content: {outcome.objects} objects, {outcome.new} new, {outcome.unchanged} unchanged"
    did = "replaced by the shipped version" if applied else "differ here"
    lines = [
        *section(did, [str(difference) for difference in outcome.differences]),
        *["`make content` applies the shipped version."] * (bool(outcome.differences) > applied),
        *section(LEFT_OUT, [str(conflict) for conflict in outcome.conflicts]),
        *section(KEPT, [" ".join(name) for name in outcome.no_longer_shipped]),
    ]
    if not outcome.differences:
        return "\n".join([f"{counts}.", *lines])
    return "\n".join([f"{counts}, {lines[0]}", *lines[1:]])


def section(title: str, entries: list[str]) -> list[str]:
    """Return a title with the number of its entries, and no more of them than are read."""
    if not entries:
        return []
    left = len(entries) - MOST_LISTED
    listed = [f"  {entry}" for entry in entries[:MOST_LISTED]]
    return [f"{len(entries)} {title}:", *listed, *([f"  and {left} more"] if left > 0 else [])]
