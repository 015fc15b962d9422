"""Write the content of the database in the form of the shipped files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from salaries.models import DataRelease, Observation
from tpmguide.content import FIXTURES
from tpmguide.content.exporting import exported
from tpmguide.content.fixtures import ContentError
from tpmguide.content.folders import FolderError, write_folder


class Command(BaseCommand):
    help = (
        "Write the content of the database in the form of the shipped files; load_content --from "
        "reads it, and into the same database that changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument(
            "tables",
            nargs="*",
            metavar="TABLE",
            help=f"a file by its name; all of them without one: {', '.join(FIXTURES)}",
        )
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="write over the files of these names in a folder that is there already",
        )

    def handle(self, *args: object, **options: Any) -> None:
        names = [name for name in FIXTURES if name in (options["tables"] or FIXTURES)]
        for table in options["tables"]:
            if table not in FIXTURES:
                raise CommandError(
                    f"There is no table {table!r}; there are: {', '.join(FIXTURES)}."
                )
        try:
            texts = {f"{name}.json": text for name, text in exported(names).items()}
            write_folder(options["folder"], texts, overwrite=options["overwrite"])
        except (ContentError, FolderError) as error:
            raise CommandError(f"Content not exported: {error}") from error
        self.stdout.write(f"Content: {len(texts)} files in {options['folder']}.")
        for line in not_exported():
            self.stdout.write(line)


def not_exported() -> list[str]:
    """Return a line for each release with observations, which have a file of their own."""
    return [
        f"Release {release} also has observations, which are no content: "
        f"export_observations --release {release} writes them."
        for release in DataRelease.objects.finished().newest_first()
        if Observation.objects.of_release(release).exists()
    ]
