"""A band from its midpoint and spread, by hand and for any."""

from hypothesis import given
from hypothesis import strategies as st

from salaries.band.building import (
    LEAST_SPREAD,
    MOST_SPREAD,
    Band,
    built,
    compa_ratio,
    range_percent,
    shared,
    shared_percent,
)

MIDPOINTS = st.integers(min_value=1_000, max_value=100_000_000)
SPREADS = st.integers(min_value=LEAST_SPREAD, max_value=MOST_SPREAD)


def test_a_band_lies_around_its_midpoint() -> None:
    assert built(24_00_000, 100) == Band(16_00_000, 24_00_000, 32_00_000)
    # 2 x 26,00,000 / 2.4 is 21,66,666.67; what is printed, times 1.4, is 30,33,333.8.
    assert built(26_00_000, 40) == Band(21_66_667, 26_00_000, 30_33_334)


def test_what_two_bands_share_is_a_part_of_the_first() -> None:
    low, high = Band(100, 120, 150), Band(140, 170, 200)

    assert shared(low, high) == shared(high, low) == 10
    assert shared_percent(low, high) == 20
    assert round(shared_percent(high, low), 1) == 16.7
    assert shared(low, Band(150, 170, 200)) == shared(low, Band(160, 170, 200)) == 0


def test_a_pay_lies_beside_the_midpoint_and_in_the_range() -> None:
    band = Band(80, 100, 120)

    assert [compa_ratio(pay, band) for pay in (80, 100, 125)] == [0.8, 1, 1.25]
    assert [range_percent(pay, band) for pay in (70, 80, 90, 120, 130)] == [-25, 0, 25, 100, 125]


@given(MIDPOINTS, SPREADS)
def test_the_ends_are_around_the_midpoint_and_as_far_apart_as_is_asked(
    mid: int, spread: int
) -> None:
    band = built(mid, spread)

    assert band.low <= band.mid <= band.high
    # Rounding moves the minimum by half a unit, and the maximum by half a unit more.
    assert abs(band.high - band.low * (100 + spread) / 100) <= 0.5
    assert abs((band.low + band.high) / 2 - mid) <= 1.5


@given(MIDPOINTS, MIDPOINTS, SPREADS)
def test_an_overlap_is_between_nothing_and_the_whole_band(
    one: int, other: int, spread: int
) -> None:
    first, second = built(one, spread), built(other, spread)

    assert 0 <= shared_percent(first, second) <= 100
    assert shared(first, second) == shared(second, first)
    assert shared_percent(first, first) == 100


def test_a_band_of_next_to_nothing_has_no_width_to_share() -> None:
    nothing = Band(1, 1, 1)

    assert shared_percent(nothing, nothing) == range_percent(1, nothing) == 0
