"""What is asked in the engine's tests: random queries about the values of synthetic rows."""

import numpy as np

from salaries.engine.facets import Facet
from salaries.engine.query import Measure, Query

BASE = Measure("base", "USD")
VALUES = {
    "source": ["adverts", "filings", "survey"],
    "role": ["product-manager", "technical-product-manager"],
    "level": ["", "entry", "mid", "senior", "lead"],
    "country": ["canada", "germany", "india", "united-states"],
    "city": ["", *(f"city-{number:02}" for number in range(60))],
    "size": ["", "small", "medium", "large"],
    "industry": ["", *(f"industry-{number:02}" for number in range(12))],
    "pay_kind": ["base", "total"],
    "currency": ["USD", "EUR"],
}


def random_queries(count: int, *, seed: int = 2) -> list[Query]:
    """Return queries with none to four facets chosen, one to three values of each."""
    random = np.random.default_rng(seed)
    return [_random_query(random) for _ in range(count)]


def _random_query(random: np.random.Generator) -> Query:
    year = [None, None, None, 2013, 2025][random.integers(5)]
    pay_kind, currency = random.choice(["base", "total"]), random.choice(["USD", "EUR"])
    query = Query(Measure(str(pay_kind), str(currency), year))
    for name in random.choice(list(Facet), random.integers(5), replace=False).tolist():
        values = VALUES[name]
        many = random.integers(1, min(3, len(values)) + 1)
        query = query.where(Facet(name), *random.choice(values, many, replace=False).tolist())
    return query
