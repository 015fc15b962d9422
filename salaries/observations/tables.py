"""Lines of text as a table: a header, and batches of rows that know their line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from salaries.observations.files import FileError
from salaries.observations.report import MOST_OF_A_VALUE, Rejection

# With the names that people give them.
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows one after the other, with their lines; what is no row is a rejection."""

    lines: list[int]
    rows: list[list[str]]
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
        _, records = self._records(1)
        self.header = tuple(cell.strip() for cells in records for cell in cells)
        _refuse_doubles(self.header)

    def batches(self, size: int, *, most_rows: int) -> Iterator[Batch]:
        """Yield the rows; raise FileError where there are none, or more than are allowed."""
        count = 0
        for batch in self._batches(size):
            count += batch.size
            if count > most_rows:
                raise FileError(f"has more than {most_rows:,} rows.")
            yield batch
        if not count:
            raise FileError("has a header and no rows.")

    def _batches(self, size: int) -> Iterator[Batch]:
        while (found := self._records(size))[0]:
            yield _batch(*found, width=len(self.header))

    def _records(self, most: int) -> tuple[list[int], list[list[str]]]:
        """Return the next records and the lines they begin on; a cell may hold line breaks."""
        ends, records = [self.reader.line_num], []
        try:
            for cells in islice(self.reader, most):
                records.append(cells)
                ends.append(self.reader.line_num)
        except csv.Error as error:
            raise FileError(f"line {ends[-1] + 1} is not CSV: {error}.") from error
        return [end + 1 for end in ends[:-1]], records


def _batch(lines: list[int], records: list[list[str]], *, width: int) -> Batch:
    """Tell rows from what has another width; an empty line is nothing."""
    if set(map(len, records)) == {width}:
        return Batch(lines, records, [])
    found = list(zip(lines, records, strict=True))
    return Batch(
        [line for line, cells in found if len(cells) == width],
        [cells for cells in records if len(cells) == width],
        [_misfit(*one, width=width) for one in found if len(one[1]) not in {0, width}],
    )


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
    return Rejection(line, "", ", ".join(cells)[:MOST_OF_A_VALUE], reason)
