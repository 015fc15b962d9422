"""Bring content from files into the database, and leave alone what an editor did."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from tpmguide.content.fixtures import ContentError, files_in, read
from tpmguide.content.loading import Outcome
from tpmguide.content.releases import load_exported, load_shipped
from tpmguide.content.report import forecast, report
from tpmguide.search.index import rebuild

SHIPPED = {"version": "shipped version", "how": "make content"}
EXPORTED = {"version": "version of the files", "how": "load_content --apply --from ..."}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--from",
            dest="paths",
            nargs="+",
            type=Path,
            default=[],
            metavar="PATH",
            help="a folder as export_content writes it, whole or in part, or files of it by name; "
            "otherwise the shipped content is loaded",
        )
        parser.add_argument(
            "--apply",
            action="store_true",
            help="write the version of the files over what was changed or deleted here",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what a load would find, and write nothing"
        )

    def handle(self, *args: object, **options: Any) -> None:
        paths, applied, is_dry = options["paths"], options["apply"], options["dry_run"]
        try:
            outcome = loaded(paths, overwrite=applied, is_dry=is_dry)
            if not is_dry:
                rebuild()
        except ContentError as error:
            raise CommandError(f"Content not loaded: {error}") from error
        words = EXPORTED if paths else SHIPPED
        said = forecast(outcome) if is_dry else report(outcome, applied=applied, **words)
        self.stdout.write(said)


@transaction.atomic
def loaded(paths: list[Path], *, overwrite: bool, is_dry: bool) -> Outcome:
    rows = read(list(files(paths)) or files_in(Path(settings.FIXTURE_DIRS[0])))
    outcome = (load_exported if paths else load_shipped)(rows, overwrite=overwrite)
    transaction.set_rollback(is_dry)
    return outcome


def files(paths: list[Path]) -> Iterator[Path]:
    """Give the files, and of each folder those that it has: some tables may be all it holds."""
    for path in paths:
        found = [file for file in files_in(path) if file.exists()] if path.is_dir() else [path]
        if not found:
            names = ", ".join(file.name for file in files_in(path))
            raise ContentError(f"{path} has none of the files of an export: {names}.")
        yield from found
