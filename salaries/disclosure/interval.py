"""Between which amounts the median of all such pay lies, with 95 % confidence.

Of n values drawn at random, each is below the true median with a probability of one half, so
the number of values below it is binomial (n, 1/2). The interval from the r-th lowest to the
r-th highest value holds the median with the probability

    P(r <= B <= n - r) = sum of C(n, i) / 2^n over i = r ... n - r

whatever the distribution. r is the greatest with which this is at least 0.95. Source: H. A.
David and H. N. Nagaraja, Order Statistics, 3rd edition, 2003, section 7.1.
"""

from collections.abc import Callable, Sequence
from math import exp, lgamma, log

from salaries.disclosure.verdict import NOT_ENOUGH, NotEnough
from salaries.thresholds import FEWEST_FOR_INTERVAL

CONFIDENCE = 0.95


def median_interval(
    n: int, pay_at: Callable[[Sequence[int]], list[int]], *, fewest: int = FEWEST_FOR_INTERVAL
) -> tuple[int, int] | NotEnough:
    """Return the ends, given the pay at ranks; those of a few would tell the extremes."""
    ranks = median_ranks(n)
    if n < fewest or ranks is None:
        return NOT_ENOUGH
    low, high = pay_at(ranks)
    return low, high


def median_ranks(n: int) -> tuple[int, int] | None:
    """Return the ranks of the ends, 0 for the lowest value; None where n is too small."""
    # From the middle outwards: as many steps as the interval is wide, also for a million rows.
    low = n // 2
    chance = exp(lgamma(n + 1) - lgamma(low + 1) - lgamma(n - low + 1) - n * log(2))
    held = chance if n % 2 == 0 else 2 * chance
    while held < CONFIDENCE and low > 0:
        chance *= low / (n - low + 1)
        low -= 1
        held += 2 * chance
    return (low - 1, n - low) if low > 0 else None
