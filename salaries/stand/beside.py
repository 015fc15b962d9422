"""The one line that says where a pay lies beside a figure, by what the figure is."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from salaries.choices import Kind
from salaries.position.places import Place, Side
from salaries.rows import PayRow

BAND_NAMES = {
    Kind.REPORTED: gettext_lazy("the reported band"),
    Kind.OBSERVED: gettext_lazy("the middle half (P25 to P75)"),
    Kind.MODELLED: gettext_lazy("the modelled band"),
}

# The verdict on a pay, by what it is beside and where it lies.
BESIDE_A_BAND = {
    Side.BELOW: gettext_lazy("Below {band} of {amount}"),
    Side.WITHIN: gettext_lazy("{percent} of the way through {amount}"),
    Side.ABOVE: gettext_lazy("Above {band} of {amount}"),
}
AT_THE_UPPER_END = gettext_lazy("At the upper end of {band} of {amount}")
BESIDE_A_MIDDLE_HALF = BESIDE_A_BAND | {
    Side.WITHIN: gettext_lazy("{percent} of the way from P25 to P75, in money ({amount})"),
}
# How far it is through a band that has no upper end cannot be said.
BESIDE_AN_OPEN_BAND = BESIDE_A_BAND | {
    Side.WITHIN: gettext_lazy("Between the amounts stated in {amount}: no upper end is stated"),
    Side.ABOVE: gettext_lazy("In the open part of {amount}: no upper end is stated"),
}
# Nor how far it is through the pay behind averages.
BESIDE_AVERAGES = {
    Side.BELOW: gettext_lazy("Below the lowest average of {amount}"),
    Side.WITHIN: gettext_lazy("Between the lowest and the highest average, {amount}"),
    Side.ABOVE: gettext_lazy("Above the highest average of {amount}"),
}
BESIDE_AN_AVERAGE = {
    Side.BELOW: gettext_lazy("Below the average of {amount}"),
    Side.WITHIN: gettext_lazy("Exactly the average of {amount}"),
    Side.ABOVE: gettext_lazy("Above the average of {amount}"),
}
BESIDE_AN_AMOUNT = {
    Side.BELOW: gettext_lazy("Below {amount}"),
    Side.WITHIN: gettext_lazy("Exactly {amount}"),
    Side.ABOVE: gettext_lazy("Above {amount}"),
}


def verdict(where: Place, row: PayRow) -> str:
    """Return the one line that says where the pay lies."""
    words = AT_THE_UPPER_END if is_just_past(where, row) else _words_beside(row)[where.side]
    return str(words).format(amount=row.amount, band=named(row), percent=where.percent_text)


def _words_beside(row: PayRow) -> Mapping[Side, Promise]:
    if row.low == row.high:
        return BESIDE_AN_AVERAGE if row.is_average else BESIDE_AN_AMOUNT
    if row.is_average:
        return BESIDE_AVERAGES
    if row.open_ended:
        return BESIDE_AN_OPEN_BAND
    return BESIDE_A_MIDDLE_HALF if row.kind is Kind.OBSERVED else BESIDE_A_BAND


def is_just_past(where: Place, row: PayRow) -> bool:
    """Whether the pay is the upper end of a band; bands are half-open, as levels are.

    The ends of a middle half are percentiles, and those of averages are averages: no such bounds.
    """
    is_other = row.kind is Kind.OBSERVED or _is_modelled_half(row) or row.is_average
    return not (is_other or row.open_ended or where.from_high) and row.low < row.high


def _is_modelled_half(row: PayRow) -> bool:
    """Whether a row is modelled from a middle half, and so is one."""
    return bool(row.working and row.working.computed_at)


def named(row: PayRow) -> str:
    """Return what the amounts of a row are."""
    if _is_modelled_half(row):
        return gettext("the modelled middle half (P25 to P75)")
    return str(BAND_NAMES[row.kind])
