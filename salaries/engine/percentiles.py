"""Percentiles by linear interpolation, to the last bit what numpy's default gives."""

from collections.abc import Sequence
from dataclasses import dataclass

PERCENTS = (10, 25, 50, 75, 90)
HALF = 0.5
# A summary rests on its two ends and on two ranks for each percentile.
RANKS = 2 + 2 * len(PERCENTS)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a slice of one row or more pays, in whole currency units a year.

    A percentile between two rows is a fraction of the way from the one to the other.
    """

    n: int
    lowest: int
    highest: int
    p10: float
    p25: float
    p50: float
    p75: float
    p90: float


def ranks_for(n: int) -> list[int]:
    """Return the ranks that the summary of n rows rests on: the ends, and two a percentile."""
    floors = [int(percent / 100 * (n - 1)) for percent in PERCENTS]
    return [0, n - 1, *floors, *(min(floor + 1, n - 1) for floor in floors)]


def summary_of(n: int, pay: Sequence[int]) -> Summary:
    """Return the summary of n rows, given the pay at ranks_for(n)."""
    lowest, highest, *around = pay
    below, above = around[: len(PERCENTS)], around[len(PERCENTS) :]
    return Summary(
        n,
        lowest,
        highest,
        *(
            _between(low, high, percent / 100 * (n - 1) % 1)
            for percent, low, high in zip(PERCENTS, below, above, strict=True)
        ),
    )


def _between(low: int, high: int, share: float) -> float:
    """Return the point a share of the way up, reckoned from the nearer end as numpy does."""
    if share < HALF:
        return low + (high - low) * share
    return high - (high - low) * (1 - share)
