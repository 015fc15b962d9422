"""How many rows each combination of values has, counted once: a count is then a look-up."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from salaries.engine.bitmaps import Counts, Integers
from salaries.engine.facets import CURRENCY, PAY_KIND, YEAR, Facet
from salaries.engine.query import Query

# Whose pay it is comes first, so that the cells of one population lie together.
POPULATION = (PAY_KIND, CURRENCY, YEAR, Facet.SOURCE, Facet.ROLE, Facet.COUNTRY)
PLACE = (Facet.LEVEL, Facet.CITY, Facet.SIZE, Facet.INDUSTRY)
# In the table of a population the last line of each facet is that of all its values.
ALL = -1
# A table has a number for each level, city, size and industry: 0.05 MB with sixty cities and five
# industries, 2.2 MB with three hundred. Industries are as many as sources write, so what is kept is
# bounded in bytes: of the former 320 tables, more than a release of today has, of the latter 7.
MOST_BYTES = 16 << 20
# Where the rows of a population lie are a few numbers; so many populations take 3 MB at most.
MOST_POPULATIONS = 4_096
NOUGHT = np.int32(0)

# Where the cells of each population in a table begin and end; those without rows are left out.
Spans = tuple[tuple[int, int], ...]


def cells_of(
    lines: Mapping[str, NDArray[np.unsignedinteger]], sizes: Mapping[str, int]
) -> tuple[Integers, Integers]:
    """Return the number of each cell that has rows, rising, and how many rows it has.

    lines says for each facet which of its values each row has; sizes, how many values it has.
    """
    numbers = reduce(
        lambda before, facet: before * sizes[facet] + lines[facet],
        (*POPULATION, *PLACE),
        np.zeros(len(lines[YEAR]), dtype=np.int64),
    )
    return np.unique(numbers, return_counts=True)


def most_tables(shape: Iterable[int]) -> int:
    """Return how many tables of a shape are kept.

    One at least, or it would be made anew for each of the thousands of places of a page.
    """
    return max(MOST_BYTES // (prod(shape) * NOUGHT.nbytes), 1)


class Cells:
    """Counts the rows of any slice; the table of a population is made when first asked about.

    Populations without rows, which are most of those that are asked about, share one that takes
    no memory.
    """

    def __init__(
        self, lines: Mapping[str, Mapping[str, int]], numbers: Integers, rows: Integers
    ) -> None:
        """Take what cells_of returned, and the line of each value of each facet."""
        self.lines, self.numbers, self.rows = lines, numbers, rows
        shape = [len(lines[facet]) + 1 for facet in PLACE]
        self.nothing = np.broadcast_to(NOUGHT, shape)
        self.spans = lru_cache(maxsize=MOST_POPULATIONS)(self._spans)
        self.filled = lru_cache(maxsize=most_tables(shape))(self._filled)

    def count(self, query: Query) -> int:
        """Return how many rows the slice has."""
        chosen = dict(query.chosen)
        table = self.table(query.without(*PLACE))
        at = product(*(self._lines(facet, chosen.get(facet)) for facet in PLACE))
        return sum(table.item(place) for place in at)

    def table(self, population: Query) -> Counts:
        """Return the counts of a population by level, city, size and industry."""
        spans = self.spans(population)
        return self.filled(spans) if spans else self.nothing

    def grid(self, population: Query, named: Mapping[str, Iterable[Iterable[str]]]) -> Counts:
        """Return the counts of a population by level, city, size and industry.

        named says what each line of a facet holds: one value, or several that go by one name.
        After those comes a line of all values.
        """
        grid = self.table(population.without(*PLACE))
        for axis, facet in enumerate(PLACE):
            lines = [self._lines(facet, values) for values in (*named[facet], None)]
            taken = (grid.take(np.array(of_one, np.int64), axis) for of_one in lines)
            grid = np.stack([part.sum(axis, dtype=np.int32) for part in taken], axis)
        return grid

    def _lines(self, facet: str, values: Iterable[str] | None) -> list[int]:
        """Return the lines of the values; none has a value that is not known."""
        known = self.lines[facet]
        return [ALL] if values is None else [known[value] for value in values if value in known]

    def _spans(self, population: Query) -> Spans:
        inside = prod(len(self.lines[facet]) for facet in PLACE)
        first = np.array(list(self._populations(population)), np.int64) * inside
        starts, ends = np.searchsorted(self.numbers, [first, first + inside]).tolist()
        return tuple([span for span in zip(starts, ends, strict=True) if span[0] < span[1]])

    def _filled(self, spans: Spans) -> Counts:
        shape = [len(self.lines[facet]) for facet in PLACE]
        table = np.zeros(prod(shape), dtype=np.int32)
        for start, end in spans:
            table[self.numbers[start:end] % table.size] += self.rows[start:end]
        return reduce(_with_all, range(len(shape)), table.reshape(shape))

    def _populations(self, query: Query) -> Iterator[int]:
        """Yield the number of each population, of which the table may be one or several."""
        measure = query.measure
        years = self.lines[YEAR] if measure.year is None else [str(measure.year)]
        measured = {PAY_KIND: [measure.pay_kind], CURRENCY: [measure.currency], YEAR: years}
        asked: dict[str, Iterable[str]] = {**self.lines, **measured, **dict(query.chosen)}
        sizes = [len(self.lines[facet]) for facet in POPULATION]
        for at in product(*(self._lines(facet, asked[facet]) for facet in POPULATION)):
            yield reduce(
                lambda before, one: before * one[0] + one[1], zip(sizes, at, strict=True), 0
            )


def _with_all(table: Counts, axis: int) -> Counts:
    every = table.sum(axis=axis, keepdims=True, dtype=np.int32)
    return np.concatenate([table, every], axis=axis)
