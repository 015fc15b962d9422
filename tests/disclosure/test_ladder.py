from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salaries.disclosure.ladder import NOTHING, Rung, climbed, rungs, shown_at
from salaries.disclosure.verdict import NOT_ENOUGH
from salaries.engine.facets import Facet
from salaries.engine.query import Measure, Query

SENIOR = (
    Query(Measure("base", "INR"))
    .where(Facet.ROLE, "product-manager")
    .where(Facet.COUNTRY, "india")
    .where(Facet.LEVEL, "senior")
)
PUNE = SENIOR.where(Facet.CITY, "pune")
LARGE = SENIOR.where(Facet.SIZE, "large")
LARGE_IN_PUNE = PUNE.where(Facet.SIZE, "large")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({LARGE_IN_PUNE: 5, PUNE: 50}, Rung(LARGE_IN_PUNE, 5, "")),
        ({LARGE_IN_PUNE: 4, PUNE: 50}, Rung(PUNE, 50, "broader slice used: city")),
        ({PUNE: 4, LARGE: 9}, Rung(LARGE, 9, "broader slice used: company size")),
        ({LARGE: 4, SENIOR: 70}, Rung(SENIOR, 70, "broader slice used: country")),
    ],
)
def test_the_first_slice_with_enough_rows_is_used_and_named(
    counts: dict[Query, int], expected: Rung
) -> None:
    assert climbed(LARGE_IN_PUNE, lambda query: counts.get(query, 0)) == expected


def test_the_threshold_is_the_callers() -> None:
    assert climbed(PUNE, lambda _: 4) is NOT_ENOUGH
    assert climbed(PUNE, lambda _: 4, fewest=4) == Rung(PUNE, 4, "")


def test_what_is_kept_is_named_in_full() -> None:
    query = LARGE_IN_PUNE.where(Facet.INDUSTRY, "banks")

    rung = climbed(query, lambda broader: 6 if broader == LARGE_IN_PUNE else 0)

    assert rung == Rung(LARGE_IN_PUNE, 6, "broader slice used: city and company size")


def test_no_rung_is_about_another_job_country_source_or_measure() -> None:
    query = LARGE_IN_PUNE.where(Facet.INDUSTRY, "banks").where(Facet.SOURCE, "a-survey")
    kept = {Facet.ROLE, Facet.COUNTRY, Facet.LEVEL, Facet.SOURCE}

    found = list(rungs(query))

    assert len(found) == 5
    assert {rung.measure for rung in found} == {query.measure}
    assert all(rung.without(*set(Facet) - kept) == found[-1] for rung in found)


def test_each_slice_is_tried_once() -> None:
    assert list(rungs(PUNE)) == [PUNE, SENIOR]


@pytest.mark.parametrize("facet", [Facet.ROLE, Facet.COUNTRY])
def test_a_slice_without_role_or_country_has_no_broader_one(facet: Facet) -> None:
    with pytest.raises(ValueError, match=f"the same {facet}"):
        climbed(PUNE.without(facet), lambda _: 100)


@settings(max_examples=50)
@given(st.data())
def test_a_table_shows_at_each_place_what_climbing_from_there_finds(data: st.DataObject) -> None:
    values = {Facet.CITY: ["pune", "austin"], Facet.SIZE: ["small"], Facet.INDUSTRY: ["banks"]}
    shape = [len(said) + 1 for said in values.values()]
    cells = data.draw(st.lists(st.integers(0, 12), min_size=prod(shape), max_size=prod(shape)))
    rows = np.array(cells).reshape(shape)

    def line(query: Query, facet: Facet) -> int:
        return values[facet].index(query.one(facet)) if facet in query.facets else -1

    def place(query: Query) -> tuple[int, ...]:
        return tuple(line(query, facet) for facet in values)

    shown = shown_at(rows, list(values))

    numbers = np.arange(rows.size).reshape(shape)
    for said in product(*([*words, ""] for words in values.values())):
        query = SENIOR
        for facet, word in zip(values, said, strict=True):
            query = query.where(facet, word) if word else query
        found = climbed(query, lambda asked: int(rows[place(asked)]))
        expected = NOTHING if found is NOT_ENOUGH else numbers[place(found.query)]
        assert shown[place(query)] == expected
