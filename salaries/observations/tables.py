"""Lines of text as a table: a header, and batches of rows that know their line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from salaries.observations.files import FileError
from salaries.observations.report import Rejection

DELIMITERS = (",", ";", "\t", "|")


@dataclass(slots=True)
class Batch:
    """Some rows one after the other; what is no row is a rejection."""

    lines: list[int]
    rows: list[Sequence[str]]
    rejections: list[Rejection]

    @property
    def size(self) -> int:
        return len(self.rows) + len(self.rejections)


class Table:
    """The header of a file, read at once, and its rows, read once and batch by batch."""

    def __init__(self, lines: Iterator[str], *, delimiter: str) -> None:
        first = next(lines, "")
        self.delimiter = delimiter or _delimiter(first)
        self.reader = csv.reader(
            chain((first,), lines), delimiter=self.delimiter, skipinitialspace=True, strict=True
        )
        self.records = self._records()
        _, cells = next(self.records, (1, ()))
        self.header = tuple(cell.strip() for cell in cells)
        _refuse_doubles(self.header)

    def batches(self, size: int, *, most_rows: int) -> Iterator[Batch]:
        """Yield the rows; raise FileError where there are none, or more than are allowed."""
        count = 0
        while (batch := self._batch(size)).size:
            count += batch.size
            if count > most_rows:
                raise FileError(f"has more than {most_rows:,} rows.")
            yield batch
        if not count:
            raise FileError("has a header and no rows.")

    def _batch(self, size: int) -> Batch:
        batch = Batch([], [], [])
        for line, cells in self.records:
            if len(cells) == len(self.header):
                batch.lines.append(line)
                batch.rows.append(cells)
            elif cells:
                batch.rejections.append(_misfit(line, cells, width=len(self.header)))
            if batch.size == size:
                break
        return batch

    def _records(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Yield each record with the line that it begins on; a cell may hold line breaks."""
        begins = 1
        try:
            for cells in self.reader:
                yield begins, cells
                begins = self.reader.line_num + 1
        except csv.Error as error:
            raise FileError(f"line {begins} is not CSV: {error}.") from error


def _delimiter(line: str) -> str:
    """Return what cuts the header into most columns; the comma where nothing does."""
    return max(DELIMITERS, key=line.count)


def _refuse_doubles(header: Sequence[str]) -> None:
    if not any(header):
        raise FileError("has no header; its first line names the columns.")
    doubles = sorted({name for name in header if header.count(name) > 1})
    if doubles:
        named = ", ".join(name or "(no name)" for name in doubles)
        raise FileError(f"names a column more than once: {named}.")


def _misfit(line: int, cells: Sequence[str], *, width: int) -> Rejection:
    reason = f"the row has {len(cells)} cells, the header {width}"
    return Rejection(line, "", ", ".join(cells), reason)
