"""What of an answer is shown: the one door between the engine and every output.

After releases.protected no slice has too few rows. These functions hide them all the same, so
that neither rule leans on the other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from salaries.disclosure.verdict import NOT_ENOUGH, NotEnough
from salaries.engine.histogram import Histogram
from salaries.engine.percentiles import Summary
from salaries.thresholds import FEWEST_FOR_TAILS, FEWEST_TO_SHOW


@dataclass(frozen=True, slots=True)
class Limits:
    """Fewer rows than these: nothing is shown, no tails are shown."""

    hide: int = FEWEST_TO_SHOW
    tails: int = FEWEST_FOR_TAILS


@dataclass(frozen=True, slots=True)
class Shown:
    """Percentiles in whole currency units a year; the extremes are somebody's pay, never shown."""

    n: int
    p10: int | None
    p25: int
    p50: int
    p75: int
    p90: int | None


@dataclass(frozen=True, slots=True)
class Bar:
    """So many rows from low up to, not including, high; None means that the end is open."""

    low: int | None
    high: int | None
    n: int


def shown(summary: Summary | None, limits: Limits) -> Shown | NotEnough:
    if summary is None:
        return NOT_ENOUGH
    five = (summary.p10, summary.p25, summary.p50, summary.p75, summary.p90)
    return shown_percentiles(summary.n, five, limits)


def shown_percentiles(n: int, five: Iterable[float], limits: Limits) -> Shown | NotEnough:
    """Return what is shown of n rows, given their percentiles, the tenth first."""
    if n < limits.hide:
        return NOT_ENOUGH
    p10, p25, p50, p75, p90 = (round(percentile) for percentile in five)
    if n < limits.tails:
        return Shown(n, None, p25, p50, p75, None)
    return Shown(n, p10, p25, p50, p75, p90)


def rounded_down(n: int, limits: Limits) -> int:
    """Return how many rows there are of a sort, as it may be said of a release as a whole.

    A multiple of the fewest; 0 means fewer than those, none included. So a count tells of fewer
    neither by itself nor, as the next lower or higher one may be meant, less another.
    """
    return n // limits.hide * limits.hide


def shown_bars(histogram: Histogram | None, limits: Limits) -> tuple[Bar, ...] | NotEnough:
    """Return the distribution with neighbouring bins put together until each has enough rows.

    The outermost ends are open: where the bins end would tell the extremes.
    """
    if histogram is None:
        return NOT_ENOUGH
    bars = list(_enough(histogram, limits.hide))
    if not bars:
        return NOT_ENOUGH
    # The last bar takes what is left over above it.
    rest = histogram.n - sum(bar.n for bar in bars)
    return (*bars[:-1], replace(bars[-1], high=None, n=bars[-1].n + rest))


def _enough(histogram: Histogram, fewest: int) -> Iterator[Bar]:
    """Yield bars from below, each as narrow as the bins allow with enough rows."""
    low, n = None, 0
    counts = (histogram.below, *histogram.counts, histogram.above)
    for high, count in zip((*histogram.edges, None), counts, strict=True):
        n += count
        if n >= fewest:
            yield Bar(low, high, n)
            low, n = high, 0
