"""A release, mapped from its file and shared by every worker of the host."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial, reduce
from pathlib import Path

import numpy as np

from salaries.engine import layout
from salaries.engine.bitmaps import Integers, Words, in_all
from salaries.engine.cells import Cells
from salaries.engine.facets import CURRENCY, PAY_KIND, YEAR
from salaries.engine.query import Measure, Query

# The years that count as current have one bitmap together.
CURRENT = "current"
YES = "1"
# A bitmap each, in the memory of the worker.
MOST_MEASURES = 8


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a facet in their order, and the bitmap of each, a line each."""

    lines: Mapping[str, int]
    bitmaps: Words

    def any_of(self, values: tuple[str, ...]) -> Words:
        """Return the rows that have one of the values; none has a value that is not known."""
        known = [self.bitmaps[self.lines[value]] for value in values if value in self.lines]
        if not known:
            return np.zeros(self.bitmaps.shape[1], dtype=np.uint64)
        return reduce(np.bitwise_or, known)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The rows of a release by rising pay, the values of each facet, and how many have which."""

    name: str
    current_since: int
    pay: Integers
    facets: Mapping[str, Values]
    cells: Cells
    # Every slice is about one of a few measures.
    measured: Callable[[Measure], Words]

    def values(self, facet: str) -> tuple[str, ...]:
        """Return the values that any row has, in their order; "" is "not known".

        PAY_KIND, CURRENCY and YEAR have values too.
        """
        return tuple(self.facets[facet].lines)

    def rows_of(self, query: Query) -> Words:
        """Return the rows of the slice as a bitmap."""
        chosen = (self.facets[facet].any_of(values) for facet, values in query.chosen)
        return in_all([self.measured(query.measure), *chosen])


def _measured(facets: Mapping[str, Values], measure: Measure) -> Words:
    """Return the rows of one kind of pay in one currency, of the current years or of one."""
    when, year = (CURRENT, YES) if measure.year is None else (YEAR, str(measure.year))
    named = ((PAY_KIND, measure.pay_kind), (CURRENCY, measure.currency), (when, year))
    return in_all(facets[facet].any_of((value,)) for facet, value in named)


def opened(folder: Path, name: str) -> Snapshot:
    """Map the snapshot of a release; SnapshotError when it is absent, damaged or another's."""
    header, pay, cells, bitmaps = layout.read(layout.path_of(folder, name))
    ends = np.cumsum([len(values) for values in header.facets.values()])
    facets = {
        facet: Values({value: line for line, value in enumerate(values)}, part)
        for (facet, values), part in zip(
            header.facets.items(), np.split(bitmaps, ends[:-1]), strict=True
        )
    }
    lines = {facet: values.lines for facet, values in facets.items()}
    counted = Cells(lines, cells[0], cells[1], header.current_since)
    measured = lru_cache(maxsize=MOST_MEASURES)(partial(_measured, facets))
    return Snapshot(header.name, header.current_since, pay, facets, counted, measured)
