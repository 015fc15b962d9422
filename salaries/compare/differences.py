"""How far two figures lie apart. Pure: rows go in, words come out.

Only figures of the same kind, kind of pay, currency and source are set against each other;
everything else would compare two sources, not two places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from salaries import money
from salaries.rows import PayRow

Origin = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the ends of a figure differ from those of the first, and what both ranges share.

    broader says of either side that a broader slice stands in its place.
    """

    row: PayRow
    low: str
    high: str
    overlap: str
    broader: str


def origin(row: PayRow) -> Origin:
    """Return what two figures must have in common to be compared."""
    return (row.kind.value, row.pay_kind.value, row.currency.value, row.main_source.name)


def differences(first: Iterable[PayRow], others: Iterable[PayRow]) -> Iterator[Difference]:
    """Yield the difference of each figure from the one of the same origin among the first."""
    base = {origin(row): row for row in first}
    for row in others:
        if (start := base.get(origin(row))) is not None:
            yield _difference(start, row)


def _difference(start: PayRow, row: PayRow) -> Difference:
    # The same figure of both slices: that it does not differ from itself says nothing.
    if replace(row, broader=start.broader) == start:
        same = gettext("the same figure")
        return Difference(row, same, same, same, _broader(start, row))
    low, high = _ends(start, row)
    return Difference(row, low, high, overlap(start, row), _broader(start, row))


def _ends(start: PayRow, row: PayRow) -> tuple[str, str]:
    """Return how far each end lies from that of the first.

    A modelled band is rounded to be read, so that two may seem further apart, or less, than the
    ratios say: its ends are set against each other before they are rounded, and as a share alone.
    """
    is_open = start.open_ended or row.open_ended
    if start.working and row.working:
        pairs = zip(start.working.ends, row.working.ends, strict=True)
        low, high = (by_ratio(one, other) for one, other in pairs)
    else:
        low = apart(start.low, row.low, row.currency)
        high = apart(start.high, row.high, row.currency)
    return low, gettext("not computed: an end is open") if is_open else high


def _broader(start: PayRow, row: PayRow) -> str:
    """Return which slice is shown in place of the one that is compared, and of the first."""
    if start.broader == row.broader or not start.broader:
        return row.broader
    text = gettext("{said}; slice A: {first}") if row.broader else gettext("slice A: {first}")
    return text.format(said=row.broader, first=start.broader)


def apart(start: int, end: int, currency: str) -> str:
    """Return how far the second amount lies from the first: +₹2 lakh (+9.1 %)."""
    change = end - start
    if not change:
        return gettext("no difference")
    sign = "+" if change > 0 else "-"
    return f"{sign}{money.said(abs(change), currency)} ({share(start, end)})"


def by_ratio(start: float, end: float) -> str:
    """Return how far the second amount lies from the first as a share, if that is any."""
    return share(start, end) if round(end / start - 1, 3) else gettext("no difference")


def share(start: float, end: float) -> str:
    """Return how far the second amount lies from the first, in tenths of a per cent of it."""
    return f"{(end - start) / start:+.1%}".replace("%", " %")


def overlap(one: PayRow, other: PayRow) -> str:
    """Return the range in which both figures lie; an open end shuts nothing out.

    Bands are half-open, as levels are: two that touch share nothing, but an amount lies in a band.
    """
    low = max(one.low, other.low)
    closed = [row.high for row in (one, other) if not row.open_ended]
    if not closed:
        return money.and_more(money.said(low, one.currency), open_ended=True)
    touch = low == min(closed) and one.low < one.high and other.low < other.high
    if touch or low > min(closed):
        return gettext("none")
    return money.band(low, min(closed), one.currency)
