"""From the currency of a figure to the one asked for: a dated rate, and rows with new amounts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from salaries.choices import Basis, Currency
from salaries.origins import Conversion
from salaries.rows import PayRow

AMOUNTS = ("low", "high", "p10", "p25", "p50", "p50_low", "p50_high", "p75", "p90")
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
    amounts: dict[str, Any] = {
        name: _times(getattr(row, name), rate.value) for name in (*AMOUNTS, *REACHES)
    }
    return replace(
        row, currency=rate.currency, basis=rate.basis, conversion=rate.conversion, **amounts
    )


def _times(amount: int | None, rate: Decimal) -> int | None:
    return None if amount is None else round(amount * rate)
