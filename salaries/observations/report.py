"""What an import found: every row that is not taken, and every row that looks wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from roles.querystring import echo


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
class Report:
    """The outcome of reading a file against a release; a row is counted in one place only."""

    digest: str = ""
    encoding: str = ""
    layout: str = ""
    base: str = ""
    rows: int = 0
    new: int = 0
    unchanged: int = 0
    changes: list[Change] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    suspicions: list[Suspicion] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return len(self.changes)

    @property
    def accepted(self) -> int:
        return self.new + self.changed + self.unchanged

    @property
    def rejected(self) -> int:
        return len({found.line for found in self.rejections})

    @property
    def errors(self) -> tuple[Rejection, ...]:
        """What must be mended, or left out knowingly."""
        return tuple(found for found in self.rejections if not found.is_out_of_scope)

    @property
    def out_of_scope(self) -> int:
        wrong = {found.line for found in self.errors}
        return len({found.line for found in self.rejections} - wrong)

    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Return what is suspected, and of how many rows, in the order of the words."""
        return tuple(sorted(Counter(found.flag for found in self.suspicions).items()))

    def lists(self) -> tuple[tuple[str, Sequence[object]], ...]:
        """Return what can be listed line by line, under its heading."""
        return (
            ("Rejected", self.rejections),
            ("Suspicious", self.suspicions),
            ("Changed", self.changes),
        )

    def summary(self) -> Iterator[str]:
        against = f"release {self.base}" if self.base else "an empty release"
        read = f"read as {self.encoding}, layout {self.layout}"
        yield f"{self.rows:,} rows, {read}, against {against}"
        yield f"new {self.new:,}, changed {self.changed:,}, unchanged {self.unchanged:,}"
        yield (
            f"rejected {self.rejected:,}, of which {self.out_of_scope:,} are about a role or "
            "country that the guide does not have"
        )
        flags = "".join(f"; {flag} {count:,}" for flag, count in self.reasons())
        yield f"suspicious {len({found.line for found in self.suspicions}):,}{flags}"
