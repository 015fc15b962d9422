"""Where a pay lies in a band, in sentences."""

from dataclasses import dataclass

from django.utils.translation import gettext

from salaries import money
from salaries.band.building import Band, compa_ratio, range_percent
from salaries.position.places import Side, place
from salaries.rows import PayRow
from salaries.stand.asking import Own
from salaries.stand.entries import condition, not_compared

# A share that is rounded to one of these says that a pay is where it is not.
EXACT = {"-0.0", "0.0", "100.0"}


@dataclass(frozen=True, slots=True)
class Position:
    """A pay beside a band, in sentences, and what must hold for them to be true."""

    lines: tuple[str, ...]
    condition: str = ""


def position(own: Own, row: PayRow, band: Band) -> Position:
    if refusal := not_compared(own, row):
        return Position((refusal,))
    lines = (_compa(own.amount, row, band), _in_range(own.amount, row, band))
    return Position(lines, condition(own, row))


def _compa(pay: int, row: PayRow, band: Band) -> str:
    ratio = f"{compa_ratio(pay, band):.2f}"
    if pay == band.mid:
        return gettext("Compa-ratio {ratio}: exactly the midpoint.").format(ratio=ratio)
    above = gettext("Compa-ratio {ratio}: {difference} above the midpoint.")
    below = gettext("Compa-ratio {ratio}: {difference} below the midpoint.")
    percent = f"{abs(100 * (compa_ratio(pay, band) - 1)):.1f} %"
    amount = money.exactly(abs(pay - band.mid), row.currency)
    difference = amount if percent == "0.0 %" else percent
    return (above if pay > band.mid else below).format(ratio=ratio, difference=difference)


def _in_range(pay: int, row: PayRow, band: Band) -> str:
    """Say the share, where it does not contradict the distance, and the distance to the ends."""
    percent = f"{range_percent(pay, band):.1f}"
    is_at_end = pay in {band.low, band.high}
    text = gettext("Position in range: {where}.")
    if is_at_end or percent not in EXACT:
        text = gettext("Position in range {percent}: {where}.")
    return text.format(percent=f"{percent} %", where=_where(pay, row, band))


def _where(pay: int, row: PayRow, band: Band) -> str:
    if pay == band.low:
        return gettext("at the minimum")
    if pay == band.high:
        return gettext("at the maximum")
    found = place(pay, low=band.low, high=band.high)
    words = {
        Side.BELOW: gettext("{amount} below the minimum"),
        Side.WITHIN: gettext("{amount} above the minimum, {rest} below the maximum"),
        Side.ABOVE: gettext("{rest} above the maximum"),
    }
    return words[found.side].format(
        amount=money.exactly(found.from_low, row.currency),
        rest=money.exactly(found.from_high, row.currency),
    )
