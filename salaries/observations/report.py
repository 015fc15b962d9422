"""What an import found: every row that is not taken, and every row that looks wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from roles.querystring import echo
from salaries.observations.columns import NAMES

# Of each sort so many are kept, however many a file has: enough to see what is wrong with it.
MOST_LISTED = 10_000
# More of a value than is shown of it.
MOST_OF_A_VALUE = 100
# Where each column stands in the template; what is said of a row as a whole comes first.
PLACES = {name: place for place, name in enumerate(NAMES)}
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a row is left out: one cell, or the row as a whole where no column is named.

    Out of scope means that nothing is wrong with it: the guide is not about its role or
    country.
    """

    line: int
    column: str
    value: str
    reason: str
    is_out_of_scope: bool = False

    def __str__(self) -> str:
        where = f"line {self.line}, {self.column}" if self.column else f"line {self.line}"
        return f"{where}: {echo(self.value)!r}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What looks wrong with a row that is kept; unless it stays in use, the flag says why."""

    line: int
    column: str
    value: str
    reason: str
    flag: str
    stays_in_use: bool = False

    def __str__(self) -> str:
        kept = "kept" if self.stays_in_use else f"kept, not used ({self.flag})"
        return f"line {self.line}, {self.column}: {echo(self.value)!r}: {self.reason}; {kept}"


@dataclass(frozen=True, slots=True)
class Change:
    """A row that the release has already, with what differs: field, old value, new value."""

    key: str
    fields: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        said = "; ".join(f"{name} {old!r} -> {new!r}" for name, old, new in self.fields)
        return f"{self.key}: {said}"


@dataclass(slots=True)
class Listed(Generic[Found]):
    """What was found of one sort: the first are kept, all are counted, each of them a noun."""

    noun: str = "row"
    first: list[Found] = field(default_factory=list)
    count: int = 0

    def add(self, *found: Found) -> None:
        self.first += found[: max(0, MOST_LISTED - len(self.first))]
        self.count += len(found)

    @property
    def more(self) -> int:
        """How many there are besides those that are kept."""
        return self.count - len(self.first)


@dataclass(slots=True)
class Report:
    """The outcome of reading a file against a release; a row is counted in one place only.

    Rejected are rows, of which errors must be mended or left out knowingly.
    """

    digest: str = ""
    encoding: str = ""
    layout: str = ""
    base: str = ""
    rows: int = 0
    new: int = 0
    unchanged: int = 0
    rejected: int = 0
    errors: int = 0
    suspected: int = 0
    changes: Listed[Change] = field(default_factory=Listed)
    rejections: Listed[Rejection] = field(default_factory=lambda: Listed("reason"))
    suspicions: Listed[Suspicion] = field(default_factory=lambda: Listed("reason"))
    faults: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)

    def note(
        self, rows: int, rejections: Sequence[Rejection], suspicions: Sequence[Suspicion]
    ) -> None:
        """Add so many rows, and all that was found of them, in the order of the file."""
        self.rows += rows
        self.rejections.add(*sorted(rejections, key=place_of))
        self.rejected += len({found.line for found in rejections})
        self.errors += len({found.line for found in rejections if not found.is_out_of_scope})
        self.faults.update(found.column or "the row as a whole" for found in rejections)
        self.suspicions.add(*sorted(suspicions, key=place_of))
        self.suspected += len({found.line for found in suspicions})
        self.flags.update(found.flag for found in suspicions)

    @property
    def changed(self) -> int:
        return self.changes.count

    @property
    def out_of_scope(self) -> int:
        return self.rejected - self.errors

    @property
    def to_be_mended(self) -> str:
        verb = "is" if self.errors == 1 else "are"
        return f"{counted(self.errors, 'row')} {verb} to be mended, or to be left out knowingly."

    @property
    def taken(self) -> str:
        """What becomes of the rows that are not rejected."""
        new = counted(self.new, "new row")
        return f"{new}, {self.changed:,} changed, {self.unchanged:,} unchanged"

    def lists(self) -> tuple[tuple[str, str, Listed[Any]], ...]:
        """Return what can be listed line by line, under its heading, with how much there is."""
        return (
            ("Rejected", reasons(self.rejected, self.rejections), self.rejections),
            ("Suspicious", reasons(self.suspected, self.suspicions), self.suspicions),
            ("Changed", counted(self.changed, "row"), self.changes),
        )

    def summary(self) -> Iterator[str]:
        against = f"release {self.base}" if self.base else "an empty release"
        read = f"read as {self.encoding}, layout {self.layout}"
        yield f"{counted(self.rows, 'row')}, {read}, against {against}"
        yield self.taken
        yield f"{counted(self.rejected, 'row')} rejected"
        if self.out_of_scope:
            verb = "is" if self.out_of_scope == 1 else "are"
            what = "about a role or country that the guide does not have"
            yield f"of the rejected rows {self.out_of_scope:,} {verb} {what}"
        if self.faults:
            yield f"{counted(self.rejections.count, 'reason')}, by column{counts(self.faults)}"
        yield f"{counted(self.suspected, 'row')} suspicious{counts(self.flags)}"


def place_of(found: Rejection | Suspicion) -> tuple[int, int]:
    return found.line, PLACES.get(found.column, -1)


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def reasons(rows: int, found: Listed[Any]) -> str:
    """Say of how many rows something was found, and how much: a row may have several reasons."""
    return f"{counted(rows, 'row')}, {counted(found.count, found.noun)}"


def counts(counter: Counter[str]) -> str:
    return "".join(f"; {name} {count:,}" for name, count in sorted(counter.items()))
