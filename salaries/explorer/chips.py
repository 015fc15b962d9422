"""The filters that are set, each with the link that takes it back, and what to ask instead."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from salaries.asking.holdings import Holdings
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import Basis, View
from salaries.slices import DEFAULTS, Slice

# The views that draw a part of what the bands show.
HAVE_LESS = (View.DISTRIBUTION, View.CITIES)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, with the link that removes it."""

    label: str
    url: str


def chips(asked: Slice, vocabulary: Vocabulary, holdings: Holdings, path: str) -> tuple[Chip, ...]:
    """Return one chip for each value that narrows the answer; the default role alone is none."""
    roles = () if asked.roles == DEFAULTS["roles"] else asked.roles
    fields: list[tuple[str, list[tuple[str, str]]]] = [
        ("roles", [(role, vocabulary.roles[role].name) for role in roles]),
        ("levels", [(level, str(level.label)) for level in asked.levels]),
        ("countries", _country_chips(asked)),
        ("cities", [(city, vocabulary.cities[city].name) for city in asked.cities]),
        ("sizes", [(size, str(size.label)) for size in asked.sizes]),
        ("industries", [(slug, holdings.industries[slug][0]) for slug in asked.industries]),
        ("sources", [(slug, holdings.sources[slug].short_name) for slug in asked.sources]),
        ("kinds", [(kind, str(kind.label)) for kind in asked.kinds]),
    ]
    narrowing = tuple(
        Chip(label, asked.without(field, value).url(path))
        for field, values in fields
        for value, label in values
    )
    return (*narrowing, *_money_chips(asked, path))


def _money_chips(asked: Slice, path: str) -> Iterator[Chip]:
    """Yield what is asked of the amounts, each with the link that shows them otherwise."""
    if asked.currency:
        label = gettext("In {currency}").format(currency=asked.currency.value)
        yield Chip(label, replace(asked, currency=None, page=1).url(path))
    if asked.basis is not Basis.MARKET:
        label = gettext("Adjusted for purchasing power")
        yield Chip(label, replace(asked, basis=Basis.MARKET, page=1).url(path))


def wider(asked: Slice, path: str) -> tuple[Chip, ...]:
    """Return what may be asked instead of a slice without figures: each time less of it."""
    # A city that is chosen is only marked among the others where cities are compared.
    narrows = asked.cities and asked.view is not View.CITIES
    ways = (
        (gettext("The bands of this choice"), asked.seen_as(View.BANDS), asked.view in HAVE_LESS),
        (gettext("Any company size"), replace(asked, sizes=()), bool(asked.sizes)),
        (gettext("All of the country"), replace(asked, cities=()), bool(narrows)),
        (gettext("Every level"), replace(asked, levels=()), bool(asked.levels)),
        (gettext("Any industry"), replace(asked, industries=()), bool(asked.industries)),
        (gettext("Every source"), replace(asked, sources=()), bool(asked.sources)),
        (gettext("Every kind of figure"), replace(asked, kinds=()), bool(asked.kinds)),
        (gettext("The Technical Product Manager in India"), Slice(release=asked.release), True),
    )
    return tuple(Chip(label, wide.on_page(1).url(path)) for label, wide, helps in ways if helps)


def _country_chips(asked: Slice) -> list[tuple[str, str]]:
    if asked.cities or asked.countries == DEFAULTS["countries"]:
        return []
    return [(country, str(country.label)) for country in asked.countries]
