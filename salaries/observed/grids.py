"""Which slices are shown at many places at once, as numbers: so that they can be counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from roles.choices import Level
from salaries.choices import CompanySize
from salaries.disclosure.ladder import NOTHING, shown_at
from salaries.disclosure.showing import Limits
from salaries.engine.cells import ALL, PLACE, Cells, most_tables
from salaries.engine.facets import Facet
from salaries.engine.query import Query
from salaries.observed.row import Names
from salaries.slices import Slice

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Block:
    """What is shown of one population at each place of a slice.

    shown has an axis for each facet of PLACE, and on it a line for each value that is named, or
    one where none is. Places that show the same slice have the same number, or NOTHING.
    """

    named: Mapping[Facet, Sequence[str]]
    shown: NDArray[np.int32]

    def count(self) -> int:
        """Return how many slices are shown, each counted once."""
        return _distinct(self.shown)

    def counts(self, facet: Facet) -> dict[str, int]:
        """Return how many slices are shown of each value that is named."""
        lines = np.moveaxis(self.shown, PLACE.index(facet), 0)
        return dict(zip(self.named[facet], map(_distinct, lines), strict=False))


class Grids:
    """What is shown of each population at every level, city, size and industry there is."""

    def __init__(self, cells: Cells, names: Names) -> None:
        self.cells = cells
        # What each word of a query string is called in the snapshot.
        self.words: dict[Facet, Mapping[str, Sequence[str]]] = {
            Facet.LEVEL: _as_they_are(Level.values),
            Facet.CITY: _as_they_are(names.cities),
            Facet.SIZE: _as_they_are(CompanySize.values),
            Facet.INDUSTRY: names.industries,
        }
        self.lines = {
            facet: {word: line for line, word in enumerate(words)}
            for facet, words in self.words.items()
        }
        # As wide as the tables that they are made from, and bounded as those are.
        shape = [len(self.words[facet]) + 1 for facet in PLACE]
        self.grid = lru_cache(maxsize=most_tables(shape))(self._grid)

    def at(self, population: Query, asked: Slice, cities: Sequence[str]) -> Block:
        """Return what is shown of a slice; a facet of which nothing is named has one line."""
        named: dict[Facet, Sequence[str]] = {
            Facet.LEVEL: asked.levels_shown,
            Facet.CITY: cities,
            Facet.SIZE: asked.sizes,
            Facet.INDUSTRY: asked.industries,
        }
        lines = ([self.lines[facet][word] for word in named[facet]] or [ALL] for facet in PLACE)
        return Block(named, self.grid(population)[np.ix_(*lines)])

    def _grid(self, population: Query) -> NDArray[np.int32]:
        named = {str(facet): words.values() for facet, words in self.words.items()}
        return shown_at(self.cells.grid(population, named), PLACE, fewest=LIMITS.hide)


def _distinct(shown: NDArray[np.int32]) -> int:
    return len({*shown.flat} - {NOTHING})


def _as_they_are(words: Iterable[str]) -> dict[str, tuple[str]]:
    return {word: (word,) for word in words}
