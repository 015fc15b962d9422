"""How many rows each choice of a filter has, while the other filters stay as they are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from salaries.answering.answers import stand_ins
from salaries.answering.candidates import Candidate, claims, shown_at, unobserved
from salaries.answering.ledger import Ledger
from salaries.choices import CompanySize, Country, Kind, View
from salaries.disclosure.ladder import Rung
from salaries.engine.cells import PLACE
from salaries.engine.facets import Facet
from salaries.slices import DEFAULTS, Slice

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row, and the role and country that it was asked for."""

    role: str
    country: Country
    row: Candidate


# What a row counts for, by the field of the filter.
VALUES: Mapping[str, Callable[[Hit], Iterable[str]]] = {
    "role": lambda hit: [hit.role],
    "level": lambda hit: [hit.row.level],
    "country": lambda hit: [hit.country],
    "city": lambda hit: [hit.row.city],
    "size": lambda hit: [hit.row.size],
    "industry": lambda hit: [hit.row.industry],
    "source": lambda hit: hit.row.sources,
    "kind": lambda hit: [hit.row.kind],
}
# A choice of these leaves the figures over all levels in the answer.
WITH_CLAIMS = frozenset({"role", "country", "source", "kind"})


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen of the filters whose words are kept in the database."""

    roles: tuple[str, ...]
    cities: Mapping[str, Country]
    industries: tuple[str, ...]


def widest(asked: Slice, choices: Choices) -> Slice:
    """Return the slice of everything, whose figures every count is made of."""
    return replace(
        asked,
        roles=choices.roles,
        countries=tuple(Country),
        cities=tuple(choices.cities),
        sizes=tuple(CompanySize),
    )


def facet_counts(asked: Slice, ledger: Ledger, choices: Choices) -> Counts:
    """Return the figures of each choice by the field of the filter; one without any is absent.

    The ledger is that of the widest slice. Figures over all levels count for what leaves them; for
    a city those about it, not those about its country that stand beside them.
    In the view of distributions a figure is one that is made of observations.
    """

    @cache
    def hits(slice_: Slice) -> list[Hit]:
        return list(_hits(slice_, ledger))

    def counts(field: str, slice_: Slice) -> Mapping[str, int]:
        found = list(hits(slice_))
        if field in WITH_CLAIMS:
            # A city shuts out every country but its own.
            countries = asked.countries if asked.cities else slice_.countries
            found += _claims(replace(slice_, countries=countries), ledger)
        counted = _tally(found, VALUES[field]) + _observed(slice_, ledger, field)
        return counted + over_all_levels(slice_) if field == "city" else counted

    def over_all_levels(slice_: Slice) -> Counter[str]:
        found = list(_claims(slice_, ledger))
        if asked.view is View.DISTRIBUTION:
            # There each stands among the others, whichever city is chosen.
            return _of_each_city(found, choices)
        return _tally([hit for hit in found if hit.row.city], VALUES["city"])

    return {field: counts(field, slice_) for field, slice_ in _slices(asked, choices).items()}


def _slices(asked: Slice, choices: Choices) -> Mapping[str, Slice]:
    """Return what is asked with every choice of one filter, by its field."""
    wide = partial(replace, asked)
    return {
        "role": wide(roles=choices.roles),
        "level": wide(levels=()),
        "country": wide(countries=tuple(Country)),
        "city": wide(cities=tuple(choices.cities), countries=_countries_of_cities(asked)),
        "size": wide(sizes=tuple(CompanySize)),
        "industry": wide(industries=choices.industries),
        "source": wide(sources=()),
        "kind": wide(kinds=()),
    }


def _countries_of_cities(asked: Slice) -> tuple[Country, ...]:
    """Return where a city can be chosen: a country that is named shuts the others out.

    Beside two countries none can: it would leave one of them out.
    """
    is_named = not asked.cities and asked.countries != DEFAULTS["countries"]
    if not is_named:
        return tuple(Country)
    return asked.countries if len(asked.countries) == 1 else ()


def _hits(wide: Slice, ledger: Ledger) -> Iterator[Hit]:
    for (role, country), stand_in in stand_ins(wide, ledger).items():
        for row in unobserved(wide, ledger, stand_in, country):
            if _is_drawn(row, wide):
                yield Hit(role, country, row)


def _is_drawn(row: Candidate, wide: Slice) -> bool:
    """Whether the view shows the row: only what is made of observations has a distribution."""
    return wide.view is not View.DISTRIBUTION or isinstance(row.identity, Rung)


def _observed(wide: Slice, ledger: Ledger, field: str) -> Counter[str]:
    """Count the rows that are made of observations, without making a candidate of each."""
    found = Counter[str]()
    for role, stand_in, country in _asked_for(wide, ledger, field):
        for source, block in shown_at(wide, ledger, stand_in, country):
            if field in PLACE:
                found.update(block.counts(Facet(field)))
            else:
                words = {"role": role, "country": country, "source": source}
                found[words.get(field, Kind.OBSERVED)] += block.count()
    return found


def _asked_for(wide: Slice, ledger: Ledger, field: str) -> Iterator[tuple[str, str, Country]]:
    """Yield each role with the one that stands in for it, and the country.

    A stand-in is one, whichever roles it stands in for, unless the roles are what is counted.
    """
    seen = set()
    for (role, country), stand_in in stand_ins(wide, ledger).items():
        if field == "role" or (stand_in, country) not in seen:
            seen.add((stand_in, country))
            yield role, stand_in, country


def _claims(wide: Slice, ledger: Ledger) -> Iterator[Hit]:
    for (role, country), stand_in in stand_ins(wide, ledger).items():
        own = replace(wide, countries=(country,))
        for row in claims(own, ledger, frozenset({role, stand_in})):
            if _is_drawn(row, wide):
                yield Hit(role, country, row)


def _of_each_city(hits: Iterable[Hit], choices: Choices) -> Counter[str]:
    """Count the rows of its country for each city."""
    found = _tally(hits, lambda hit: [hit.country])
    return Counter({city: found[country] for city, country in choices.cities.items()})


def _tally(hits: Iterable[Hit], values: Callable[[Hit], Iterable[str]]) -> Counter[str]:
    """Count the rows of each value; a row that is asked for in two ways is one."""
    return Counter(
        value
        for value, _ in dict.fromkeys(
            (value, hit.row.identity) for hit in hits for value in values(hit)
        )
    )
