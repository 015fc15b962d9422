"""What is said of TPM pay over PM pay, applied to one PM pay; no number is the guide's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from roles.answers import disputes
from roles.choices import MAIN_ROLE, Section
from roles.cited import Citing
from roles.models import Statement
from roles.options import Option
from roles.querystring import echo, unknown_names
from salaries import money
from salaries.answering.figure_rows import factor_used
from salaries.asking.fields import SlugField
from salaries.asking.filters import Refusal
from salaries.choices import Country, Currency, FactorKind, Kind
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.models import Factor
from salaries.origins import FactorUsed
from salaries.position.amounts import AmountError, one_amount, typed
from salaries.rows import PayRow
from salaries.slices import PAY_PROXY, Slice

FIELDS = ("pm", "cur")
CURRENCIES = tuple(country.currency for country in Country)
PM_ROLE = PAY_PROXY[MAIN_ROLE]
# The figures among which the example of the source stands.
EXAMPLE = Slice(roles=(MAIN_ROLE, PM_ROLE), countries=(Country.UNITED_STATES,))
# What the guide says of the size of the premium, and of the source that contradicts itself.
PREMIUM_FACT = "SF-08"
DISPUTE = "premium-against-example"


@dataclass(frozen=True, slots=True)
class Asked:
    """A PM pay in whole units of the currency per year, if any was given and understood."""

    pm: int | None
    currency: Currency
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """The reported premium as two ratios, with everything that it must carry."""

    used: FactorUsed
    low: Decimal
    high: Decimal

    @property
    def percent(self) -> str:
        return _percents(self.low, self.high)

    def applied(self, pay: int, currency: Currency) -> str:
        return money.band(round(pay * self.low), round(pay * self.high), currency)


@dataclass(frozen=True, slots=True)
class Example:
    """The two amounts that the source gives, what lies between them, and what its rule gives."""

    pm: PayRow
    tpm: PayRow
    percent: str
    by_rule: str


def _percents(low: Decimal, high: Decimal) -> str:
    return gettext("{start} to {end} %").format(start=_percent(low), end=_percent(high))


def _percent(ratio: Decimal) -> str:
    return f"{100 * (ratio - 1):.1f}".removesuffix(".0")


def read(query: QueryDict) -> Asked:
    """Return what is asked; where no currency is given, the one that the amount names."""
    pm, currency, refusals = None, None, []
    try:
        chosen = SlugField(words=CURRENCIES).clean(query.getlist("cur"))
        currency = Currency(chosen[0]) if chosen else _named(query.get("pm", ""))
    except ValidationError as error:
        refusals.append(Refusal("cur", gettext("Currency"), " ".join(error.messages)))
    try:
        pm = one_amount(query.getlist("pm"), currency)
    except AmountError as error:
        refusals.append(Refusal("pm", gettext("PM pay a year, before tax"), str(error)))
    # In the order of their fields.
    return Asked(None if refusals else pm, currency or Currency.INR, tuple(reversed(refusals)))


def _named(text: str) -> Currency:
    found = typed(text)
    return Currency.INR if found is None or found.currency is None else found.currency


def page(query: QueryDict, asked: Asked, known: Known) -> dict[str, Any]:
    """Return what the page shows; without a PM pay, everything but the rule applied to it."""
    explorer = Explorer(QueryDict(EXAMPLE.query()), known)
    factors = known.premiums(explorer.release)
    rule = _rule(factors)
    return {
        "release": explorer.release,
        "pm_typed": echo(query.get("pm", "")),
        "currencies": [Option(c.value, str(c.label), c == asked.currency) for c in CURRENCIES],
        "refusals": asked.refusals,
        "refused": {refusal.name for refusal in asked.refusals},
        "ignored": unknown_names(query, known=FIELDS),
        "rule": rule,
        "pm": None if asked.pm is None else money.exactly(asked.pm, asked.currency),
        "tpm": _applied(rule, asked),
        "example": _example(rule, explorer) if rule else None,
        "premiums": [factor_used(factor) for factor in factors],
        "dispute": next((found for found in disputes() if found.slug == DISPUTE), None),
        "claims": _claims(),
    }


def _applied(rule: Rule | None, asked: Asked) -> str:
    return "" if rule is None or asked.pm is None else rule.applied(asked.pm, asked.currency)


def _rule(factors: Iterable[Factor]) -> Rule | None:
    """Return the premium that a source states as a range."""
    for factor in factors:
        if factor.kind == FactorKind.REPORTED and factor.low and factor.high:
            return Rule(factor_used(factor), factor.low, factor.high)
    return None


def _example(rule: Rule, explorer: Explorer) -> Example | None:
    """Return the example of the rule's own source, if it gives one amount for each role."""
    rows = [
        row
        for row in explorer.answer.claims
        if row.kind is Kind.REPORTED and row.sources == rule.used.sources
    ]
    by_role = {row.role: row for row in rows}
    pm, tpm = (by_role.get(explorer.role_names.get(role, "")) for role in (PM_ROLE, MAIN_ROLE))
    if pm is None or tpm is None:
        return None
    low, high = Decimal(tpm.low) / pm.high, Decimal(tpm.high) / pm.low
    return Example(pm, tpm, _percents(low, high), rule.applied(pm.low, pm.currency))


def _claims() -> list[Any]:
    statements = Statement.objects.of_section(Section.PAY_FACTORS).with_sources().in_order()
    chosen = [claim for claim in statements if PREMIUM_FACT in claim.inventory_ids]
    cite = Citing(chosen)
    return [cite(claim) for claim in chosen]
