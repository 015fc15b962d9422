"""The rows that a query selects, and everything that is said about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np

from salaries.engine.bitmaps import Ranked, Words
from salaries.engine.facets import YEAR, Facet
from salaries.engine.histogram import Histogram, end_ranks, round_edges
from salaries.engine.percentiles import RANKS, Summary, ranks_for, summary_of
from salaries.engine.query import Query
from salaries.engine.snapshot import Snapshot, Values


@dataclass(frozen=True, slots=True)
class Selection:
    """One slice of one snapshot. It shares nothing that changes, so threads may use it at once."""

    snapshot: Snapshot
    query: Query
    rows: Ranked

    @property
    def n(self) -> int:
        return self.rows.starts[-1]

    def summary(self) -> Summary | None:
        """Return the percentiles of the slice; None when it has no rows."""
        (summary,) = _summaries(self.snapshot, self.rows)
        return summary

    def table(self, by: Facet) -> dict[str, Summary]:
        """Return the percentiles for each value of a facet that has rows in the slice."""
        values = self.snapshot.facets[by]
        parts = _summaries(self.snapshot, Ranked.of(self.rows.one, values.bitmaps))
        return {value: part for value, part in zip(values.lines, parts, strict=True) if part}

    def counts(self, of: Facet) -> dict[str, int]:
        """Return how many rows each value of a facet would give, the others staying as chosen."""
        lifted = self.rows.one
        if of in self.query.facets:
            lifted = self.snapshot.rows_of(self.query.without(of))
        return _counts(lifted, self.snapshot.facets[of])

    def years(self) -> list[int]:
        """Return the years of the rows of the slice, the first first."""
        years = self.snapshot.facets[YEAR]
        return [
            int(year)
            for year, line in years.lines.items()
            if (self.rows.one & years.bitmaps[line]).any()
        ]

    def histogram(self) -> Histogram | None:
        """Return the distribution of the slice; None when it has no rows."""
        n = self.n
        if not n:
            return None
        edges = round_edges(*self.pay_at(end_ranks(n)))
        first_rows = np.searchsorted(self.snapshot.pay, edges)
        before = [0, *self.rows.before(first_rows).tolist(), n]
        below, *counts, above = (end - start for start, end in pairwise(before))
        return Histogram(edges, tuple(counts), below, above)

    def pay_at(self, ranks: Sequence[int]) -> list[int]:
        """Return the pay at each rank of the slice, from 0, the lowest, to n - 1."""
        if ranks and not 0 <= min(ranks) <= max(ranks) < self.n:
            raise IndexError(f"A slice of {self.n} rows has no ranks {list(ranks)}.")
        return _pay_at(self.snapshot, self.rows, ranks)


def selected(snapshot: Snapshot, query: Query) -> Selection:
    rows = snapshot.rows_of(query)
    return Selection(snapshot, query, Ranked.of(rows, rows[np.newaxis]))


def _counts(rows: Words, values: Values) -> dict[str, int]:
    starts = Ranked.of(rows, values.bitmaps).starts
    sizes = (end - start for start, end in pairwise(starts))
    return dict(zip(values.lines, sizes, strict=True))


def _summaries(snapshot: Snapshot, rows: Ranked) -> list[Summary | None]:
    """Return the summary of each of the sets, None for one without rows."""
    starts = rows.starts
    sizes = [end - start for start, end in pairwise(starts)]
    ranks = [
        start + rank for start, n in zip(starts, sizes, strict=False) if n for rank in ranks_for(n)
    ]
    pay = iter(_pay_at(snapshot, rows, ranks))
    return [summary_of(n, list(islice(pay, RANKS))) if n else None for n in sizes]


def _pay_at(snapshot: Snapshot, rows: Ranked, ranks: Sequence[int]) -> list[int]:
    if not ranks:
        return []
    pay: list[int] = snapshot.pay[rows.rows_at(np.array(ranks, dtype=np.int64))].tolist()
    return pay
