"""How many rows each choice of a filter has, while the other filters stay as they are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

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
    """Return the rows of each choice by the field of the filter; a choice without any is absent.

    Figures over all levels count for a source and a kind. The ledger is that of the widest slice.
    """

    @cache
    def hits(wide: Slice, *, claimed: bool = False) -> list[Hit]:
        return [*_hits(wide, ledger), *(_claims(wide, ledger) if claimed else ())]

    return {
        "role": _tally(hits(replace(asked, roles=choices.roles)), lambda hit: [hit.role]),
        "level": _tally(hits(replace(asked, levels=())), lambda hit: [hit.row.level]),
        "country": _tally(
            hits(replace(asked, countries=tuple(Country))), lambda hit: [hit.country]
        ),
        "city": _tally(
            hits(replace(asked, cities=choices.cities, countries=_countries_of_cities(asked))),
            lambda hit: [hit.row.city],
        ),
        "size": _tally(hits(replace(asked, sizes=tuple(CompanySize))), lambda hit: [hit.row.size]),
        "industry": _tally(
            hits(replace(asked, industries=choices.industries)), lambda hit: [hit.row.industry]
        ),
        "source": _tally(
            hits(replace(asked, sources=()), claimed=True), lambda hit: hit.row.sources
        ),
        "kind": _tally(hits(replace(asked, kinds=()), claimed=True), lambda hit: [hit.row.kind]),
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
