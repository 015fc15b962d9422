"""The band chart as the server draws it: positions in percent of a common axis."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.utils.translation import gettext

from salaries import money
from salaries.choices import Basis, Country, Currency, Kind
from salaries.origins import SourceRef
from salaries.rows import PayRow

# Steps that read well on an axis, per power of ten.
STEPS = (1, 2, 5)
MOST_TICKS = 6
# What tells a row from the others of its role and kind of pay.
About = Callable[[PayRow], str]
ABOUT: About = attrgetter("label")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the chart; positions and widths are percentages of the axis."""

    row: PayRow
    label: str
    x: float
    width: float
    median: float | None
    reach: tuple[float, float] | None

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def reach_width(self) -> float:
        return round(self.reach[1] - self.reach[0], 2) if self.reach else 0


@dataclass(frozen=True, slots=True)
class Tick:
    amount: int
    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Panel:
    """The bars of one country, whose amounts share a currency and an axis."""

    country: Country
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    sources: tuple[SourceRef, ...]

    @property
    def unit(self) -> str:
        """What the axis counts: a currency, and whether amounts are adjusted."""
        row = self.bars[0].row
        if row.basis is Basis.MARKET:
            return row.currency.value
        return gettext("{currency}, adjusted for purchasing power").format(currency=row.currency)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of figure that the panel shows, for its legend."""
        shown = {bar.row.kind for bar in self.bars}
        return tuple(kind for kind in Kind if kind in shown)


def panels(rows: Sequence[PayRow], about: About = ABOUT) -> tuple[Panel, ...]:
    """Return one panel per country, because amounts in two currencies share no axis."""
    countries = dict.fromkeys(row.country for row in rows)
    by_country = ([row for row in rows if row.country is country] for country in countries)
    return tuple(panel(own, labels(own, about)) for own in by_country)


def over_all_levels(claims: Sequence[PayRow]) -> tuple[Panel, ...]:
    """Return the panels of figures that differ in who says them, and so are named."""
    return panels(claims, _said_by)


def _said_by(row: PayRow) -> str:
    average = str(row.measure.label) if row.is_average else ""
    return ", ".join(filter(None, (row.sources[0].short, row.city, average)))


def panel(rows: Sequence[PayRow], names: Sequence[str]) -> Panel:
    """Return the rows, one at least and all of one country, under these names."""
    country = rows[0].country
    longest = max(max(row.high, row.p50 or 0, *(row.reach or ())) for row in rows)
    ticks = ticks_between(0, longest, rows[0].currency)
    return Panel(
        country,
        tuple(_bar(row, name, ticks[-1].amount) for row, name in zip(rows, names, strict=True)),
        ticks,
        tuple(dict.fromkeys(source for row in rows for source in row.sources)),
    )


def labels(rows: Sequence[PayRow], about: About = ABOUT) -> list[str]:
    """Return what each row is about, with the role, kind of pay and release where these differ."""
    roles, pay_kinds = {row.role for row in rows}, {row.pay_kind for row in rows}
    releases = {row.release for row in rows}
    return [
        ", ".join(
            [
                *([row.role] if len(roles) > 1 else []),
                about(row),
                *([row.pay_kind.word] if len(pay_kinds) > 1 else []),
                *([row.release] if len(releases) > 1 else []),
            ]
        )
        for row in rows
    ]


def tick_step(reach: int) -> int:
    """Return the smallest round step that needs at most MOST_TICKS to cover the reach."""
    power = 1
    while True:
        for step in STEPS:
            if step * power * MOST_TICKS >= reach:
                return step * power
        power *= 10


def ticks_between(low: int, high: int, currency: Currency) -> tuple[Tick, ...]:
    """Return round amounts at equal steps, the first at or below low, the last at or above high."""
    step = tick_step(max(high - low, 1))
    start, end = low // step * step, -(-high // step) * step
    return tuple(_tick(at, end, currency, start=start) for at in range(start, end + 1, step))


def _tick(amount: int, end: int, currency: Currency, *, start: int = 0) -> Tick:
    label = "0" if amount == 0 else money.short(amount, currency)
    return Tick(amount, label, share(amount, end, start=start))


def share(amount: int, end: int, *, start: int = 0) -> float:
    """Return where an amount is on the axis, in percent of its length."""
    return round(100 * (amount - start) / (end - start), 2)


def _bar(row: PayRow, label: str, end: int) -> Bar:
    low, high = share(row.low, end), share(row.high, end)
    return Bar(
        row,
        label,
        x=low,
        # An average is a point; it is still drawn wide enough to be seen.
        width=max(round(high - low, 2), 0.6),
        median=share(row.p50, end) if row.p50 is not None else None,
        reach=(share(row.reach[0], end), share(row.reach[1], end)) if row.reach else None,
    )
