"""Where a pay lies beside a figure: in its band, and among its percentiles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext


class Side(Enum):
    """Where a pay lies; one at an end lies within, and from_low or from_high is 0."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pay lies beside a band.

    percent is how far it is through the band in money, one decimal; None outside of it, and
    in a band without width. The distances to the two ends are never negative.
    """

    side: Side
    percent: float | None
    from_low: int
    from_high: int

    @property
    def percent_text(self) -> str:
        return "" if self.percent is None else f"{self.percent:.1f}".removesuffix(".0") + " %"


def place(pay: int, *, low: int, high: int) -> Place:
    side = Side.BELOW if pay < low else Side.ABOVE if pay > high else Side.WITHIN
    through = side is Side.WITHIN and low < high
    return Place(
        side,
        round(100 * (pay - low) / (high - low), 1) if through else None,
        abs(pay - low),
        abs(high - pay),
    )


def interval(pay: int, marks: Sequence[tuple[str, int]]) -> str:
    """Return between which of the named amounts the pay lies; they rise and are not empty.

    Nothing is interpolated: the distribution between two marks is not known.
    """
    at = [name for name, mark in marks if mark == pay]
    below = [name for name, mark in marks if mark < pay]
    above = [name for name, mark in marks if mark > pay]
    if at:
        return gettext("at {marks}").format(marks=gettext(" and ").join(at))
    if not below:
        return gettext("below {mark}").format(mark=above[0])
    if not above:
        return gettext("above {mark}").format(mark=below[-1])
    return gettext("between {low} and {high}").format(low=below[-1], high=above[0])


# A band without width is still drawn wide enough to be seen.
LEAST_WIDTH = 0.6
# The axis ends a little beyond what is drawn on it.
AXIS_MARGIN = 1.05


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the axis, in percent of it."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A band, the range around it if it has one, and the pay, on an axis from nothing."""

    band: Stretch
    around: Stretch | None
    own: float


def axis_end(amounts: Iterable[int]) -> int:
    return round(max(amounts) * AXIS_MARGIN)


def drawing(
    pay: int, band: tuple[int, int], *, around: tuple[int, int] | None, end: int
) -> Drawing:
    def share(amount: int) -> float:
        return round(100 * amount / end, 2)

    def stretch(low: int, high: int) -> Stretch:
        return Stretch(share(low), max(share(high - low), LEAST_WIDTH))

    return Drawing(stretch(*band), None if around is None else stretch(*around), share(pay))
