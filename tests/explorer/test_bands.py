import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.choices import Country, Currency, Kind, PayKind
from salaries.explorer.bands import MOST_TICKS, labels, panels, tick_step
from tests.salaries.examples import pay_row


def test_bars_share_the_axis_of_their_country() -> None:
    (panel,) = panels(
        [pay_row(low=10_00_000, high=15_00_000), pay_row(low=30_00_000, high=50_00_000)]
    )

    assert tuple(tick.label for tick in panel.ticks) == (
        "0",
        "10 lakh",
        "20 lakh",
        "30 lakh",
        "40 lakh",
        "50 lakh",
    )
    assert [(bar.x, bar.width) for bar in panel.bars] == [(20.0, 10.0), (60.0, 40.0)]


def test_two_currencies_never_share_an_axis() -> None:
    rows = [pay_row(), pay_row(country=Country.UNITED_STATES, currency=Currency.USD)]

    assert [panel.country for panel in panels(rows)] == [Country.INDIA, Country.UNITED_STATES]


def test_a_single_amount_is_still_wide_enough_to_see() -> None:
    (panel,) = panels([pay_row(low=20_00_000, high=20_00_000)])

    assert panel.bars[0].width > 0


def test_medians_and_plausible_ranges_are_placed_on_the_same_axis() -> None:
    row = pay_row(
        kind=Kind.MODELLED,
        low=20_00_000,
        high=30_00_000,
        p50=25_00_000,
        plausible_low=10_00_000,
        plausible_high=50_00_000,
    )

    (panel,) = panels([row])

    (bar,) = panel.bars
    assert (bar.median, bar.reach, bar.reach_width) == (50.0, (20.0, 100.0), 80.0)
    assert panel.kinds == (Kind.MODELLED,)


def test_tails_of_observed_pay_are_its_reach() -> None:
    row = pay_row(kind=Kind.OBSERVED, low=20_00_000, high=30_00_000, p10=10_00_000, p90=40_00_000)

    (bar,) = panels([row])[0].bars

    assert bar.reach == (25.0, 100.0)


def test_no_rows_draw_no_panel() -> None:
    assert panels([]) == ()


@given(st.integers(1, 10**9))
def test_ticks_are_few_and_cover_the_reach(reach: int) -> None:
    step = tick_step(reach)

    assert 1 <= -(-reach // step) <= MOST_TICKS


@pytest.mark.parametrize(
    ("reach", "step"), [(50_00_000, 10_00_000), (43_00_000, 10_00_000), (7, 2)]
)
def test_steps_are_round(reach: int, step: int) -> None:
    assert tick_step(reach) == step


def test_rows_are_told_apart_by_role_and_kind_of_pay_only_where_these_differ() -> None:
    advertised = pay_row(pay_kind=PayKind.ADVERTISED)
    total = pay_row(pay_kind=PayKind.TOTAL, role="Product Manager")

    assert labels([advertised]) == ["Senior"]
    assert labels([advertised, total]) == [
        "Technical Product Manager, Senior, advertised",
        "Product Manager, Senior, total",
    ]
