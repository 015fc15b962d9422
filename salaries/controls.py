"""The filter form, the chips and the sort links, as values with their links in them."""

from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext

from roles.choices import Level
from roles.cited import Link
from roles.options import Option, OptionGroup, options
from salaries.choices import CompanySize, Country, Kind, View
from salaries.slices import DEFAULT_ROLE, DEFAULT_SORT, DEFAULTS, SORTS, Slice
from salaries.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Controls:
    """Every control of the form.

    Where several cities are chosen, each is a box of its own, and the list adds another.
    """

    roles: tuple[Option, ...]
    levels: tuple[Option, ...]
    countries: tuple[Option, ...]
    chosen_cities: tuple[Option, ...]
    cities: tuple[OptionGroup, ...]
    sort: str
    release: str
    view: str
    sizes: tuple[Option, ...]
    kinds: tuple[Option, ...]

    @property
    def has_one_city(self) -> bool:
        """Whether a second list is offered, so that one city can be set beside another."""
        return any(option.chosen for group in self.cities for option in group.options)

    @property
    def has_more(self) -> bool:
        """Whether something is set among the controls that are folded away."""
        roles = [role.value for role in self.roles if role.chosen]
        return roles != [DEFAULT_ROLE] or any(
            option.chosen for option in (*self.countries, *self.kinds)
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


def controls(asked: Slice, vocabulary: Vocabulary) -> Controls:
    several = len(asked.cities) > 1
    names = {slug: city.name for slug, city in vocabulary.cities.items()}
    explicit = bool(asked.cities) or asked.countries == DEFAULTS["countries"]
    return Controls(
        roles=vocabulary.role_options(asked.roles),
        levels=options(((lv.value, f"{lv.label}, {lv.years}") for lv in Level), asked.levels),
        # The default is left unticked: a city says its own country, and must not meet another.
        countries=options(Country.choices, () if explicit else asked.countries),
        chosen_cities=options(((city, names[city]) for city in asked.cities), asked.cities)
        if several
        else (),
        cities=vocabulary.city_options(() if several else asked.cities),
        sort="" if asked.sort == DEFAULT_SORT else asked.sort,
        release=asked.release,
        view="" if asked.view is View.BANDS else asked.view.value,
        sizes=options(CompanySize.choices, asked.sizes),
        kinds=options(Kind.choices, asked.kinds),
    )


def chips(asked: Slice, vocabulary: Vocabulary, path: str) -> tuple[Chip, ...]:
    """Return one chip for each value that narrows the answer; the default role is none."""
    fields: list[tuple[str, list[tuple[str, str]]]] = [
        ("roles", [(r, vocabulary.roles[r].name) for r in asked.roles if r != DEFAULT_ROLE]),
        ("levels", [(level, str(level.label)) for level in asked.levels]),
        ("countries", _country_chips(asked)),
        ("cities", [(city, vocabulary.cities[city].name) for city in asked.cities]),
        ("sizes", [(size, str(size.label)) for size in asked.sizes]),
        ("kinds", [(kind, str(kind.label)) for kind in asked.kinds]),
    ]
    return tuple(
        Chip(label, asked.without(field, value).url(path))
        for field, values in fields
        for value, label in values
    )


def wider(asked: Slice, path: str) -> tuple[Chip, ...]:
    """Return what may be asked instead of a slice without figures: each time less of it."""
    options = (
        (gettext("Any company size"), replace(asked, sizes=()), bool(asked.sizes)),
        (gettext("All of the country"), replace(asked, cities=()), bool(asked.cities)),
        (gettext("Every level"), replace(asked, levels=()), bool(asked.levels)),
        (gettext("Every kind of figure"), replace(asked, kinds=()), bool(asked.kinds)),
        (gettext("The Technical Product Manager in India"), Slice(), True),
    )
    return tuple(Chip(label, wide.on_page(1).url(path)) for label, wide, helps in options if helps)


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


def view_links(asked: Slice, path: str) -> tuple[Link, ...]:
    """Return a link to each view of the slice."""
    return tuple(
        Link(str(view.label), asked.seen_as(view).url(path), is_current=view is asked.view)
        for view in View
    )


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
