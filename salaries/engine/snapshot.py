"""A release, mapped from its file and shared by every worker of the host."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Self

import numpy as np

from salaries.engine import layout
from salaries.engine.bitmaps import Integers, Words, packed
from salaries.engine.cells import Cells
from salaries.engine.facets import NARROWING, YEAR
from salaries.engine.query import Measure, Query


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a facet in their order, each with its rows.

    bitmaps has all rows in its first line, and after it a line for each of the values: ANDed with
    a slice it gives the slice and what that is made of.
    """

    lines: Mapping[str, Words]
    bitmaps: Words

    @classmethod
    def of(cls, values: Iterable[str], bitmaps: Words) -> Self:
        return cls(dict(zip(values, bitmaps[1:], strict=True)), bitmaps)

    def any_of(self, values: tuple[str, ...]) -> Words:
        """Return the rows that have one of the values; none has a value that is not known."""
        known = [self.lines[value] for value in values if value in self.lines]
        return reduce(np.bitwise_or, known) if known else np.zeros_like(self.bitmaps[0])


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Rows that may be compared, by rising pay, and those that have each value of each facet.

    They are of one kind of pay in one currency.
    """

    pay: Integers
    facets: Mapping[str, Values]

    def rows_of(self, query: Query) -> Words:
        """Return the rows of the slice as a bitmap."""
        year = query.measure.year
        chosen = query.chosen if year is None else (*query.chosen, (YEAR, (str(year),)))
        narrowed = [self.facets[facet].any_of(values) for facet, values in chosen]
        return reduce(np.bitwise_and, narrowed) if narrowed else self.facets[YEAR].bitmaps[0]


NOTHING = packed(np.zeros(0, dtype=np.bool_))
NO_ROWS = Part(
    np.zeros(0, dtype=np.int64),
    {facet: Values.of((), NOTHING[np.newaxis]) for facet in NARROWING},
)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The parts of a release, the values of each facet, and how many rows have which.

    report is what was counted when it was made, by name.
    """

    name: str
    facets: Mapping[str, list[str]]
    parts: Mapping[tuple[str, str], Part]
    cells: Cells
    report: Mapping[str, int]

    def values(self, facet: str) -> tuple[str, ...]:
        """Return the values that any row has, in their order; "" is "not known".

        PAY_KIND, CURRENCY and YEAR have values too.
        """
        return tuple(self.facets[facet])

    def part_of(self, measure: Measure) -> Part:
        """Return the rows among which those of a measure are: a part without any, where none is."""
        return self.parts.get((measure.pay_kind, measure.currency), NO_ROWS)


def _part(header: layout.Part, pay: Integers, bitmaps: Words) -> Part:
    ends = accumulate((1 + len(values) for values in header.facets.values()), initial=0)
    facets = {
        facet: Values.of(values, bitmaps[start:end])
        for (facet, values), (start, end) in zip(header.facets.items(), pairwise(ends), strict=True)
    }
    return Part(pay, facets)


def opened(folder: Path, name: str) -> Snapshot:
    """Map the snapshot of a release; SnapshotError when it is absent, damaged or another's."""
    header, cells, mapped = layout.read(layout.path_of(folder, name))
    parts = {
        (part.pay_kind, part.currency): _part(part, *arrays)
        for part, arrays in zip(header.parts, mapped, strict=True)
    }
    lines = {
        facet: {value: number for number, value in enumerate(values)}
        for facet, values in header.facets.items()
    }
    counted = Cells(lines, *cells)
    return Snapshot(header.name, header.facets, parts, counted, header.report)
