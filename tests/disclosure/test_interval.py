from math import comb

import pytest

from salaries.disclosure.interval import median_interval, median_ranks
from salaries.disclosure.verdict import NOT_ENOUGH


def coverage(n: int, low: int) -> float:
    """Return the chance that the median lies from rank low to the same rank from above."""
    ways: int = sum(comb(n, below) for below in range(low + 1, n - low))
    return ways / (1 << n)


def test_the_interval_is_the_narrowest_that_holds_the_median_often_enough() -> None:
    for n in range(6, 300):
        ranks = median_ranks(n)

        assert ranks is not None
        low, high = ranks
        assert low + high == n - 1
        assert coverage(n, low) >= 0.95 > coverage(n, low + 1)


def test_five_values_or_fewer_have_no_interval() -> None:
    assert [median_ranks(n) for n in range(6)] == [None] * 6


def test_ranks_of_a_large_sample_are_those_of_the_normal_distribution() -> None:
    low, high = median_ranks(1_000_000) or (0, 0)

    assert (high - low) / 2 == pytest.approx(1.96 * 1_000_000**0.5 / 2, rel=1e-3)


def test_the_interval_is_pay_at_its_ranks() -> None:
    pay = [1_000 * rank for rank in range(11)]

    assert median_interval(11, lambda ranks: [pay[rank] for rank in ranks]) == (1_000, 9_000)


def test_an_interval_that_would_tell_the_extremes_is_not_given() -> None:
    assert median_interval(10, lambda _: [1, 2]) is NOT_ENOUGH
    assert median_interval(0, lambda _: [], fewest=0) is NOT_ENOUGH
