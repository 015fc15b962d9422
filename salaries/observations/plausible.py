"""Amounts that are unlikely to be a year's pay, and what they may be instead."""

from dataclasses import dataclass

from salaries.choices import Currency

# What a year in product management pays, generously: 4 lakh to 10 crore rupees, and the
# limits that the survey rows of the United States were checked against.
PLAUSIBLE = {Currency.INR: (4_00_000, 10_00_00_000), Currency.USD: (20_000, 1_000_000)}
OUT_OF_RANGE, UNIT_IN_DOUBT, FOREIGN = "out_of_range", "unit_in_doubt", "foreign_currency"
# So many times below or above that, an amount is of another unit or mistyped, whoever reports it.
FAR_OUT = 10
# A steward's word that a suspicious row is right.
CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Unit:
    """Another unit, and how many of the plain one it is a year."""

    words: str
    times: int
    most: int  # above this nobody would write it


UNITS = (
    Unit("an hourly wage", 2_080, 1_000),
    Unit("a monthly wage", 12, 10_000_000),
    Unit("thousands", 1_000, 10_000),
)
LAKH = Unit("lakh", 1_00_000, 1_000)


def doubt(pay: int, currency: Currency) -> tuple[str, str]:
    """Return the flag and the reason for an amount that is hardly a year's pay."""
    low, high = PLAUSIBLE[currency]
    units = (*UNITS, LAKH) if currency is Currency.INR else UNITS
    guesses = [unit.words for unit in units if pay <= unit.most and low <= pay * unit.times <= high]
    guesses += [str(other.label) for other in _other_currencies(pay, currency)]
    said = f"is outside {low:,} to {high:,} {currency} a year"
    if not guesses:
        return OUT_OF_RANGE, said
    return UNIT_IN_DOUBT, f"{said}; {' or '.join(guesses)}?"


def is_absurd(pay: int, currency: Currency) -> bool:
    low, high = PLAUSIBLE[currency]
    return not low / FAR_OUT <= pay <= high * FAR_OUT


def _other_currencies(pay: int, currency: Currency) -> list[Currency]:
    return [
        other
        for other, (low, high) in PLAUSIBLE.items()
        if other is not currency and low <= pay <= high
    ]
