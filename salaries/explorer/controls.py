"""The filter form, the chips and the sort links, as values with their links in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext

from roles.choices import Level
from roles.cited import Link
from roles.options import Option, OptionGroup, counted, options
from salaries.answering.facets import Counts
from salaries.asking.holdings import Holdings
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import Basis, CompanySize, Country, Currency, Kind, View
from salaries.slices import DEFAULT_ROLE, DEFAULT_SORT, DEFAULTS, SORTS, UNCONVERTED, Slice


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
    def number_folded(self) -> int:
        """How many choices are made among the controls that are folded away."""
        chosen = [role.value for role in self.roles if role.chosen]
        folded = (self.countries, self.industries, self.sources, self.kinds, self.currencies)
        others = [one for group in (*folded, self.bases) for one in group if one.chosen]
        return len(others) + (0 if chosen == [DEFAULT_ROLE] else len(chosen))


@dataclass(frozen=True, slots=True)
class SortLink:
    url: str
    direction: Literal["ascending", "descending", "none"]


def controls(
    asked: Slice, vocabulary: Vocabulary, holdings: Holdings, counts: Counts | None
) -> Controls:
    def told(name: str, choices: tuple[Option, ...]) -> tuple[Option, ...]:
        return choices if counts is None else counted(choices, counts[name])

    groups = vocabulary.city_options(() if len(asked.cities) > 1 else asked.cities)
    converts = asked.view not in UNCONVERTED
    return Controls(
        roles=told("role", vocabulary.role_options(asked.roles)),
        levels=told("level", _levels(asked)),
        countries=told("country", _countries(asked)),
        chosen_cities=told("city", _chosen_cities(asked, vocabulary)),
        cities=tuple(OptionGroup(one.label, told("city", one.options)) for one in groups),
        sizes=told("size", options(CompanySize.choices, asked.sizes)),
        industries=told("industry", _industries(asked, holdings)),
        sources=told("source", _sources(asked, holdings)),
        kinds=told("kind", options(Kind.choices, asked.kinds)),
        currencies=options(Currency.choices, [asked.currency or ""]) if converts else (),
        bases=_bases(asked) if converts else (),
        kept=tuple(_kept(asked)),
    )


def _levels(asked: Slice) -> tuple[Option, ...]:
    return options(((lv.value, f"{lv.label}, {lv.years}") for lv in Level), asked.levels)


def _countries(asked: Slice) -> tuple[Option, ...]:
    """Leave the default unticked: a city says its own country, and must not meet another."""
    explicit = bool(asked.cities) or asked.countries == DEFAULTS["countries"]
    return options(Country.choices, () if explicit else asked.countries)


def _chosen_cities(asked: Slice, vocabulary: Vocabulary) -> tuple[Option, ...]:
    """Return the cities to untick, where there are several; one is set in the list."""
    names = ((slug, vocabulary.cities[slug].name) for slug in asked.cities)
    return options(names, asked.cities) if len(asked.cities) > 1 else ()


def _industries(asked: Slice, holdings: Holdings) -> tuple[Option, ...]:
    names = ((slug, said[0]) for slug, said in holdings.industries.items())
    return options(names, asked.industries)


def _sources(asked: Slice, holdings: Holdings) -> tuple[Option, ...]:
    names = ((slug, source.short_name) for slug, source in holdings.sources.items())
    return options(names, asked.sources)


def _bases(asked: Slice) -> tuple[Option, ...]:
    """Return the basis that is not the default: a box to tick."""
    adjusted = (Basis.PURCHASING_POWER, gettext("Adjust for purchasing power"))
    return options([adjusted], [asked.basis])


def _kept(asked: Slice) -> Iterator[tuple[str, str]]:
    """Yield what the form hands on unseen."""
    if asked.view is not View.BANDS:
        yield "view", asked.view
    if asked.sort != DEFAULT_SORT:
        yield "sort", asked.sort
    if asked.release:
        yield "release", asked.release


def sort_links(asked: Slice, path: str) -> dict[str, SortLink]:
    """Return the link in the head of each column that sorts, by the column's name."""
    return {name: _sort_link(asked, path, name) for name in SORTS if not name.startswith("-")}


def _sort_link(asked: Slice, path: str, name: str) -> SortLink:
    if asked.sort == name:
        return SortLink(asked.sorted_by(f"-{name}").url(path), "ascending")
    direction: Literal["descending", "none"] = "descending" if asked.sort == f"-{name}" else "none"
    return SortLink(asked.sorted_by(name).url(path), direction)


def view_links(asked: Slice, path: str) -> tuple[Link, ...]:
    """Return a link to each view of the slice."""
    return tuple(
        Link(str(view.label), asked.seen_as(view).url(path), is_current=view is asked.view)
        for view in View
    )
