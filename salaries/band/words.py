"""What is said of a band: what its midpoint rests on, and where a pay lies in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext

from salaries import money
from salaries.band.building import Band, compa_ratio, range_percent
from salaries.band.evidence import Evidence, Weakness
from salaries.band.ladder import Plan, full
from salaries.choices import Kind
from salaries.position.places import Side, place
from salaries.rows import PayRow
from salaries.stand.asking import Own
from salaries.stand.beside import named
from salaries.stand.entries import condition, not_compared
from salaries.thresholds import FEW


@dataclass(frozen=True, slots=True)
class Position:
    """A pay beside a band, in sentences, and what must hold for them to be true."""

    lines: tuple[str, ...]
    condition: str = ""


def headline(plan: Plan) -> str:
    """Return the band in one sentence, with what it rests on."""
    row, band = plan.anchor.row, plan.band
    text = gettext(
        "A band of {amount} a year, midpoint {mid}: built here with a spread of {spread} around "
        "{basis} ({origin})."
    )
    return text.format(
        amount=money.band(band.low, band.high, row.currency),
        mid=money.said(band.mid, row.currency),
        spread=f"{plan.spread} %",
        basis=basis(row),
        origin=f"{row.kind.label.lower()}, {row.pay_kind.label}, {row.year_label}, {row.sample}",
    )


def basis(row: PayRow) -> str:
    """Return what of the figure the midpoint is."""
    if row.kind is Kind.OBSERVED:
        return gettext("the observed median of {amount}").format(amount=row.median)
    if row.is_average:
        return gettext("the reported average of {amount}").format(amount=row.amount)
    text = gettext("the middle of {band} of {amount}")
    return text.format(band=named(row), amount=row.amount)


def reasons(anchor: Evidence, *, is_chosen: bool) -> Iterator[str]:
    """Yield why this figure is taken, and what must be known of it."""
    yield gettext("The midpoint is of the figure that you chose.") if is_chosen else rule()
    if anchor.weakness is Weakness.OPEN:
        yield gettext(
            "This band states no upper end. The highest amount that it states is taken for one, so "
            "the midpoint is too low where pay goes further."
        )
    if anchor.weakness is Weakness.FEW:
        yield gettext(
            "This figure rests on fewer than {few} values and moves a lot with each of them."
        ).format(few=FEW)
    if anchor.row.broader:
        yield f"{capfirst(anchor.row.broader)}."


def rule() -> str:
    return gettext(
        "The midpoint is of the figure that the rule takes: one of the choice itself before one of "
        "a broader slice; an observed median of at least {few} values before a reported band, and "
        "that before a modelled one."
    ).format(few=FEW)


def warning(rows: Sequence[PayRow]) -> str:
    """Return what is missing where no pay of the choice itself was observed; else nothing."""
    kinds = {row.kind for row in rows if not row.broader}
    if not kinds or Kind.OBSERVED in kinds:
        return ""
    if kinds == {Kind.REPORTED}:
        return gettext(
            "Only published claims stand behind this band: somebody published them, and no pay "
            "that was observed is held for this choice."
        )
    if any(row.working and row.working.computed_at for row in rows):
        return gettext(
            "Only a modelled figure stands behind this band: no pay that was observed is held for "
            "this choice itself."
        )
    return gettext(
        "Only published claims stand behind this band: what is modelled starts from a published "
        "band, and no pay that was observed is held for this choice."
    )


def position(own: Own, row: PayRow, band: Band) -> Position:
    if refusal := not_compared(own, row):
        return Position((refusal,))
    return Position(
        (_compa(own.amount, band), _in_range(own.amount, row, band)), condition(own, row)
    )


def _compa(pay: int, band: Band) -> str:
    ratio = f"{compa_ratio(pay, band):.2f}"
    if pay == band.mid:
        return gettext("Compa-ratio {ratio}: exactly the midpoint.").format(ratio=ratio)
    above = gettext("Compa-ratio {ratio}: {percent} above the midpoint.")
    below = gettext("Compa-ratio {ratio}: {percent} below the midpoint.")
    percent = f"{abs(100 * (compa_ratio(pay, band) - 1)):.1f} %"
    return (above if pay > band.mid else below).format(ratio=ratio, percent=percent)


def _in_range(pay: int, row: PayRow, band: Band) -> str:
    where = place(pay, low=band.low, high=band.high)
    words = {
        Side.BELOW: gettext("Position in range {percent}: {amount} below the minimum."),
        Side.WITHIN: gettext(
            "Position in range {percent}: {amount} above the minimum, {rest} below the maximum."
        ),
        Side.ABOVE: gettext("Position in range {percent}: {rest} above the maximum."),
    }
    return words[where.side].format(
        percent=f"{range_percent(pay, band):.1f} %",
        amount=full(where.from_low, row.currency),
        rest=full(where.from_high, row.currency),
    )


@dataclass(frozen=True, slots=True)
class Working:
    """The numbers of the formula: what the midpoint is, the spread as a share, the amounts."""

    basis: str
    share: str
    low: str
    mid: str
    high: str


def working(plan: Plan) -> Working:
    row, band = plan.anchor.row, plan.band
    ends = (full(amount, row.currency) for amount in (band.low, band.mid, band.high))
    return Working(basis(row), f"{plan.spread / 100:.2f}", *ends)
