"""The filter form, the chips and the sort links, as values with their links in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext

from roles.choices import Level
from roles.options import Option, OptionGroup, counted, options
from salaries.choices import Basis, CompanySize, Country, Currency, Kind, View
from salaries.facets import Counts
from salaries.holdings import Holdings
from salaries.slices import DEFAULT_ROLE, DEFAULT_SORT, DEFAULTS, SORTS, Slice
from salaries.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Controls:
    """Every control of the form, each choice with the number of its figures.

    Where several cities are chosen, each is a box of its own, and the list adds another.
    """

    roles: tuple[Option, ...]
    levels: tuple[Option, ...]
    countries: tuple[Option, ...]
    chosen_cities: tuple[Option, ...]
    cities: tuple[OptionGroup, ...]
    sizes: tuple[Option, ...]
    industries: tuple[Option, ...]
    sources: tuple[Option, ...]
    kinds: tuple[Option, ...]
    currencies: tuple[Option, ...]
    bases: tuple[Option, ...]
    kept: tuple[tuple[str, str], ...]

    @property
    def has_one_city(self) -> bool:
        """Whether a second list is offered, so that one city can be set beside another."""
        return any(option.chosen for group in self.cities for option in group.options)

    @property
    def has_more(self) -> bool:
        """Whether something is set among the controls that are folded away."""
        roles = [role.value for role in self.roles if role.chosen]
        folded = (self.countries, self.industries, self.sources, self.kinds, self.currencies)
        return roles != [DEFAULT_ROLE] or any(
            option.chosen for group in (*folded, self.bases) for option in group
        )


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, with the link that removes it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class SortLink:
    url: str
    direction: Literal["ascending", "descending", "none"]


def controls(asked: Slice, vocabulary: Vocabulary, holdings: Holdings, counts: Counts) -> Controls:
    several = len(asked.cities) > 1
    names = {slug: city.name for slug, city in vocabulary.cities.items()}
    explicit = bool(asked.cities) or asked.countries == DEFAULTS["countries"]
    levels = options(((lv.value, f"{lv.label}, {lv.years}") for lv in Level), asked.levels)
    countries = options(Country.choices, () if explicit else asked.countries)
    chosen = options(((city, names[city]) for city in asked.cities), asked.cities)
    sources = ((slug, source.short_name) for slug, source in holdings.sources.items())
    industries = ((slug, said[0]) for slug, said in holdings.industries.items())
    return Controls(
        roles=counted(vocabulary.role_options(asked.roles), counts["role"]),
        levels=counted(levels, counts["level"]),
        # The default is left unticked: a city says its own country, and must not meet another.
        countries=counted(countries, counts["country"]),
        chosen_cities=counted(chosen, counts["city"]) if several else (),
        cities=tuple(
            OptionGroup(group.label, counted(group.options, counts["city"]))
            for group in vocabulary.city_options(() if several else asked.cities)
        ),
        sizes=counted(options(CompanySize.choices, asked.sizes), counts["size"]),
        industries=counted(options(industries, asked.industries), counts["industry"]),
        sources=counted(options(sources, asked.sources), counts["source"]),
        kinds=counted(options(Kind.choices, asked.kinds), counts["kind"]),
        currencies=options(Currency.choices, [asked.currency or ""]),
        bases=options(
            [(Basis.PURCHASING_POWER, gettext("Adjust for purchasing power"))], [asked.basis]
        ),
        kept=tuple(_kept(asked)),
    )


def _kept(asked: Slice) -> Iterator[tuple[str, str]]:
    """Yield what the form hands on unseen."""
    if asked.view is not View.BANDS:
        yield "view", asked.view
    if asked.sort != DEFAULT_SORT:
        yield "sort", asked.sort
    if asked.release:
        yield "release", asked.release


def chips(asked: Slice, vocabulary: Vocabulary, holdings: Holdings, path: str) -> tuple[Chip, ...]:
    """Return one chip for each value that narrows the answer; the default role is none."""
    fields: list[tuple[str, list[tuple[str, str]]]] = [
        ("roles", [(r, vocabulary.roles[r].name) for r in asked.roles if r != DEFAULT_ROLE]),
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
    ways = (
        (gettext("Any company size"), replace(asked, sizes=()), bool(asked.sizes)),
        (gettext("All of the country"), replace(asked, cities=()), bool(asked.cities)),
        (gettext("Every level"), replace(asked, levels=()), bool(asked.levels)),
        (gettext("Any industry"), replace(asked, industries=()), bool(asked.industries)),
        (gettext("Every source"), replace(asked, sources=()), bool(asked.sources)),
        (gettext("Every kind of figure"), replace(asked, kinds=()), bool(asked.kinds)),
        (gettext("The Technical Product Manager in India"), Slice(), True),
    )
    return tuple(Chip(label, wide.on_page(1).url(path)) for label, wide, helps in ways if helps)


def _country_chips(asked: Slice) -> list[tuple[str, str]]:
    if asked.cities or asked.countries == DEFAULTS["countries"]:
        return []
    return [(country, str(country.label)) for country in asked.countries]


def sort_links(asked: Slice, path: str) -> dict[str, SortLink]:
    """Return the link in the head of each column that sorts, by the column's name."""
    return {name: _sort_link(asked, path, name) for name in SORTS if not name.startswith("-")}


def _sort_link(asked: Slice, path: str, name: str) -> SortLink:
    if asked.sort == name:
        return SortLink(asked.sorted_by(f"-{name}").url(path), "ascending")
    direction: Literal["descending", "none"] = "descending" if asked.sort == f"-{name}" else "none"
    return SortLink(asked.sorted_by(name).url(path), direction)


@dataclass(frozen=True, slots=True)
class PageLink:
    number: int
    url: str
    is_current: bool


def page_links(asked: Slice, pages: int, path: str) -> tuple[PageLink, ...]:
    """Return a link to every page, or none when there is only one."""
    if pages == 1:
        return ()
    return tuple(
        PageLink(number, asked.on_page(number).url(path), number == asked.page)
        for number in range(1, pages + 1)
    )
