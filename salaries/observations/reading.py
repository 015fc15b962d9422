"""A column of cells as values: each distinct cell is read once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from salaries.models.observations import MOST_PAY
from salaries.observations.cells import LONGEST_KEY, CellError, OutOfScopeError, Reader
from salaries.observations.coded import Coded
from salaries.observations.report import MOST_OF_A_VALUE, Rejection
from salaries.spreadsheets import FORMULA_STARTS

# A column that has shown more distinct cells, such as the key, hardly repeats itself.
MOST_REMEMBERED = 50_000
# Digits of the largest amount.
MOST_DIGITS = 10


def keys(said: Sequence[str]) -> list[str] | None:
    """Return the keys where a look at all of them shows that each is right; else None."""
    cells = [cell.strip() for cell in said]
    is_right = (
        "".join(cells).isprintable()
        and max(map(len, cells), default=0) <= LONGEST_KEY
        and {cell[:1] for cell in cells}.isdisjoint(FORMULA_STARTS)
    )
    return cells if is_right else None


def amounts(said: Sequence[str]) -> list[int | None] | None:
    """Return the amounts where a look at all of them shows that each is right; else None."""
    digits = "".join(said)
    if not (digits.isdigit() and digits.isascii() and max(map(len, said)) <= MOST_DIGITS):
        return None
    values = [int(cell) if cell else None for cell in said]
    known = [value for value in values if value is not None]
    return values if min(known) >= 1 and max(known) <= MOST_PAY else None


def needed_amounts(said: Sequence[str]) -> list[int | None] | None:
    return amounts(said) if all(said) else None


# Columns that hardly repeat themselves, which are looked at as a whole first.
SWIFT: dict[str, Callable[[Sequence[str]], list[Any] | None]] = {
    "key": keys,
    "pay": needed_amounts,
    "low": amounts,
    "high": amounts,
}


class Cells(dict[str, object]):
    """What each cell of one column was read as; one that cannot be read is None, at fault."""

    def __init__(self, name: str, read: Reader, words: Mapping[str, str]) -> None:
        super().__init__()
        self.name, self.read, self.words = name, read, words
        self.faults: dict[str, CellError] = {}

    def __missing__(self, cell: str) -> object:
        try:
            self[cell] = self.read(self.words.get(cell, cell).strip())
        except CellError as error:
            self[cell] = None
            self.faults[cell] = error
        return self[cell]

    def values_of(self, said: Sequence[str]) -> list[Any]:
        if not self.words and (swift := SWIFT.get(self.name)) and (values := swift(said)):
            return values
        if len(self) > MOST_REMEMBERED:
            self.clear()
            self.faults.clear()
        return list(map(self.__getitem__, said))

    def column_of(self, said: Coded[str]) -> Coded[Any]:
        return Coded(self.values_of(said.words), said.codes)

    def rejections(self, lines: Sequence[int], said: Iterable[str]) -> Iterator[Rejection]:
        """Yield what is wrong with cells whose values were asked for last."""
        if not self.faults:
            return
        for line, cell in zip(lines, said, strict=True):
            if cell in self.faults:
                error = self.faults[cell]
                is_out_of_scope = isinstance(error, OutOfScopeError)
                value = cell[:MOST_OF_A_VALUE]
                yield Rejection(line, self.name, value, str(error), is_out_of_scope)
