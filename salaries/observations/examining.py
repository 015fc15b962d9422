"""One pass over a file: read, translated, checked, named and compared; nothing is written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

import pandas as pd
from django.conf import settings

from salaries.models import DataRelease
from salaries.observations.checking import Checker, Row
from salaries.observations.comparing import Comparison
from salaries.observations.files import TextFile, opened
from salaries.observations.keys import Keys
from salaries.observations.layouts import layout_for
from salaries.observations.report import Report
from salaries.observations.tables import Batch, Table

BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read; what is empty is detected."""

    layout: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    delimiter: str = ""
    batch: int = BATCH


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
        self.size = reading.batch
        self.base = base
        self.report = Report(
            file.digest, file.encoding, self.layout.name, base.slug if base else ""
        )

    def batches(self) -> Iterator[list[Row]]:
        """Yield the rows that can be kept; raise FileError where the file breaks off."""
        checker = Checker()
        keys, comparison = Keys(checker.known), Comparison(self.base, checker.known)
        for batch in self.table.batches(self.size, most_rows=settings.IMPORT_MOST_ROWS):
            found = keys(checker(self.layout.translated(self.frame(batch))))
            self.report.rows += batch.size
            self.report.rejections += batch.rejections + found.rejections
            self.report.suspicions += found.suspicions
            comparison.note(found.rows, self.report)
            yield found.rows

    def frame(self, batch: Batch) -> pd.DataFrame:
        return pd.DataFrame(
            batch.rows, index=batch.lines, columns=list(self.table.header), dtype=object
        )


@contextmanager
def examination(
    raw: IO[bytes], reading: Reading, base: DataRelease | None
) -> Iterator[Examination]:
    """Give the examination of a file, which stays open meanwhile; raise FileError."""
    most = settings.IMPORT_MOST_BYTES
    with opened(raw, encoding=reading.encoding, most_bytes=most) as file:
        yield Examination(file, reading, base)


def examine(raw: IO[bytes], reading: Reading, base: DataRelease | None) -> Report:
    """Return what an import would find and do; write nothing."""
    with examination(raw, reading, base) as examined:
        for _ in examined.batches():
            continue
        return examined.report
