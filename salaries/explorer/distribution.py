"""How observed pay spreads: one chart for each source, kind of pay, level and place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from django.utils.translation import gettext

from salaries import money
from salaries.answering.answers import Answer, sort_key
from salaries.disclosure.showing import Bar
from salaries.explorer.bands import Tick, share, ticks_between
from salaries.explorer.series import about
from salaries.observed.figures import Found
from salaries.observed.spread import Distribution, distributions
from salaries.rows import PayRow
from salaries.slices import Slice
from salaries.thresholds import FEWEST_TO_SHOW

# The tallest column, of the hundred parts of the drawing's height.
TALLEST = 92


@dataclass(frozen=True, slots=True)
class Column:
    """One bar of a distribution. Its area, not its height, is its number of observations.

    low or high is None at an open end; left and right are where it is drawn, an open one as wide
    as the others usually are. x, width and height are percentages of the drawing.
    """

    label: str
    n: int
    low: int | None
    high: int | None
    left: int
    right: int
    x: float
    width: float
    height: float

    @property
    def is_open(self) -> bool:
        return self.low is None or self.high is None

    @property
    def top(self) -> float:
        return round(100 - self.height, 2)


@dataclass(frozen=True, slots=True)
class Spread:
    """A distribution as it is drawn: no columns where there is not enough data for two."""

    row: PayRow
    title: str
    sentence: str
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    median: float | None


def sorted_found(asked: Slice, found: Iterable[Found]) -> tuple[Distribution, ...]:
    """Return the distributions behind the observed rows of a slice, in its order."""
    return tuple(sorted(distributions(found), key=lambda one: sort_key(one.row, asked)))


def only(found: Answer, spread: Iterable[Distribution]) -> Answer:
    """Return the answer less the figures of which no observations are known."""
    return found.charted(found.asked, ((one.row,) for one in spread))


def spreads(found: Answer, spread: Iterable[Distribution]) -> tuple[Spread, ...]:
    """Return the charts of the page."""
    bars = {one.row: one.bars for one in spread}
    return tuple(_spread(row, bars[row]) for row in found.page_rows)


def _spread(row: PayRow, bars: tuple[Bar, ...]) -> Spread:
    text = gettext("{about} ({sample}, release {release})")
    title = text.format(about=about(row), sample=row.sample, release=row.release)
    if not bars:
        return Spread(row, title, _sentence(row, bars), (), (), None)
    ends = _closed(row, bars)
    ticks = ticks_between(ends[0][0], ends[-1][1], row.currency)
    start, end = ticks[0].amount, ticks[-1].amount
    return Spread(
        row,
        title,
        _sentence(row, bars),
        tuple(_columns(row, bars, ends, start=start, end=end)),
        ticks,
        None if row.p50 is None else share(row.p50, end, start=start),
    )


def _closed(row: PayRow, bars: tuple[Bar, ...]) -> list[tuple[int, int]]:
    """Return the ends of each bar as it is drawn: an open one is as wide as most others."""
    widths = [bar.high - bar.low for bar in bars if bar.low is not None and bar.high is not None]
    usual = round(median(widths)) if widths else max(row.high - row.low, 1)
    return [
        (
            max(0, (bar.high or 0) - usual) if bar.low is None else bar.low,
            (bar.low or 0) + usual if bar.high is None else bar.high,
        )
        for bar in bars
    ]


def _columns(
    row: PayRow, bars: tuple[Bar, ...], ends: list[tuple[int, int]], *, start: int, end: int
) -> Iterator[Column]:
    per_unit = [bar.n / (high - low) for bar, (low, high) in zip(bars, ends, strict=True)]
    for bar, (low, high), density in zip(bars, ends, per_unit, strict=True):
        x = share(low, end, start=start)
        yield Column(
            _label(bar, row.currency),
            bar.n,
            bar.low,
            bar.high,
            low,
            high,
            x,
            width=round(share(high, end, start=start) - x, 2),
            height=round(TALLEST * density / max(per_unit), 2),
        )


def _label(bar: Bar, currency: str) -> str:
    if bar.low is None:
        return gettext("below {amount}").format(amount=money.said(bar.high or 0, currency))
    if bar.high is None:
        return money.and_more(money.said(bar.low, currency), open_ended=True)
    return money.band(bar.low, bar.high, currency)


def _sentence(row: PayRow, bars: tuple[Bar, ...]) -> str:
    """Return the middle of the distribution, and where most of it is."""
    text = gettext("Half lies at {amount} a year; the median is {median}.")
    said = text.format(amount=row.amount, median=row.median)
    if not bars:
        too_few = gettext(
            "There is not enough data for a distribution: it takes two bars of {few} observations "
            "or more."
        )
        return f"{said} {too_few.format(few=FEWEST_TO_SHOW)}"
    largest = max(bars, key=lambda bar: bar.n)
    most = gettext("The bar with most is {label}: {n} of {all}.")
    return f"{said} " + most.format(label=_label(largest, row.currency), n=largest.n, all=row.n)
