"""The rows that a query selects, and everything that is said about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub

import numpy as np

from salaries.engine.bitmaps import Integers, Ranked
from salaries.engine.facets import YEAR, Facet
from salaries.engine.histogram import Histogram, round_edges
from salaries.engine.percentiles import RANKS, Summary, ranks_for, summary_of
from salaries.engine.query import Query
from salaries.engine.snapshot import Part, Snapshot


@dataclass(frozen=True, slots=True)
class Table:
    """What a slice pays as a whole, None when it has no rows, and for each value of a facet."""

    whole: Summary | None
    parts: Mapping[str, Summary]


@dataclass(frozen=True, slots=True)
class Selection:
    """One slice of one snapshot. It shares nothing that changes, so threads may use it at once.

    The first set of rows is the slice; after it come those of its rows that have each of values.
    """

    part: Part
    rows: Ranked
    values: tuple[str, ...]

    @property
    def n(self) -> int:
        return self.rows.starts[1]

    def summary(self) -> Summary | None:
        """Return the percentiles of the slice; None when it has no rows."""
        return self.table().whole

    def table(self) -> Table:
        """Return the percentiles of the slice, and those of each value that has rows in it."""
        whole, *parts = _summaries(self.part, self.rows)
        of_each = zip(self.values, parts, strict=True)
        return Table(whole, {value: part for value, part in of_each if part})

    def years(self) -> list[int]:
        """Return the years of the rows of the slice, the first first."""
        years = self.part.facets[YEAR]
        return [
            int(year) for year, line in years.lines.items() if (self.rows.words[0] & line).any()
        ]

    def histogram(self, summary: Summary) -> Histogram:
        """Return the distribution of the slice, of which that is the summary."""
        edges = round_edges(summary.first, summary.last)
        before = self.rows.before(self.part.pay.searchsorted(edges)).tolist()
        below, *counts, above = map(sub, [*before, self.n], [0, *before])
        return Histogram(edges, tuple(counts), below, above)

    def pay_at(self, ranks: Sequence[int]) -> list[int]:
        """Return the pay at each rank of the slice, from 0, the lowest, to n - 1."""
        if ranks and not 0 <= min(ranks) <= max(ranks) < self.n:
            raise IndexError(f"A slice of {self.n} rows has no ranks {list(ranks)}.")
        pay: list[int] = _pay_at(self.part, self.rows, ranks).tolist()
        return pay


def selected(snapshot: Snapshot, query: Query, by: Facet | None = None) -> Selection:
    """Return the slice, and with a facet also what it is made of by the values of that facet."""
    part = snapshot.part_of(query.measure)
    rows = part.rows_of(query)
    if by is None:
        return Selection(part, Ranked.of(rows[np.newaxis]), ())
    values = part.facets[by]
    return Selection(part, Ranked.of(rows & values.bitmaps), tuple(values.lines))


def _summaries(part: Part, rows: Ranked) -> list[Summary | None]:
    """Return the summary of each of the sets, None for one without rows."""
    sets = [(start, end - start) for start, end in pairwise(rows.starts)]
    ranks = [start + rank for start, n in sets if n for rank in ranks_for(n)]
    pay = iter(_pay_at(part, rows, ranks).reshape(-1, RANKS).tolist())
    return [summary_of(n, next(pay)) if n else None for _, n in sets]


def _pay_at(part: Part, rows: Ranked, ranks: Sequence[int]) -> Integers:
    """Return the pay at each rank."""
    return part.pay.take(rows.rows_at(ranks))
