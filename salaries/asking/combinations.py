"""Values of a query that are right by themselves and wrong together."""

from collections.abc import Iterator, Mapping
from math import prod
from typing import Any

from django.utils.translation import gettext

from roles.choices import Level
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import Basis, Country
from salaries.slices import UNCONVERTED

Refused = Iterator[tuple[str, str]]
# So that the dearest question takes a quarter of a second at most: each slice takes some of it.
MOST_SLICES = 64


def refused_together(
    cleaned: Mapping[str, Any], vocabulary: Vocabulary
) -> tuple[tuple[str, str], ...]:
    """Return each parameter to change and why; cleaned holds the words of each parameter.

    What is wrong in one way is said before the next way is looked at.
    """
    ways = (
        _cities_elsewhere(cleaned, vocabulary),
        _unknown_power(cleaned),
        _conversion(cleaned),
        _too_many(cleaned),
    )
    return next(filter(None, map(tuple, ways)), ())


def _cities_elsewhere(cleaned: Mapping[str, Any], vocabulary: Vocabulary) -> Refused:
    """Refuse a country beside a city, unless it is the country of a city that is named."""
    of_cities = {vocabulary.country_of(city) for city in cleaned["city"]}
    for word in cleaned["country"]:
        if of_cities and word not in of_cities:
            cities = ", ".join(vocabulary.cities[city].name for city in cleaned["city"])
            text = gettext(
                "{cities}: not in {country}. Leave the city out to see the country, or "
                "leave the country out: a city says its own."
            )
            yield "city", text.format(cities=cities, country=Country(word).in_text)


def _unknown_power(cleaned: Mapping[str, Any]) -> Refused:
    """Refuse to adjust to a currency in which it is not known what money buys."""
    known = [country.currency.value for country in Country]
    adjusts = Basis.PURCHASING_POWER in cleaned["basis"]
    if adjusts and not set(cleaned["currency"]) <= set(known):
        text = gettext(
            "Purchasing power is known for {currencies} only. Choose one of them, or "
            "leave the basis out to convert at the market rate."
        )
        yield "currency", text.format(currencies=", ".join(known))


def _conversion(cleaned: Mapping[str, Any]) -> Refused:
    """Refuse another currency, or adjusted amounts, in a view that draws no such thing."""
    if not set(cleaned["view"]) & set(UNCONVERTED):
        return
    text = gettext(
        "A distribution and a trend are in the currency of the country. Leave "
        "this out, or choose the view of bands or of cities."
    )
    if cleaned["currency"]:
        yield "currency", text
    if Basis.PURCHASING_POWER in cleaned["basis"]:
        yield "basis", text


def _too_many(cleaned: Mapping[str, Any]) -> Refused:
    """Refuse more slices than are answered at once, where most values are named."""
    names = ("city", "role", "size", "industry", "level")
    named = {name: len(cleaned[name]) for name in names}
    places, levels = named["city"] or len(cleaned["country"]), named["level"] or len(Level)
    others = (named["role"], named["size"], named["industry"])
    number = prod(max(1, many) for many in (places, levels, *others))
    if number > MOST_SLICES:
        text = gettext(
            "{number} slices are asked for: each city, size and industry at each level of each "
            "role. At most {most} are answered at once. Choose fewer of them."
        )
        most_named = max(named, key=lambda name: named[name])
        yield most_named, text.format(number=number, most=MOST_SLICES)
