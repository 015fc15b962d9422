"""Percentiles by linear interpolation, to the last bit what numpy's default gives.

They are reckoned for many sets of rows at once, a line of each array for each set.
"""

from typing import NamedTuple

import numpy as np

from salaries.engine.bitmaps import Integers

PERCENTS = (10, 25, 50, 75, 90)
SHARES = np.array(PERCENTS) / 100
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


def ranks_for(n: Integers) -> Integers:
    """Return the ranks that the summaries of sets of n rows rest on, from 0 in each set.

    A line has the ends of the bins, the rank below each percentile, and the rank above each. A
    set has one row or more; of a single row both ranks are the same.
    """
    last, outside = n[:, np.newaxis] - 1, n[:, np.newaxis] // OUTSIDE
    below = (SHARES * last).astype(np.int64)
    above = np.minimum(below + 1, last)
    return np.concatenate([outside, last - outside, below, above], axis=1)


def summaries_of(n: Integers, pay: Integers) -> list[Summary]:
    """Return the summaries of sets of n rows, given the pay at the ranks that ranks_for names."""
    low, high = pay[:, 2 : -len(PERCENTS)], pay[:, -len(PERCENTS) :]
    share, apart = SHARES * (n[:, np.newaxis] - 1) % 1, high - low
    # Reckoned from the nearer end, as numpy does.
    percentiles = np.where(share < HALF, low + apart * share, high - apart * (1 - share))
    lines = zip(n.tolist(), pay[:, :2].tolist(), percentiles.tolist(), strict=True)
    return [Summary(rows, *first_and_last, *five) for rows, first_and_last, five in lines]
