"""One pass over a file: read, translated, checked, named and compared; nothing is written."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TypeVar

from django.conf import settings

from salaries.garbage import undisturbed
from salaries.models import DataRelease
from salaries.observations.ahead import ahead, may_be_copied
from salaries.observations.checking import Checked, Checker
from salaries.observations.comparing import Comparison
from salaries.observations.files import TextFile, opened
from salaries.observations.keys import Keys
from salaries.observations.layouts import layout_for
from salaries.observations.report import Rejection, Report
from salaries.observations.tables import Table

Made = TypeVar("Made")
BATCH = 10_000


def most_bytes() -> int:
    most: int = settings.IMPORT_MOST_BYTES
    return most


def most_rows() -> int:
    most: int = settings.IMPORT_MOST_ROWS
    return most


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read, and how much of it at most, unpacked; what is empty is detected."""

    layout: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    batch: int = BATCH
    most_bytes: int = field(default_factory=most_bytes)
    most_rows: int = field(default_factory=most_rows)


class Examination:
    """A file and how it is read; the report grows while its batches are walked."""

    def __init__(self, file: TextFile, reading: Reading, base: DataRelease | None) -> None:
        self.table = Table(file.lines(), delimiter=reading.delimiter)
        self.layout = layout_for(
            self.table.header,
            name=reading.layout,
            mapping=reading.mapping,
            constants=reading.constants,
        )
        self.reading, self.is_large = reading, file.is_large
        self.base = base
        self.report = Report(
            file.digest, file.encoding, self.layout.name, base.slug if base else ""
        )

    def batches(self, made_of: Callable[[Checked], Made]) -> Generator[Made]:
        """Yield what is made of the rows that can be kept, where they are read: without a query.

        Raise FileError where the file breaks off.
        """
        checker = Checker(self.layout.words)
        comparison = Comparison(self.base, checker.known)
        read = ((*batch, made_of(batch[-1])) for batch in self._checked(checker))
        in_two = self.is_large and may_be_copied()
        for rows, misfits, found, made in ahead(read) if in_two else read:
            self.report.note(rows, [*misfits, *found.rejections], found.suspicions)
            comparison.note(found, self.report)
            yield made

    def _checked(self, checker: Checker) -> Iterator[tuple[int, list[Rejection], Checked]]:
        """Yield how many rows each batch has, what is no row, and the others as they are checked.

        No query is made meanwhile.
        """
        named = Keys(checker.known)
        for batch in self.table.batches(self.reading.batch, most_rows=self.reading.most_rows):
            # A batch of nothing but misfits has no columns.
            said = dict(zip(self.table.header, batch.columns, strict=False))
            checked = checker(batch.lines, self.layout.arranged(said, len(batch.lines)))
            yield batch.size, batch.rejections, named(checked)


@contextmanager
def examination(
    raw: IO[bytes], reading: Reading, base: DataRelease | None
) -> Iterator[Examination]:
    """Give the examination of a file, which stays open meanwhile; raise FileError."""
    text = opened(raw, encoding=reading.encoding, most_bytes=reading.most_bytes)
    with text as file, undisturbed():
        yield Examination(file, reading, base)


def examine(raw: IO[bytes], reading: Reading, base: DataRelease | None) -> Report:
    """Return what an import would find and do; write nothing."""
    with examination(raw, reading, base) as examined:
        for _ in examined.batches(nothing):
            continue
        return examined.report


def nothing(_found: Checked) -> None:
    """Make nothing of rows that are only looked at."""
