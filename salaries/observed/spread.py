"""What lies behind an observed row: how its observations spread, and each year by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from salaries.disclosure.showing import Bar, shown_bars
from salaries.disclosure.verdict import NOT_ENOUGH
from salaries.engine.query import Measure
from salaries.observed.figures import Found, Observed
from salaries.observed.grids import LIMITS
from salaries.rows import PayRow

# One bar says no more than the sample size.
FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class Distribution:
    """A row, and the bars of its observations: none where they are too few to be spread out."""

    row: PayRow
    bars: tuple[Bar, ...]


def distributions(found: Iterable[Found]) -> Iterator[Distribution]:
    for one in found:
        chosen = one.chosen
        summary = chosen.summary()
        bars = shown_bars(chosen.histogram(summary) if summary else None, LIMITS)
        if bars is NOT_ENOUGH or len(bars) < FEWEST_BARS:
            bars = ()
        yield Distribution(one.row, bars)


def years_apart(observed: Observed, found: Found) -> tuple[PayRow, ...]:
    """Return a row for each year of a row's observations that has enough, the first first.

    Only current years are in a snapshot (salaries.observed.making); no two are pooled.
    """
    kind, currency = found.rung.query.measure.pay_kind, found.rung.query.measure.currency
    rungs = (
        replace(found.rung, query=replace(found.rung.query, measure=Measure(kind, currency, year)))
        for year in found.chosen.years()
    )
    enough = (rung for rung in rungs if observed.count(rung.query) >= LIMITS.hide)
    return tuple(_marked(observed.said_of(rung).row) for rung in enough)


def _marked(row: PayRow) -> PayRow:
    """Return the row saying that it is of one year, so that no file takes it for all years."""
    text = gettext("{place}, of the year {year} alone").format(place=row.place, year=row.year)
    return replace(row, place=text)
