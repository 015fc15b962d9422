"""Percentiles by linear interpolation, to the last bit what numpy's default gives."""

from collections.abc import Sequence
from typing import NamedTuple

PERCENTS = (10, 25, 50, 75, 90)
SHARES = tuple(percent / 100 for percent in PERCENTS)
# A summary rests on so many rows: the ends of the bins, and two rows for each percentile.
RANKS = 2 + 2 * len(PERCENTS)
HALF = 0.5
# One row in fifty at either end may lie outside of the bins of a distribution, so that a stray
# value does not leave all the others in one bin.
OUTSIDE = 50


class Summary(NamedTuple):
    """What a slice of one row or more pays, in whole currency units a year.

    A percentile between two rows is a fraction of the way from the one to the other. first and
    last are what the bins of the distribution must hold.
    """

    n: int
    first: int
    last: int
    p10: float
    p25: float
    p50: float
    p75: float
    p90: float


def ranks_for(n: int) -> list[int]:
    """Return the ranks that the summary of n rows rests on; n is one or more.

    They are the ends of the bins, the rank below each percentile, and the rank above each. Of a
    single row both are the same.
    """
    last, outside = n - 1, n // OUTSIDE
    below = [int(share * last) for share in SHARES]
    above = [rank + 1 for rank in below] if last else below
    return [outside, last - outside, *below, *above]


def summary_of(n: int, pay: Sequence[int]) -> Summary:
    """Return the summary of n rows, given the pay at the ranks that ranks_for names."""
    first, last, *around = pay
    low, high = around[: len(PERCENTS)], around[len(PERCENTS) :]
    shares = [share * (n - 1) % 1 for share in SHARES]
    return Summary(n, first, last, *map(_between, low, high, shares))


def _between(low: int, high: int, share: float) -> float:
    """Return the number that lies this share of the way from low to high.

    It is reckoned from the nearer end, as numpy does.
    """
    apart = high - low
    return low + apart * share if share < HALF else high - apart * (1 - share)
