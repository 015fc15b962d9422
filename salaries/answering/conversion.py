"""From the currency of a figure to the one asked for: a dated rate, and rows with new amounts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from salaries.choices import Basis, Currency, Kind
from salaries.origins import Conversion
from salaries.rows import PayRow

AMOUNTS = ("low", "high", "p10", "p25", "p50", "p50_low", "p50_high", "p75", "p90")
# Those of a published or modelled band that are kept, the first ones.
DIGITS = 3
REACHES = ("plausible_low", "plausible_high")


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of the currency asked for stand for one unit of another."""

    currency: Currency
    basis: Basis
    value: Decimal
    conversion: Conversion


def converted(rows: Iterable[PayRow], rates: Mapping[Currency, Rate]) -> tuple[PayRow, ...]:
    """Return the rows in the currency asked for; one without a rate stays as it is."""
    return tuple(
        _converted(row, rates[row.currency]) if row.currency in rates else row for row in rows
    )


def _converted(row: PayRow, rate: Rate) -> PayRow:
    """Return the row with every amount times the rate, in whole units; its sample stays."""
    is_exact = row.kind is Kind.OBSERVED or rate.value == 1
    times = _in_full if is_exact else _rounded
    amounts: dict[str, Any] = {
        name: None if amount is None else times(amount * rate.value)
        for name in (*AMOUNTS, *REACHES)
        for amount in [getattr(row, name)]
    }
    return replace(
        row, currency=rate.currency, basis=rate.basis, conversion=rate.conversion, **amounts
    )


def _in_full(amount: Decimal) -> int:
    return round(amount)


def _rounded(amount: Decimal) -> int:
    """Return a band's end, which was a round number, with no more digits than it may have had."""
    return int(round(amount, DIGITS - 1 - amount.adjusted()))
