"""A band from its midpoint and its spread, and how two bands lie. Pure.

Amounts are whole units of one currency a year; shares are in per cent.
"""

from dataclasses import dataclass
from fractions import Fraction

LEAST_SPREAD, MOST_SPREAD = 10, 150
# Where the page begins; no source says it.
DEFAULT_SPREAD = 50


@dataclass(frozen=True, slots=True)
class Band:
    """The minimum, the midpoint and the maximum of a band."""

    low: int
    mid: int
    high: int

    @property
    def width(self) -> int:
        return self.high - self.low


def built(mid: int, spread: int) -> Band:
    """Return the band whose maximum is so many per cent above its minimum.

    The maximum is that of the minimum as it is printed, so that whoever multiplies finds it.
    """
    low = round(Fraction(200 * mid, 200 + spread))
    return Band(low, mid, round(Fraction(low * (100 + spread), 100)))


def shared(one: Band, other: Band) -> int:
    """Return how much of the range of either is in both."""
    return max(0, min(one.high, other.high) - max(one.low, other.low))


def shared_percent(band: Band, other: Band) -> float:
    """Return how much of the width of the first is in the other too."""
    return 100 * shared(band, other) / band.width if band.width else 0.0


def compa_ratio(pay: int, band: Band) -> float:
    return pay / band.mid


def range_percent(pay: int, band: Band) -> float:
    """Return how far a pay is from the minimum to the maximum; outside, below 0 or above 100."""
    return 100 * (pay - band.low) / band.width if band.width else 0.0
