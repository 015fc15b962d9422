"""From a slice with too few rows to the next broader one, with a label that says so.

Each rung gives up facets, the least important first. Role, level, country and source stay as
they were asked for, and so does the measure: a broader slice is never about another job,
another kind of pay, another currency or a world of countries put together.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from salaries.disclosure.verdict import NOT_ENOUGH, NotEnough
from salaries.engine.facets import Facet
from salaries.engine.query import Query
from salaries.thresholds import FEWEST_TO_SHOW

RUNGS: tuple[tuple[Facet, ...], ...] = (
    (),
    (Facet.INDUSTRY,),
    (Facet.INDUSTRY, Facet.SIZE),
    (Facet.INDUSTRY, Facet.CITY),
    (Facet.INDUSTRY, Facet.SIZE, Facet.CITY),
)
# Where a table has no slice with enough rows.
NOTHING = -1
# What a label names, in the order in which it does.
WORDS = {Facet.CITY: "city", Facet.SIZE: "company size", Facet.INDUSTRY: "industry"}


@dataclass(frozen=True, slots=True)
class Rung:
    """The slice to show instead; the label is empty when it is the one asked for."""

    query: Query
    n: int
    label: str


def climbed(
    query: Query, count: Callable[[Query], int], *, fewest: int = FEWEST_TO_SHOW
) -> Rung | NotEnough:
    """Return the first rung with enough rows; count says how many rows a slice has.

    Raise ValueError for a slice without a role or a country.
    """
    if missing := {Facet.ROLE, Facet.COUNTRY} - query.facets:
        raise ValueError(f"A broader slice is one of the same {min(missing)}; none is chosen.")
    for broader in rungs(query):
        n = count(broader)
        if n >= fewest:
            return Rung(broader, n, "" if broader == query else label_of(broader.facets))
    return NOT_ENOUGH


def shown_at(
    rows: NDArray[np.int32], facets: Sequence[Facet], *, fewest: int = FEWEST_TO_SHOW
) -> NDArray[np.int32]:
    """Return for each place of a table which place has the rung that climbed returns for it.

    The table has the rows of one population by these facets, an axis each, and on its last line
    those of all values. A place has the number of its order in the table; NOTHING is none.
    """
    places = np.arange(rows.size, dtype=np.int32).reshape(rows.shape)
    shown = np.full(rows.shape, NOTHING, dtype=np.int32)
    for given_up in reversed(RUNGS):
        broader = tuple(slice(-1 if facet in given_up else None, None) for facet in facets)
        shown = np.where(rows[broader] >= fewest, places[broader], shown)
    return shown


def rungs(query: Query) -> Iterator[Query]:
    """Yield the slice and the broader ones after it, each once."""
    seen: list[Query] = []
    for facets in RUNGS:
        broader = query.without(*facets)
        if broader not in seen:
            seen.append(broader)
            yield broader


def label_of(kept: Collection[Facet]) -> str:
    """Return what a broader slice is called, by the facets that it still has."""
    words = [word for facet, word in WORDS.items() if facet in kept]
    return f"broader slice used: {' and '.join(words) or 'country'}"
