"""Lines of text as a table: a header, and batches of rows that know their line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from salaries.observations.coded import Coded
from salaries.observations.cutting import cut
from salaries.observations.files import FileError, TooMuchError
from salaries.observations.report import MOST_OF_A_VALUE, Rejection, counted

# With the names that people give them.
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows one after the other, as columns, with their lines; what is no row is rejected."""

    lines: list[int]
    columns: list[Coded[str]]
    rejections: list[Rejection]

    @property
    def size(self) -> int:
        return len(self.lines) + len(self.rejections)

    @property
    def rows(self) -> list[list[str]]:
        return [list(cells) for cells in zip(*self.columns, strict=True)]


class Table:
    """The header of a file, read at once, and its rows, read once and batch by batch."""

    def __init__(self, lines: Iterator[str], *, delimiter: str) -> None:
        self.lines, self.number = lines, 0
        first = next(lines, "")
        self.delimiter = delimiter or _delimiter(first)
        _, records = self._records([first], 1)
        self.header = tuple(cell.strip() for cells in records for cell in cells)
        _refuse_doubles(self.header)

    def batches(self, size: int, *, most_rows: int) -> Iterator[Batch]:
        """Yield the rows; raise FileError where there are none, or more than are allowed."""
        count = 0
        for batch in self._batches(size):
            count += batch.size
            if count > most_rows:
                raise TooMuchError(f"has more than {most_rows:,} rows.")
            yield batch
        if not count:
            raise FileError("has a header and no rows.")

    def _batches(self, size: int) -> Iterator[Batch]:
        width = len(self.header)
        while lines := list(islice(self.lines, size)):
            columns = cut(lines, delimiter=self.delimiter, width=width)
            if columns is None:
                yield _batch(*self._records(lines, size), width=width)
            else:
                begun = self.number + 1
                self.number += len(lines)
                yield Batch(list(range(begun, begun + len(lines))), columns, [])

    def _records(self, lines: Sequence[str], most: int) -> tuple[list[int], list[list[str]]]:
        """Return as many records, and the lines they begin on, which are these or follow them.

        No record takes less than a line, so all of these lines are read.
        """
        reader = csv.reader(
            chain(lines, self.lines), delimiter=self.delimiter, skipinitialspace=True, strict=True
        )
        ends, records = [self.number], []
        try:
            for cells in islice(reader, most):
                records.append(cells)
                ends.append(self.number + reader.line_num)
        except csv.Error as error:
            line = ends[-1] + 1
            raise FileError(
                f"is not CSV from line {line} on: {error}. Look at the quotes there."
            ) from error
        self.number = ends[-1]
        return [end + 1 for end in ends[:-1]], records


def _batch(lines: list[int], records: list[list[str]], *, width: int) -> Batch:
    """Tell rows from what has another width; an empty line is nothing."""
    found = list(zip(lines, records, strict=True))
    rows = [cells for cells in records if len(cells) == width]
    return Batch(
        [line for line, cells in found if len(cells) == width],
        [Coded(cells) for cells in zip(*rows, strict=True)],
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
    reason = f"the row has {counted(len(cells), 'cell')}, the header {width}"
    return Rejection(line, "", ", ".join(cells)[:MOST_OF_A_VALUE], reason)
