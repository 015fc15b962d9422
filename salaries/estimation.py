"""What nobody has published: a band computed from a tier and pay ratios.

Pure arithmetic. The method is printed on /data/method/ and runs from here, so that the
page cannot describe another one than the site uses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, floor, log, sqrt
from typing import Self


@dataclass(frozen=True, slots=True)
class Ratio:
    """A pay ratio with its interval; applied as value ** exponent."""

    value: float
    low: float
    high: float
    exponent: float = 1.0

    @property
    def applied(self) -> float:
        return float(self.value**self.exponent)

    def times(self, share: float) -> Self:
        """Return the ratio as it would be if its value were so much of what it is."""
        return replace(self, value=self.value * share)

    @property
    def half_width(self) -> float:
        """Half the interval in logs, after the exponent."""
        return log(self.high / self.low) / 2 * self.exponent


@dataclass(frozen=True, slots=True)
class Estimate:
    """A modelled band in whole currency units per year, rounded to the step.

    The exact ends and the half-width (in logs) are kept to show the working.
    """

    low: int
    high: int
    plausible_low: int
    plausible_high: int
    exact_low: float
    exact_high: float
    half_width: float


def estimate(
    tier: tuple[int, int], ratios: Sequence[Ratio], *, tier_half_width: float, step: int
) -> Estimate:
    """Return the tier times every ratio, and the band widened by the error of the model.

    The errors of tier and ratios are taken as independent: their half-widths in logs add
    as squares, and the band is widened by the root at both ends.
    """
    low, high = (float(end) for end in tier)
    for ratio in ratios:
        low, high = low * ratio.applied, high * ratio.applied
    half_width = sqrt(tier_half_width**2 + sum(ratio.half_width**2 for ratio in ratios))
    return Estimate(
        rounded(low, step),
        rounded(high, step),
        rounded(low * exp(-half_width), step),
        rounded(high * exp(half_width), step),
        low,
        high,
        half_width,
    )


def rounded(amount: float, step: int) -> int:
    """Return the multiple of the step nearest to the amount, halves upwards."""
    return floor(amount / step + 0.5) * step
