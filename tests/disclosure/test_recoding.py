from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from salaries.disclosure.recoding import LOOSE, blanked, ways
from salaries.engine.facets import Facet
from tests.disclosure.worlds import frame, successions, world

NEEDED = 5


def recoded(*groups: tuple[int, dict[str, str]]) -> list[tuple[str, str, str, str, int]]:
    """Return how many rows there are of each level, city, size and industry, recoded."""
    rows = frame(world(*groups))
    way = ways(rows, apart=np.zeros(len(rows), dtype=np.int64), fewest=NEEDED)
    kept = blanked(rows[way != LOOSE], way[way != LOOSE])
    looks = kept[["level", "city", "size", "industry"]].itertuples(index=False, name=None)
    return [(*look, n) for look, n in sorted(Counter(looks).items())]


def test_a_large_atom_stays_as_it_is() -> None:
    assert recoded((5, {"city": "pune", "size": "large", "industry": "banks"})) == [
        ("mid", "pune", "large", "banks", 5)
    ]


def test_small_atoms_give_up_the_industry_first() -> None:
    assert recoded(
        (3, {"city": "pune", "industry": "banks"}), (2, {"city": "pune", "industry": "games"})
    ) == [("mid", "pune", "", "", 5)]


def test_the_city_goes_before_the_size_and_the_size_before_the_level() -> None:
    assert recoded((3, {"city": "pune", "size": "large"}), (2, {"size": "large"})) == [
        ("mid", "", "large", "", 5)
    ]
    assert recoded((3, {"level": "lead", "size": "large"}), (2, {"level": "lead"})) == [
        ("lead", "", "", "", 5)
    ]


def test_a_facet_is_kept_where_giving_up_a_more_important_one_alone_is_enough() -> None:
    assert recoded(
        (3, {"city": "pune", "industry": "banks"}), (2, {"city": "delhi", "industry": "banks"})
    ) == [("mid", "", "", "banks", 5)]


def test_a_small_atom_joins_the_rows_that_never_knew_the_facet() -> None:
    assert recoded((5, {}), (1, {"city": "pune"})) == [("mid", "", "", "", 6)]


def test_what_is_still_too_small_is_left_out() -> None:
    assert recoded((5, {"city": "pune"}), (4, {"city": "delhi"})) == [("mid", "pune", "", "", 5)]


@pytest.mark.parametrize(
    ("facet", "values"),
    [("source", "ab"), ("role", "ab"), ("country", "ab"), ("pay_kind", "ab"), ("currency", "ab")],
)
def test_some_facets_are_never_given_up(facet: str, values: str) -> None:
    assert recoded(*((4, {facet: value}) for value in values)) == []


def test_years_are_never_put_together() -> None:
    rows = frame(world((6, {})))
    rows["year"] = [2024, 2024, 2024, 2025, 2025, 2025]

    assert set(ways(rows, apart=np.zeros(6, dtype=np.int64), fewest=NEEDED)) == {LOOSE}


def test_rows_that_are_kept_apart_do_not_count_as_alike() -> None:
    rows = frame(world((9, {})))

    way = ways(rows, apart=np.array([0] * 5 + [1] * 4), fewest=NEEDED)

    assert way.tolist() == [0] * 5 + [LOOSE] * 4


@given(frames=successions())
def test_no_row_has_a_value_that_it_did_not_have(frames: list[pd.DataFrame]) -> None:
    rows = frames[-1]
    way = ways(rows, apart=np.zeros(len(rows), dtype=np.int64), fewest=3)

    after = blanked(rows, np.where(way == LOOSE, 0, way))

    for facet in Facet:
        assert ((after[facet] == rows[facet]) | (after[facet] == "")).all()
