"""Percentiles by linear interpolation, to the last bit what numpy's default gives."""

from collections.abc import Sequence
from dataclasses import dataclass

PERCENTS = (10, 25, 50, 75, 90)
SHARES = tuple(percent / 100 for percent in PERCENTS)
HALF = 0.5
# One row in fifty at either end may lie outside of the bins of a distribution, so that a stray
# value does not leave all the others in one bin.
OUTSIDE = 50
# A summary rests on the ends of the bins, and on two ranks for each percentile.
RANKS = 2 + 2 * len(PERCENTS)


@dataclass(frozen=True, slots=True)
class Summary:
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
    """Return the ranks that the summary of n rows rests on: first, last, and two a percentile."""
    last, outside = n - 1, n // OUTSIDE
    floors = [int(share * last) for share in SHARES]
    # A single row is both.
    above = [floor + 1 for floor in floors] if last else floors
    return [outside, last - outside, *floors, *above]


def summary_of(n: int, pay: Sequence[int]) -> Summary:
    """Return the summary of n rows, given the pay at ranks_for(n)."""
    below, above = pay[-2 * len(PERCENTS) : -len(PERCENTS)], pay[-len(PERCENTS) :]
    shares = [share * (n - 1) % 1 for share in SHARES]
    # Reckoned from the nearer end, as numpy does.
    percentiles = [
        low + (high - low) * share if share < HALF else high - (high - low) * (1 - share)
        for share, low, high in zip(shares, below, above, strict=True)
    ]
    return Summary(n, *pay[:2], *percentiles)
