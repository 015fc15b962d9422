"""How many rows each choice of a filter has, while the other filters stay as they are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from salaries.answers import stand_ins
from salaries.candidates import Candidate, candidates, claims
from salaries.choices import CompanySize, Country
from salaries.ledger import Ledger
from salaries.slices import DEFAULTS, Slice

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row, and the role and country that it was asked for."""

    role: str
    country: Country
    row: Candidate


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen of the filters whose words are kept in the database."""

    roles: tuple[str, ...]
    cities: tuple[str, ...]
    industries: tuple[str, ...]


def widest(asked: Slice, choices: Choices) -> Slice:
    """Return the slice of everything, whose figures every count is made of."""
    return replace(
        asked,
        roles=choices.roles,
        countries=tuple(Country),
        cities=choices.cities,
        sizes=tuple(CompanySize),
    )


def facet_counts(asked: Slice, ledger: Ledger, choices: Choices) -> Counts:
    """Return the figures of each choice by the field of the filter; one without any is absent.

    The ledger is that of the widest slice. Figures over all levels count for what leaves them.
    """
    wide = partial(replace, asked)

    @cache
    def hits(slice_: Slice) -> list[Hit]:
        return list(_hits(slice_, ledger))

    def with_claims(slice_: Slice) -> list[Hit]:
        # A city shuts out every country but its own.
        countries = asked.countries if asked.cities else slice_.countries
        return [*hits(slice_), *_claims(replace(slice_, countries=countries), ledger)]

    of_cities = wide(cities=choices.cities, countries=_countries_of_cities(asked))
    of_sizes, of_industries = wide(sizes=tuple(CompanySize)), wide(industries=choices.industries)
    of_roles, of_countries = wide(roles=choices.roles), wide(countries=tuple(Country))
    return {
        "role": _tally(with_claims(of_roles), lambda hit: [hit.role]),
        "level": _tally(hits(wide(levels=())), lambda hit: [hit.row.level]),
        "country": _tally(with_claims(of_countries), lambda hit: [hit.country]),
        "city": _tally(hits(of_cities), lambda hit: [hit.row.city]),
        "size": _tally(hits(of_sizes), lambda hit: [hit.row.size]),
        "industry": _tally(hits(of_industries), lambda hit: [hit.row.industry]),
        "source": _tally(with_claims(wide(sources=())), lambda hit: hit.row.sources),
        "kind": _tally(with_claims(wide(kinds=())), lambda hit: [hit.row.kind]),
    }


def _countries_of_cities(asked: Slice) -> tuple[Country, ...]:
    """Return where a city can be chosen: a country that is named shuts the others out."""
    is_named = not asked.cities and asked.countries != DEFAULTS["countries"]
    return asked.countries if is_named else tuple(Country)


def _hits(wide: Slice, ledger: Ledger) -> Iterator[Hit]:
    for (role, country), stand_in in stand_ins(wide, ledger).items():
        for row in candidates(wide, ledger, stand_in, country):
            yield Hit(role, country, row)


def _claims(wide: Slice, ledger: Ledger) -> Iterator[Hit]:
    for (role, country), stand_in in stand_ins(wide, ledger).items():
        own = replace(wide, countries=(country,))
        for row in claims(own, ledger, frozenset({role, stand_in})):
            yield Hit(role, country, row)


def _tally(hits: Iterable[Hit], values: Callable[[Hit], Iterable[str]]) -> Mapping[str, int]:
    """Count the rows of each value; a row that is asked for in two ways is one."""
    return Counter(
        value
        for value, _ in dict.fromkeys(
            (value, hit.row.identity) for hit in hits for value in values(hit)
        )
    )
