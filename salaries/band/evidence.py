"""What a band can be built around: the middle of one figure, and the order in which one is taken.

Figures are never blended: a midpoint is of one source, one kind and one kind of pay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from salaries.choices import Kind, Measure, PayKind
from salaries.compare.differences import origin
from salaries.rows import PayRow
from salaries.thresholds import FEW

ORDER = (Kind.OBSERVED, Kind.REPORTED, Kind.MODELLED)


class Weakness(Enum):
    """Why a figure has a middle that is taken only where a visitor asks for it."""

    OPEN = "open"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A figure of the slice, the name by which it can be chosen, and its middle if it has one."""

    key: str
    row: PayRow
    middle: int | None
    weakness: Weakness | None

    @property
    def is_sound(self) -> bool:
        return self.middle is not None and self.weakness is None

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """The place among others: the slice itself, the kind, the newest, the largest sample."""
        row = self.row
        return (bool(row.broader), ORDER.index(row.kind), -row.year, -(row.n or 0))


def evidence(rows: Iterable[PayRow]) -> tuple[Evidence, ...]:
    """Return the figures, each with a name of its own."""
    found: dict[str, Evidence] = {}
    for row in rows:
        name, number = _name(row), 1
        while (key := name if number == 1 else f"{name}.{number}") in found:
            number += 1
        found[key] = Evidence(key, row, middle(row), weakness(row))
    return tuple(found.values())


def _name(row: PayRow) -> str:
    return f"{row.kind.value}.{row.pay_kind.value}.{row.main_source.url.rpartition('#')[2]}"


def middle(row: PayRow) -> int | None:
    """Return the median where pay is observed, else the middle of the two ends.

    Two averages are no ends of anything, and an observed figure may have no median.
    """
    if row.kind is Kind.OBSERVED:
        return row.p50
    return None if row.measure is Measure.AVERAGES else round((row.low + row.high) / 2)


def weakness(row: PayRow) -> Weakness | None:
    """Return what a figure lacks; one that is modelled from observed pay rests on as many."""
    if row.open_ended:
        return Weakness.OPEN
    is_counted = row.kind is Kind.OBSERVED or (row.working and row.working.computed_at)
    return Weakness.FEW if is_counted and (row.n is None or row.n < FEW) else None


def default(found: Iterable[Evidence], pay_kind: PayKind | None) -> Evidence | None:
    """Return the figure that the rule takes; with a kind of pay, one that is of no other."""
    sound = [
        one
        for one in found
        if one.is_sound and (pay_kind is None or one.row.pay_kind in {pay_kind, PayKind.NOT_STATED})
    ]
    return min(sound, key=lambda one: one.rank, default=None)


def same_at(anchor: Evidence, found: Iterable[Evidence]) -> Evidence | None:
    """Return the figure of another level that is made as the anchor is, and is about as much."""
    wanted = origin(anchor.row), anchor.row.within
    for one in found:
        if (origin(one.row), one.row.within) == wanted:
            return one
    return None


def can_be_used(anchor: Evidence, other: Evidence) -> bool:
    """Whether another level's figure may be used: what is accepted of the anchor is of it too."""
    return other.middle is not None and other.weakness in {None, anchor.weakness}
