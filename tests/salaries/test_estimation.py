"""The expectations are the worked examples of the method, done by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.estimation import Ratio, estimate, rounded

HYDERABAD = Ratio(1.022, 0.923, 1.094)
LARGE_IN_INDIA = Ratio(1.086, 0.963, 1.240)


def test_senior_hyderabad_large_is_the_example_of_the_method() -> None:
    band = estimate(
        (22_00_000, 30_00_000), [HYDERABAD, LARGE_IN_INDIA], tier_half_width=0.20, step=50_000
    )

    assert (band.low, band.high) == (24_50_000, 33_50_000)
    assert (band.plausible_low, band.plausible_high) == (19_00_000, 43_00_000)
    assert band.half_width == pytest.approx(0.25, abs=0.005)
    assert (round(band.exact_low), round(band.exact_high)) == (24_41_762, 33_29_676)


def test_entry_pune_small_is_the_second_example() -> None:
    band = estimate(
        (10_00_000, 15_00_000),
        [Ratio(0.997, 0.78, 1.067), Ratio(0.844, 0.686, 0.927)],
        tier_half_width=0.20,
        step=50_000,
    )

    assert (round(band.exact_low, -4), round(band.exact_high, -4)) == (8_40_000, 12_60_000)


def test_a_metropolitan_ratio_is_applied_with_its_exponent() -> None:
    band = estimate(
        (143_550, 210_000),
        [Ratio(1.198, 1.117, 1.286, exponent=0.5), Ratio(1.100, 1.080, 1.122)],
        tier_half_width=0.10,
        step=5_000,
    )

    assert (round(band.exact_low, -2), round(band.exact_high, -2)) == (172_800, 252_800)
    assert (band.low, band.high) == (175_000, 255_000)


def test_without_ratios_the_band_is_the_tier_widened_by_its_own_error() -> None:
    band = estimate((100_000, 200_000), [], tier_half_width=0.0, step=5_000)

    assert (band.plausible_low, band.low, band.high, band.plausible_high) == (
        100_000,
        100_000,
        200_000,
        200_000,
    )


@pytest.mark.parametrize(("amount", "nearest"), [(24_000, 0), (25_000, 50_000), (74_999, 50_000)])
def test_rounding_takes_the_nearest_step_and_halves_upwards(amount: int, nearest: int) -> None:
    assert rounded(amount, 50_000) == nearest


ratios = st.builds(
    lambda value, down, up, exponent: Ratio(value, value * down, value * up, exponent),
    st.floats(0.3, 3),
    st.floats(0.3, 1),
    st.floats(1, 3),
    st.sampled_from([0.5, 1.0]),
)


@given(
    st.integers(100_000, 10_000_000),
    st.integers(0, 10_000_000),
    st.lists(ratios, max_size=3),
    st.floats(0, 0.5),
)
def test_the_plausible_range_always_holds_the_band(
    low: int, width: int, used: list[Ratio], half_width: float
) -> None:
    band = estimate((low, low + width), used, tier_half_width=half_width, step=50_000)

    assert band.plausible_low <= band.low <= band.high <= band.plausible_high
