"""Plain lines of CSV are cut all at once: a look at every byte takes less than a loop over cells.

Lines are plain where quotes stand around whole cells only, each line has as many cells as the
header, and no cell holds a line break. What is not plain is left to the reader of the standard
library, and what is plain is read as that would.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from salaries.observations.coded import Coded, Codes, mixed

QUOTE, NEWLINE, RETURN, SPACE = b'"\n\r '
# Characters that are looked at together: each takes some bytes of memory meanwhile.
MOST_AT_ONCE = 1 << 23
# Bytes that are compared at once, and of the longest cell that is compared.
WORD, LONGEST = 8, 128
# Keep the first bytes of a word, from none to all.
MASKS = np.array([(1 << 8 * size) - 1 for size in range(WORD + 1)], dtype=np.uint64)
# Cells that are looked at to see whether a column repeats itself, and how many may be distinct.
SAMPLE, MOST_DISTINCT = 256, 192
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines as bytes, and as a text with a character for each byte."""

    data: NDArray[np.uint8]
    words: NDArray[np.uint64]
    text: str

    def column(self, starts: Places, ends: Places) -> Coded[str]:
        """Return the cells between the places, each distinct one once where they repeat."""
        step = -(-len(starts) // SAMPLE)
        sample = set(self.cells(starts[::step], ends[::step]))
        if len(sample) > MOST_DISTINCT or int((ends - starts).max()) > LONGEST:
            return Coded(self.cells(starts, ends))
        codes, first = distinct(list(self.parts(starts, ends - starts)))
        return Coded(self.cells(starts[first], ends[first]), codes)

    def parts(self, starts: Places, lengths: Places) -> Iterator[NDArray[np.uint64]]:
        """Yield the first bytes of each cell as a number, and the next, and so on to the end."""
        yield self.words[starts] & MASKS[np.minimum(lengths, WORD)]
        for at in range(WORD, int(lengths.max()), WORD):
            # Of a cell that has ended nothing is kept, wherever one looks.
            places = np.minimum(starts + at, len(self.words) - 1)
            yield self.words[places] & MASKS[np.clip(lengths - at, 0, WORD)]

    def cells(self, starts: Places, ends: Places) -> list[str]:
        places = map(slice, starts.tolist(), ends.tolist())
        cells = list(map(self.text.__getitem__, places))
        if "".join(cells).isascii():
            return cells
        return [cell.encode("latin-1").decode() for cell in cells]


def distinct(parts: Sequence[NDArray[np.uint64]]) -> tuple[Codes, Places]:
    """Return the number of each cell among the distinct ones, and the row that has it first."""
    hashes = reduce(mixed, parts)
    codes, found = pd.factorize(hashes)
    first = np.empty(len(found), dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    # A hash of a single part is that part; of several, two may have come to the same.
    if len(parts) > 1 and any((part[first][codes] != part).any() for part in parts):
        rows = np.arange(len(codes))
        return rows, rows
    return codes, first


def cut(lines: Sequence[str], *, delimiter: str, width: int) -> list[Coded[str]] | None:
    """Return the columns of the lines, or None where they are not plain."""
    text = "".join(lines)
    if not text.endswith("\n"):
        text += "\n"
    # Of a single column an empty line is nothing, and no row with an empty cell.
    if width == 1 or len(text) > MOST_AT_ONCE or not delimiter.isascii():
        return None
    page = page_of(text)
    bounds = bounds_of(page.data, len(lines), ord(delimiter), width)
    if bounds is None:
        return None
    columns = (np.ascontiguousarray(places.reshape(-1, width).T) for places in bounds)
    return [page.column(starts, ends) for starts, ends in zip(*columns, strict=True)]


def page_of(text: str) -> Page:
    raw = text.encode()
    # A word can be taken at every byte, the last one too.
    padded = raw + bytes(WORD)
    words = np.ndarray((len(raw),), dtype="<u8", buffer=padded, strides=(1,))
    return Page(np.frombuffer(raw, dtype=np.uint8), words, raw.decode("latin-1"))


def bounds_of(
    data: NDArray[np.uint8], rows: int, delimiter: int, width: int
) -> tuple[Places, Places] | None:
    """Return where each cell begins and ends, row by row; None where the lines are not plain."""
    marks = np.flatnonzero((data == delimiter) | (data == NEWLINE) | (data == QUOTE))
    is_quote = data[marks] == QUOTE
    is_outside = np.cumsum(is_quote) % 2 == 0
    ends = marks[is_outside & ~is_quote]
    if len(ends) != rows * width or not is_table(data[ends].reshape(rows, width)):
        return None
    starts = np.concatenate([[0], ends[:-1] + 1])
    last = ends[width - 1 :: width]
    returned = data[last - 1] == RETURN
    if np.count_nonzero(data == RETURN) != np.count_nonzero(returned):
        return None
    last -= returned
    return without_quotes(data, starts, ends, int(np.count_nonzero(is_quote)))


def is_table(ends: NDArray[np.uint8]) -> bool:
    """Return whether what ends the cells is a line break after the last of a row only."""
    is_break = ends == NEWLINE
    return bool(is_break[:, -1].all() and not is_break[:, :-1].any())


def without_quotes(
    data: NDArray[np.uint8], starts: Places, ends: Places, quotes: int
) -> tuple[Places, Places] | None:
    """Return the bounds within the quotes; None where one stands elsewhere than at both ends.

    None too where a space begins a cell, which the reader leaves out.
    """
    first = data[starts]
    quoted = first == QUOTE
    # Two for each such cell are all there are, so none stands inside or is doubled.
    is_plain = quotes == 2 * np.count_nonzero(quoted) and not (first == SPACE).any()
    if not is_plain or (data[ends - 1] != QUOTE)[quoted].any():
        return None
    return starts + quoted, ends - quoted
