from typing import Any

import pytest

from tests.hostile.revealed import Revealed

ROW = {
    "kind": "observed",
    "place": "Computed here from the usable, current rows of the source",
    "sources": [{"short_name": "Adverts"}],
    "role": "product-manager",
    "country": "india",
    "level": "senior",
    "pay_kind": "base",
    "city": None,
    "size": "large",
    "industry": "software",
    "n": 47,
    "p10": None,
    "p90": None,
}


def revealed_by(*rows: dict[str, Any]) -> Revealed:
    revealed = Revealed()
    revealed.read({"rows": [ROW | row for row in rows], "claims": []})
    return revealed


@pytest.mark.parametrize(
    "inside",
    [
        [{"city": "pune", "n": 44}],
        [{"city": "pune", "n": 30}, {"city": "mumbai", "n": 14}],
        [{"size": None, "n": 50}],
        [{"industry": "", "n": 79}, {"industry": "banks", "n": 29}],
    ],
)
def test_a_slice_less_what_is_inside_it_is_seen(inside: list[dict[str, Any]]) -> None:
    # One alone is found twice: as a slice inside, and as the sum of all slices inside.
    found = set(revealed_by({}, *inside).small_differences())

    assert len(found) == 1
    assert found.pop().endswith("leaves 3")


@pytest.mark.parametrize(
    "other",
    [
        {"city": "pune", "n": 42},
        # The broader slice that stands in the place of one is another slice.
        {"city": "pune", "n": 44, "industry": ""},
        {"city": "pune", "n": 44, "level": "lead"},
        {"kind": "reported", "city": "pune", "n": 44},
    ],
)
def test_slices_of_which_neither_is_inside_the_other_are_not(other: dict[str, Any]) -> None:
    assert revealed_by({}, other).small_differences() == []


def test_too_few_rows_and_their_tails_are_seen() -> None:
    faults = revealed_by({"n": 4}, {"n": 9, "p10": 1, "p90": 2}).faults

    assert [fault.partition(":")[0] for fault in faults] == ["n = 4", "tails of 9"]
