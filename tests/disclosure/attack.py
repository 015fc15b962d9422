"""An attacker who knows every answer to every combination of filters, of every release.

More than that: of each slice the attacker reads not a few percentiles but every pay, and so
knows whom each answer rests on. What can be told apart by sums and differences of answers
are then the people who are in different slices, and nothing else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, combinations, product
from pathlib import Path

import pandas as pd

from salaries.engine.building import build
from salaries.engine.facets import Facet
from salaries.engine.query import Measure, Query
from salaries.engine.selection import selected
from salaries.engine.snapshot import Snapshot, opened

MEASURE = Measure("base", "INR")


def smallest_group(releases: Sequence[pd.DataFrame], folder: Path) -> int:
    """Return the size of the smallest group that the answers of all releases tell apart.

    0 means that there is nobody to tell apart.
    """
    seen: dict[int, list[tuple[int, int]]] = {}
    for number, rows in enumerate(releases):
        snapshot = published(rows, folder, f"{number}")
        for place, query in enumerate(questions(snapshot)):
            for pay in everybody_in(snapshot, query):
                seen.setdefault(pay, []).append((number, place))
    return min(Counter(map(tuple, seen.values())).values(), default=0)


def smallest_difference(release: pd.DataFrame, folder: Path) -> int:
    """Return the least number of rows by which a slice exceeds one inside it, from n alone."""
    snapshot = published(release, folder, "")
    n = {query: selected(snapshot, query).n for query in questions(snapshot)}
    nested = ((wide, slim) for wide, slim in product(n, n) if is_inside(slim, wide))
    return min((n[wide] - n[slim] for wide, slim in nested if n[wide] > n[slim]), default=0)


def published(rows: pd.DataFrame, folder: Path, name: str) -> Snapshot:
    digest = sha256(name.encode()).hexdigest()
    build(rows, folder, name=digest)
    return opened(folder, digest)


def everybody_in(snapshot: Snapshot, query: Query) -> list[int]:
    chosen = selected(snapshot, query)
    return chosen.pay_at(range(chosen.n)) if chosen.n else []


def questions(snapshot: Snapshot) -> Iterator[Query]:
    """Yield the queries of every set of values of every facet; None stands for no filter."""
    facets = [facet for facet in Facet if len(snapshot.values(facet)) > 1]
    for choice in product(*(subsets(snapshot.values(facet)) for facet in facets)):
        query = Query(MEASURE)
        for facet, values in zip(facets, choice, strict=True):
            query = query.where(facet, *values)
        yield query


def subsets(values: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return chain.from_iterable(combinations(values, n) for n in range(1, len(values) + 1))


def is_inside(slim: Query, wide: Query) -> bool:
    of_wide = dict(wide.chosen)
    return all(set(values) <= set(of_wide[facet]) for facet, values in slim.chosen)
