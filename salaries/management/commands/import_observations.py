"""Read a file of observations: without --apply a report, with it a draft release."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from salaries.models.releases import StepError
from salaries.observations.drafts import target
from salaries.observations.examining import BATCH, Reading, examine
from salaries.observations.files import ENCODINGS, FileError, TooMuchError
from salaries.observations.importing import RejectedError, import_file
from salaries.observations.layouts import LAYOUTS, UnsaidError
from salaries.observations.report import Report, counted
from salaries.observations.tables import DELIMITERS

MARKS = {name: mark for mark, name in DELIMITERS.items()}


class Command(BaseCommand):
    help = (
        "Check FILE (CSV or gzip) row by row; with --apply, import it into a draft release. Rows "
        "about a role or country that the guide does not have are left out without asking, and "
        "counted; other rows that are not right stop the import."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--release", default="", help="slug of the draft; made where absent")
        parser.add_argument("--as-of", default="", help="day of a new draft; without it, today")
        parser.add_argument("--layout", default="", choices=LAYOUTS, help=layouts_said())
        pairs: dict[str, Any] = {"nargs": "*", "action": "extend", "type": pair, "default": []}
        parser.add_argument("--map", **pairs, help="OURS=THEIRS: which column says what")
        parser.add_argument("--set", **pairs, help="OURS=WORD: what every row of the file is")
        parser.add_argument("--source", default="", help="slug of the source of every row")
        parser.add_argument("--encoding", default="", choices=ENCODINGS)
        marks: dict[str, Any] = {"choices": (*MARKS, *DELIMITERS), "metavar": "DELIMITER"}
        named = f"{', '.join(MARKS)}, or the mark itself; without it, recognised"
        parser.add_argument("--delimiter", default="", **marks, help=named)
        parser.add_argument("--batch", type=positive, default=BATCH, help="rows written at once")
        parser.add_argument("--apply", action="store_true", help="write; else only report")
        parser.add_argument(
            "--leave-out-rejected", action="store_true", help="import the others all the same"
        )

    def handle(self, *args: str, file: Path, apply: bool, **options: Any) -> None:
        try:
            self.run(file, apply=apply, **options)
        except FileNotFoundError as error:
            raise CommandError(f"There is no file {file}.") from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}.") from error
        except FileError as error:
            raise CommandError(f"{file.name}: {with_option(error)}") from error
        except StepError as error:
            raise CommandError(str(error)) from error
        except RejectedError as error:
            self.print_report(error.report)
            raise CommandError(f"{error} (--leave-out-rejected)") from error

    def run(self, file: Path, *, apply: bool, **options: Any) -> None:
        goal, reading = target(options["release"], options["as_of"]), reading_of(options)
        with file.open("rb") as raw:
            if not apply:
                self.print_report(examine(raw, reading, goal.base))
                self.stdout.write("Nothing was written. Run it with --apply to import.")
                return
            leave_out = options["leave_out_rejected"]
            outcome = import_file(
                raw, reading, goal, leave_out=leave_out, progress=self.stderr.write
            )
        self.print_report(outcome.report)
        self.stdout.write(outcome.said)

    def print_report(self, report: Report) -> None:
        for heading, _, found in report.lists():
            for one in found.first:
                self.stdout.write(f"{heading.lower()}: {one}")
            if found.more:
                more = counted(found.more, f"more {found.noun}")
                self.stdout.write(f"{heading.lower()}: {more}")
        for line in report.summary():
            self.stdout.write(line)


def with_option(error: FileError) -> str:
    """Return what is wrong with the file, and what options or settings can do about it."""
    if isinstance(error, TooMuchError):
        return f"{error} (IMPORT_MOST_BYTES, IMPORT_MOST_ROWS)"
    return f"{error} (--source, --set or --map)" if isinstance(error, UnsaidError) else str(error)


def layouts_said() -> str:
    named = "; ".join(f"{name}: {layout.about}" for name, layout in LAYOUTS.items())
    return f"{named} (--source); without it, recognised"


def reading_of(options: dict[str, Any]) -> Reading:
    constants = dict(options["set"])
    if options["source"]:
        constants["source"] = options["source"]
    return Reading(
        layout=options["layout"],
        mapping=dict(options["map"]),
        constants=constants,
        encoding=options["encoding"],
        delimiter=MARKS.get(options["delimiter"], options["delimiter"]),
        batch=options["batch"],
    )


def pair(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not (ours and equals and theirs):
        raise ArgumentTypeError(f"{text!r} is not of the form pay=salary")
    return ours, theirs


def positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(f"{text!r} is not a number of rows")
    return int(text)
