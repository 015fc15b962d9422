"""Which rate a slice is converted at: one of a whole year before its release, with its source."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext

from salaries.answering.conversion import Rate
from salaries.answering.figure_rows import source_ref
from salaries.choices import Basis, Country, Currency
from salaries.models import DataRelease, ExchangeRate, PurchasingPower
from salaries.origins import Conversion
from salaries.slices import Slice

# Purchasing power is measured in what a dollar buys at home.
ADJUSTED_CURRENCY = Currency.USD


def rates(asked: Slice, release: DataRelease | None) -> dict[Currency, Rate]:
    """Return the rate from the currency of each country; none where nothing is to be converted.

    A rate is that of the last whole year before the release, so it stays with a permalink.
    """
    if release is None:
        return {}
    year = release.as_of.year
    if asked.basis is Basis.PURCHASING_POWER:
        return dict(_of_purchasing_power(asked.currency or ADJUSTED_CURRENCY, year))
    return dict(_of_the_market(asked.currency, year)) if asked.currency else {}


def _of_the_market(wanted: Currency, before: int) -> Iterator[tuple[Currency, Rate]]:
    """Yield the market rate from each other currency, both of the same year."""
    known = {(rate.currency, rate.year): rate for rate in ExchangeRate.objects.before(before)}
    years = sorted({year for _, year in known}, reverse=True)
    for own in {country.currency for country in Country} - {wanted}:
        pair = [one for one in (own, wanted) if one is not Currency.USD]
        year = next((year for year in years if all((one, year) in known for one in pair)), None)
        if year is not None:
            per_usd: dict[Currency, Decimal] = {one: known[one, year].per_usd for one in pair}
            value = per_usd.get(wanted, Decimal(1)) / per_usd.get(own, Decimal(1))
            yield own, _market_rate(wanted, value, [known[one, year] for one in pair])


def _market_rate(wanted: Currency, value: Decimal, used: list[ExchangeRate]) -> Rate:
    """Return the rate with the rates per dollar that it is made of."""
    said = ", ".join(f"{one.per_usd.normalize():f} {one.currency}" for one in used)
    text = gettext("converted at {rates} per US dollar, market average of {year}")
    source = source_ref(used[0].source)
    conversion = Conversion(text.format(rates=said, year=used[0].year), source)
    return Rate(wanted, Basis.MARKET, value, conversion)


def _of_purchasing_power(wanted: Currency, before: int) -> Iterator[tuple[Currency, Rate]]:
    """Yield what the same money buys, from each country to that of the currency asked for."""
    known = {(one.country, one.year): one for one in PurchasingPower.objects.before(before)}
    target = next(country for country in Country if country.currency is wanted)
    for country in Country:
        years = [year for place, year in known if place == country and (target, year) in known]
        if years:
            own, other = known[country, max(years)], known[target, max(years)]
            yield country.currency, _adjusted(wanted, own, other)


def _adjusted(wanted: Currency, own: PurchasingPower, other: PurchasingPower) -> Rate:
    words = gettext(
        "adjusted for purchasing power: what costs {own} {own_currency} in {country} costs "
        "{other} {currency} in {target}, {year}"
    )
    if own == other:
        words = gettext(
            "adjusted for purchasing power: what {currency} buys in {target} is the measure, so "
            "amounts there do not change, {year}"
        )
    text = words.format(
        own=f"{own.per_dollar.normalize():f}",
        own_currency=Country(own.country).currency,
        country=Country(own.country).in_text,
        other=f"{other.per_dollar.normalize():f}",
        currency=wanted,
        target=Country(other.country).in_text,
        year=own.year,
    )
    value = other.per_dollar / own.per_dollar
    return Rate(wanted, Basis.PURCHASING_POWER, value, Conversion(text, source_ref(own.source)))
