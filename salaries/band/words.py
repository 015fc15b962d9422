"""What is said of a band: what its midpoint rests on, and where a pay lies in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext

from salaries import money
from salaries.band.evidence import Evidence, Weakness
from salaries.band.steps import Plan
from salaries.choices import Kind
from salaries.rows import PayRow
from salaries.stand.beside import named
from salaries.thresholds import FEW


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
    if text := _one_amount(row):
        return text.format(amount=row.median if row.kind is Kind.OBSERVED else row.amount)
    text = gettext("the middle of {band} of {amount}")
    return text.format(band=named(row), amount=row.amount)


def _one_amount(row: PayRow) -> str:
    """Return what the midpoint is where the figure itself has that amount; else nothing."""
    if row.kind is Kind.OBSERVED:
        return gettext("the observed median of {amount}")
    return gettext("the reported average of {amount}") if row.is_average else ""


def reasons(anchor: Evidence, *, is_chosen: bool) -> Iterator[str]:
    """Yield why this figure is taken, and what must be known of it."""
    yield gettext("The midpoint comes from the figure that you chose.") if is_chosen else rule()
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
        "The midpoint comes from the figure that the rule picks: one of the choice itself before "
        "one of a broader slice; an observed median of at least {few} values before a reported "
        "band, and that before a modelled one."
    ).format(few=FEW)


def stale() -> str:
    return gettext(
        "The figure that was chosen for the midpoint is none of this choice. The rule decides "
        "instead."
    )


def warning(rows: Sequence[PayRow], anchor: Evidence | None) -> str:
    """Return what is missing where no pay of the choice itself was observed; else nothing."""
    own = [row for row in rows if not row.broader]
    if any(row.kind is Kind.OBSERVED for row in own):
        return ""
    if anchor and anchor.row.kind is Kind.OBSERVED:
        return gettext(
            "No pay was observed for this choice itself; the band is built around that of a "
            "broader slice."
        )
    behind = [anchor.row] if anchor else own
    what = pgettext("behind", "this band") if anchor else pgettext("behind", "these figures")
    return _unobserved(behind).format(what=what) if behind else ""


def _unobserved(behind: Sequence[PayRow]) -> str:
    if all(row.kind is Kind.REPORTED for row in behind):
        return gettext(
            "Only published claims stand behind {what}: somebody published them, and no pay "
            "that was observed is held for this choice."
        )
    if any(row.working and row.working.computed_at for row in behind):
        return gettext(
            "Only a modelled figure stands behind {what}: no pay that was observed is held for "
            "this choice itself."
        )
    return gettext(
        "Only published claims stand behind {what}: what is modelled starts from a published "
        "band, and no pay that was observed is held for this choice."
    )


@dataclass(frozen=True, slots=True)
class Working:
    """The numbers of the formula: what the midpoint is, the spread as a share, the amounts.

    says_mid is whether the words of the basis have the midpoint itself.
    """

    basis: str
    says_mid: bool
    share: str
    low: str
    mid: str
    high: str


def working(plan: Plan) -> Working:
    row, band = plan.anchor.row, plan.band
    low, mid, high = (
        money.exactly(amount, row.currency) for amount in (band.low, band.mid, band.high)
    )
    text, share = _one_amount(row), f"{plan.spread / 100:.2f}"
    return Working(text.format(amount=mid) or basis(row), bool(text), share, low, mid, high)
