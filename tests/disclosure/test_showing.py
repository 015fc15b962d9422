import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.disclosure.interval import median_interval
from salaries.disclosure.showing import (
    Bar,
    Limits,
    Shown,
    rounded_down,
    shown,
    shown_bars,
)
from salaries.disclosure.verdict import NOT_ENOUGH, NotEnough
from salaries.engine.histogram import Histogram
from salaries.engine.percentiles import Summary, ranks_for, summary_of

LIMITS = Limits()


def summary(n: int) -> Summary:
    return Summary(n, 2, 998, p10=100.4, p25=200.6, p50=300.0, p75=400.2, p90=500.9)


@pytest.mark.parametrize("n", [1, 4])
def test_the_empty_and_the_hidden_are_the_same(n: int) -> None:
    assert shown(None, LIMITS) is shown(summary(n), LIMITS) is NOT_ENOUGH
    assert shown_bars(None, LIMITS) is shown_bars(Histogram((0, 9), (n,), 0, 0), LIMITS)


def test_a_small_sample_has_no_tails() -> None:
    assert shown(summary(9), LIMITS) == Shown(9, None, 201, 300, 400, None)
    assert shown(summary(10), LIMITS) == Shown(10, 100, 201, 300, 400, 501)


def said(pay: list[int]) -> tuple[Shown | NotEnough, tuple[int, int] | NotEnough]:
    of_all = summary_of(len(pay), [pay[rank] for rank in ranks_for(len(pay))])
    return shown(of_all, LIMITS), median_interval(len(pay), lambda at: [pay[rank] for rank in at])


# Of ten a tail lies between the lowest and the next, and nothing shown tells either.
@pytest.mark.parametrize("n", [*range(5, 10), *range(11, 60)])
def test_nothing_shown_depends_on_the_lowest_and_the_highest_pay(n: int) -> None:
    pay = [1_000 * rank for rank in range(1, n + 1)]

    assert said(pay) == said([1, *pay[1:-1], 1_000_000])


def test_of_ten_values_the_next_to_the_lowest_is_not_told_beside_the_tails() -> None:
    of_all, interval = said([1_000 * rank for rank in range(1, 11)])

    assert isinstance(of_all, Shown)
    assert (of_all.p10, interval) == (1_900, NOT_ENOUGH)


def test_the_limits_are_the_callers() -> None:
    limits = Limits(hide=3, tails=4)

    assert shown(summary(2), limits) is NOT_ENOUGH
    assert shown(summary(4), limits) == Shown(4, 100, 201, 300, 400, 501)


def test_a_number_of_rows_is_said_in_whole_fives() -> None:
    assert [rounded_down(n, LIMITS) for n in (0, 4, 5, 9, 10, 623)] == [0, 0, 5, 5, 10, 620]


def test_bins_are_put_together_until_each_has_enough() -> None:
    histogram = Histogram((10, 20, 30, 40, 50), (2, 6, 1, 5), below=1, above=3)

    assert shown_bars(histogram, LIMITS) == (Bar(None, 30, 9), Bar(30, None, 9))


counts = st.integers(0, 12)


@given(inside=st.lists(counts, min_size=1, max_size=40), below=counts, above=counts)
def test_every_bar_has_enough_and_all_have_every_row(
    inside: list[int], below: int, above: int
) -> None:
    edges = tuple(range(0, 10 * len(inside) + 1, 10))

    bars = shown_bars(Histogram(edges, tuple(inside), below, above), LIMITS)

    if bars is NOT_ENOUGH:
        assert below + sum(inside) + above < 5
    else:
        assert all(bar.n >= 5 for bar in bars)
        assert sum(bar.n for bar in bars) == below + sum(inside) + above
        assert [bar.low for bar in bars] == [None, *(bar.high for bar in bars[:-1])]
        assert bars[-1].high is None
