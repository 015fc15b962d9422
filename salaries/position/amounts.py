"""An amount as somebody types it: whole units a year, or a message that says what is right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext, gettext_lazy

from roles.querystring import echo
from salaries import money
from salaries.choices import Currency
from salaries.money import CRORE, LAKH

THOUSAND = 1_000
# Longer than any amount that is written out with its currency and its unit.
MOST_CHARACTERS = 40
# Separators stand after thousands or, as in India, after the thousands and then each two digits.
AMOUNT = re.compile(
    r"(?P<mark>₹|rs\.?|inr|us\$|\$|usd)? ?"
    r"(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}|[0-9]+)"
    r"(?:\.[0-9]+)?)"
    # The last of करोड़ is one character or two: as ड़ is typed, or as Unicode normalises it.
    r" ?(?P<unit>lakhs?|lacs?|lpa|l|crores?|cr|k|लाख|करो(?:\u095c|\u0921\u093c))?"
    r" ?(?P<code>inr|usd)?",
    re.ASCII | re.IGNORECASE,
)
# By its first letter, in Latin or Devanagari.
RUPEE_UNITS = {"l": LAKH, "c": CRORE, "ल": LAKH, "क": CRORE}
IN_WORDS = {Currency.INR: gettext_lazy("rupees"), Currency.USD: gettext_lazy("US dollars")}
SUCH_AS = {
    Currency.INR: gettext_lazy("2600000, 26,00,000 or 26 lakh"),
    Currency.USD: gettext_lazy("130000, 130,000 or $130,000"),
}
WHICH_UNIT = {
    Currency.INR: gettext_lazy("Lakh or rupees?"),
    Currency.USD: gettext_lazy("Thousands or dollars?"),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a year's pay can be; from monthly up, what is less is rather a month's pay."""

    monthly: int
    lowest: int
    highest: int


# The lowest in rupees is half of the lowest end of any band in the data; those in dollars are
# the bounds that survey answers had to pass. The highest are far above any figure.
LIMITS = {
    Currency.INR: Limits(20_000, 3 * LAKH, 10 * CRORE),
    Currency.USD: Limits(1_000, 20_000, 1_000_000),
}


class AmountError(ValueError):
    """A text that is no year's pay; the message says why, and what would be right."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The parts of an amount: the number times the unit, and the currency if it was named."""

    number: Decimal
    unit: int
    currency: Currency | None
    text: str


def typed(text: str) -> Typed | None:
    """Return the parts of an amount, or None for what is not written as one."""
    plain = " ".join(text.split())
    found = AMOUNT.fullmatch(plain) if len(plain) <= MOST_CHARACTERS else None
    if found is None:
        return None
    unit = (found["unit"] or "").lower()[:1]
    signs = f"{found['mark'] or ''}{found['code'] or ''}".lower()
    return Typed(
        Decimal(found["number"].replace(",", "")),
        THOUSAND if unit == "k" else RUPEE_UNITS.get(unit, 1),
        _currency(signs, in_rupee_units=unit in RUPEE_UNITS),
        echo(plain),
    )


def _currency(signs: str, *, in_rupee_units: bool) -> Currency | None:
    if "$" in signs or "usd" in signs:
        return Currency.USD
    return Currency.INR if signs or in_rupee_units else None


def one_amount(texts: Iterable[str], currency: Currency | None) -> int | None:
    """Return the one amount that is given, or None for none; AmountError for anything else.

    Without a currency it is read in the one that it names; None if it names none, and may be right.
    """
    given = [text for text in texts if text.strip()]
    if len(given) > 1:
        raise AmountError(gettext("Give one amount, not {number}.").format(number=len(given)))
    if not given:
        return None
    found = typed(given[0])
    read_in = currency or (found.currency if found else Currency.INR)
    return None if read_in is None else amount(given[0], read_in)


def amount(text: str, currency: Currency) -> int:
    """Return a year's pay in whole units of the currency; AmountError for anything else."""
    found = typed(text)
    if found is None:
        refusal = gettext("“{value}” is not an amount.").format(value=echo(text))
        raise AmountError(f"{refusal} {_right(currency)}")
    if found.currency not in {None, currency}:
        refusal = gettext("“{value}” is not in {currency}, and nothing is converted here.").format(
            value=found.text, currency=IN_WORDS[currency]
        )
        raise AmountError(f"{refusal} {_right(currency)}")
    whole = found.number * found.unit
    if whole != int(whole):
        refusal = gettext("“{value}” is not a whole number of {currency}.").format(
            value=found.text, currency=IN_WORDS[currency]
        )
        raise AmountError(f"{refusal} {_right(currency)}")
    _check_limits(int(whole), found.text, currency)
    return int(whole)


def _right(currency: Currency) -> str:
    return gettext("Type a year's pay in whole {currency}, such as {examples}.").format(
        currency=IN_WORDS[currency], examples=SUCH_AS[currency]
    )


def _check_limits(whole: int, text: str, currency: Currency) -> None:
    limits = LIMITS[currency]
    if whole > limits.highest:
        refusal = gettext("“{value}” is more than {most}, the most that this page takes.").format(
            value=text, most=money.said(limits.highest, currency)
        )
        raise AmountError(f"{refusal} {_right(currency)}")
    if whole < limits.monthly:
        refusal = gettext("“{value}” is too little for a year's pay.").format(value=text)
        raise AmountError(f"{refusal} {_unit(whole, currency)}")
    if whole < limits.lowest:
        yearly = money.exactly(12 * whole, currency)
        raise AmountError(
            gettext(
                "“{value}” looks like a month's pay. Give a year's: twelve times as much is "
                "{amount}."
            ).format(value=text, amount=yearly)
        )


def _unit(number: int, currency: Currency) -> str:
    """Ask in which unit the number was meant, with the amount that it would be."""
    limits, asked = LIMITS[currency], WHICH_UNIT[currency]
    for unit in (LAKH, THOUSAND) if currency is Currency.INR else (THOUSAND,):
        meant = number * unit
        if limits.lowest <= meant <= limits.highest:
            full = money.exactly(meant, currency)
            answer = gettext("For {amount}, type {full}.").format(
                amount=money.said(meant, currency), full=full
            )
            return f"{asked} {answer}"
    return f"{asked} {_right(currency)}"
