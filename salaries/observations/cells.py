"""One cell of a file as a value, or an error that says what would be right."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from unicodedata import category

from salaries.models.observations import MOST_PAY, MOST_YEARS
from salaries.models.years import EARLIEST_YEAR, LATEST_YEAR
from salaries.spreadsheets import FORMULA_STARTS

Reader = Callable[[str], object]
WHOLE = re.compile(r"[0-9]+(\.0+)?")
TENTHS = re.compile(r"[0-9]{1,2}(\.[0-9]0*)?")
SEPARATED = re.compile(r"[0-9]{1,3}([,. ][0-9]{2,3})+")
LONGEST_KEY = 100
COUNT = re.compile(r"[0-9]{1,5}")
# What a PositiveSmallIntegerField holds on every database.
MOST_TIMES = 32_767
YES_NO = {"yes": True, "no": False, "1": True, "0": False, "true": True, "false": False}
# The categories of Unicode that show nothing or turn the order of what follows.
CONTROL = "C"
# Of a long list of choices the first are named.
NAMED_CHOICES = 12


class CellError(ValueError):
    """A cell that is not what its column holds."""

    says = "is not one of"


class OutOfScopeError(CellError):
    """A cell that may be right, about something that the guide does not have."""

    says = "is not in the guide, which has"


def needed(read: Reader) -> Reader:
    """Refuse an empty cell, and read any other."""

    def read_needed(cell: str) -> object:
        if not cell:
            raise CellError("is needed")
        return read(cell)

    return read_needed


def text(longest: int) -> Reader:
    def read_text(cell: str) -> str:
        if cell.startswith(FORMULA_STARTS):
            raise CellError(f"starts with {cell[0]!r}, which a spreadsheet runs as a formula")
        if not cell.isprintable() and any(category(char)[0] == CONTROL for char in cell):
            raise CellError("holds a control character")
        if len(cell) > longest:
            raise CellError(f"is longer than {longest} characters")
        return cell

    return read_text


def word(
    choices: Mapping[str, object], *, empty: object = "", error: type[CellError] = CellError
) -> Reader:
    """Read one of the words as what it stands for, whatever its case."""

    def read_word(cell: str) -> object:
        if not cell:
            return empty
        if cell.lower() not in choices:
            named = ", ".join(list(choices)[:NAMED_CHOICES])
            more = ", ..." if len(choices) > NAMED_CHOICES else ""
            raise error(f"{error.says}: {named}{more}")
        return choices[cell.lower()]

    return read_word


def amount(cell: str) -> int | None:
    """Read whole units of a currency per year; nothing is rounded, nothing is guessed."""
    if not cell:
        return None
    if not WHOLE.fullmatch(cell):
        hint = "without separators" if SEPARATED.fullmatch(cell) else "such as 2600000"
        raise CellError(f"is not a whole amount; write digits only, {hint}")
    # Of a decimal there may be any number of digits, of which int takes only so many.
    value = Decimal(cell)
    if not 1 <= value <= MOST_PAY:
        raise CellError(f"is not from 1 to {MOST_PAY:,}")
    return int(value)


def year(cell: str) -> int:
    value = int(cell) if COUNT.fullmatch(cell) else 0
    if not EARLIEST_YEAR <= value <= LATEST_YEAR:
        raise CellError(f"is not a year from {EARLIEST_YEAR} to {LATEST_YEAR}")
    return value


def experience(cell: str) -> Decimal | None:
    if not cell:
        return None
    if not TENTHS.fullmatch(cell) or Decimal(cell) > MOST_YEARS:
        raise CellError(f"is not a number of years from 0 to {MOST_YEARS}, such as 7 or 2.5")
    return Decimal(cell).quantize(Decimal("0.1"))


def times(cell: str) -> int:
    """Read how often an advert was seen; an empty cell means once."""
    if not cell:
        return 1
    value = int(cell) if COUNT.fullmatch(cell) else 0
    if not 1 <= value <= MOST_TIMES:
        raise CellError(f"is not a count from 1 to {MOST_TIMES}")
    return value


def yes_no(*, empty: bool | None) -> Reader:
    return word(YES_NO, empty=empty)
