"""One figure, and in words where a pay lies beside it; nothing is averaged or interpolated."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy

from salaries import money
from salaries.choices import Currency, Kind, PayKind
from salaries.position.places import Drawing, Place, Side, drawing, interval, place
from salaries.rows import PayRow
from salaries.stand.asking import Own
from salaries.stand.beside import is_just_past, named, verdict
from salaries.thresholds import FEW
from salaries.wordings import unit_said

TO_AN_AMOUNT = {
    Side.BELOW: gettext_lazy("{amount} below it."),
    Side.ABOVE: gettext_lazy("{amount} above it."),
}
# What is said of the distances to both ends.
TO_CLOSED_ENDS = gettext_lazy("{low} its lower end, {high} its upper end.")
TO_STATED_AMOUNTS = gettext_lazy("{low} the lowest amount stated, {high} the highest.")
TO_AVERAGES = gettext_lazy("{low} the lowest average, {high} the highest.")
PLAUSIBLE = {
    Side.BELOW: gettext_lazy("{band}, widened by its error: {range}; your amount is below that."),
    Side.WITHIN: gettext_lazy("{band}, widened by its error: {range}; your amount is within that."),
    Side.ABOVE: gettext_lazy("{band}, widened by its error: {range}; your amount is above that."),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure and the pay beside it; no drawing where the two are not compared."""

    row: PayRow
    verdict: str
    distances: str = ""
    plausible: str = ""
    percentile: str = ""
    condition: str = ""
    drawing: Drawing | None = None


def entry(own: Own, row: PayRow, *, end: int) -> Entry:
    """Return the pay beside the figure, drawn on an axis that ends at the end."""
    if refusal := not_compared(own, row):
        return Entry(row, refusal)
    where = place(own.amount, low=row.low, high=row.high)
    return Entry(
        row,
        verdict(where, row),
        distances(where, row),
        _plausible(own.amount, row),
        percentile(own.amount, row),
        condition(own, row),
        drawing(own.amount, (row.low, row.high), around=row.reach, end=end),
    )


def not_compared(own: Own, row: PayRow) -> str:
    """Return why a pay of another kind than the figure is not set beside it; else nothing."""
    if own.pay_kind is None or row.pay_kind in {own.pay_kind, PayKind.NOT_STATED}:
        return ""
    return gettext(
        "Not compared: the figure is of another kind of pay ({kind}) than your amount ({own})."
    ).format(kind=row.pay_kind.label, own=own.pay_kind.label)


def distances(where: Place, row: PayRow) -> str:
    """Return how far it is to both ends, in money; to what is stated where they are no ends."""
    if row.low == row.high:
        beside = TO_AN_AMOUNT.get(where.side, "")
        return beside.format(amount=money.said(where.from_low, row.currency))
    words = TO_AVERAGES if row.is_average else TO_STATED_AMOUNTS
    is_closed = not (row.is_average or row.open_ended)
    text = (TO_CLOSED_ENDS if is_closed else words).format(
        low=_distance(where.from_low, row.currency, is_below=where.side is Side.BELOW),
        high=_distance(where.from_high, row.currency, is_below=where.side is not Side.ABOVE),
    )
    if is_just_past(where, row):
        return gettext(
            "{distances} A band includes its lower end and not its upper one, as a level does."
        ).format(distances=text)
    if not is_closed or where.side is not Side.WITHIN:
        return text
    inside = gettext("Within {band}: {distances}")
    return inside.format(band=named(row), distances=text)


def _distance(amount: int, currency: Currency, *, is_below: bool) -> str:
    if not amount:
        return gettext("at")
    text = gettext("{amount} below") if is_below else gettext("{amount} above")
    return text.format(amount=money.said(amount, currency))


def _plausible(pay: int, row: PayRow) -> str:
    if row.kind is not Kind.MODELLED or row.reach is None:
        return ""
    low, high = row.reach
    where = place(pay, low=low, high=high)
    side = Side.WITHIN if row.open_ended and where.side is Side.ABOVE else where.side
    return PLAUSIBLE[side].format(band=capfirst(named(row)), range=row.plausible)


def percentile(pay: int, row: PayRow) -> str:
    """Return between which stored percentiles the pay lies, where the sample is large enough."""
    if row.kind is not Kind.OBSERVED or row.n is None:
        return ""
    unit = unit_said(row.n_unit)
    if row.n < FEW:
        return gettext("No percentile: {number} {unit} are fewer than {few}.").format(
            number=row.n, unit=unit, few=FEW
        )
    named = (
        ("P10", row.p10),
        ("P25", row.low),
        (gettext("the median"), row.p50),
        ("P75", row.high),
        ("P90", row.p90),
    )
    marks = [(name, amount) for name, amount in named if amount is not None]
    told = ", ".join(f"{name} {money.said(amount, row.currency)}" for name, amount in marks)
    return gettext("Percentile: {interval} of {number} {unit} ({marks}).").format(
        interval=interval(pay, marks), number=f"{row.n:,}", unit=unit, marks=told
    )


def condition(own: Own, row: PayRow) -> str:
    """Return which kind of pay the visitor's amount must be for the line to hold, unless it is."""
    if row.pay_kind is PayKind.NOT_STATED:
        return gettext(
            "The source does not say which parts of pay its amount covers, so it may be base pay "
            "or total compensation. Yours may not be the same."
        )
    if row.pay_kind is own.pay_kind:
        return ""
    return gettext("This holds only if your amount is of the same kind: {kind}.").format(
        kind=row.pay_kind.label
    )
