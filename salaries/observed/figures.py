"""The observed figures of a slice, as rows of an answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache, partial
from itertools import product

from roles.choices import Level
from salaries.choices import Country
from salaries.disclosure.grade import graded
from salaries.disclosure.interval import median_interval
from salaries.disclosure.ladder import Rung, climbed
from salaries.disclosure.showing import shown
from salaries.disclosure.verdict import NOT_ENOUGH, NotEnough
from salaries.engine.facets import PAY_KIND, Facet
from salaries.engine.query import Measure, Query
from salaries.engine.selection import Selection, selected
from salaries.engine.snapshot import Snapshot
from salaries.models import DataRelease, PayFigure
from salaries.observed.grids import LIMITS, Block, Grids
from salaries.observed.row import Names, row_of
from salaries.rows import PayRow
from salaries.slices import Slice

# Of each release in use, for as long as nothing is committed: a few megabytes at most.
MOST_RUNGS, MOST_ROWS = 8_192, 2_048


@dataclass(frozen=True, slots=True)
class Found:
    """A slice with enough rows, or the broader one in its place, and what is said of it."""

    rung: Rung
    row: PayRow
    snapshot: Snapshot

    @property
    def chosen(self) -> Selection:
        return selected(self.snapshot, self.rung.query)


@dataclass(frozen=True)
class Observed:
    """What the observations of one release say, in the language in which it is first asked."""

    snapshot: Snapshot
    names: Names
    release: DataRelease

    def count(self, query: Query) -> int:
        """Return how many rows a slice has."""
        return self.snapshot.cells.count(query)

    def populations(self, role: str, country: Country) -> frozenset[tuple[str, str]]:
        """Return each source and kind of pay with enough observations of the role there."""
        return frozenset(
            (query.one(Facet.SOURCE), query.measure.pay_kind)
            for query in self._populations(role, country)
        )

    @cached_property
    def said_of(self) -> Callable[[Rung], Found]:
        """Says what a slice has as it stands; ValueError where it has too few rows."""
        return lru_cache(maxsize=MOST_ROWS)(self._said_of)

    def placed(self, asked: Slice, role: str, country: Country) -> Iterator[tuple[Query, Rung]]:
        """Yield each source, level, city, size and industry asked for, and what is shown of it.

        What is shown may be a broader slice; the same one may be shown of several. An
        industry that only another release knows has no rows here.
        """
        industries = [self.names.industries.get(slug, (slug,)) for slug in asked.industries]
        for population, cities in self._knowing_levels(asked, role, country):
            for place in _places(asked, cities, industries):
                yield from self._shown(population.narrowed(place))

    def shown_at(self, asked: Slice, role: str, country: Country) -> Iterator[tuple[str, Block]]:
        """Yield the source of each population, and which slices placed yields of it, as numbers."""
        for population, cities in self._knowing_levels(asked, role, country):
            yield population.one(Facet.SOURCE), self._grids.at(population, asked, cities)

    def over_all_levels(self, role: str, country: Country) -> Iterator[Rung]:
        """Yield what is shown of each source that knows no levels.

        A source that knows levels is not summed up as a whole too.
        """
        for query in self._populations(role, country):
            if not self._knows_levels(query):
                yield from (rung for _, rung in self._shown(query))

    def in_place_of(self, figure: PayFigure) -> Rung | None:
        """Return the slice that a figure computed elsewhere sums up; None where it has too few."""
        population = _population(
            figure.role.slug, Country(figure.country), figure.source.slug, figure.pay_kind
        )
        query = population.where(Facet.LEVEL, figure.level)
        n = self.count(query)
        return Rung(query, n, "") if n >= LIMITS.hide else None

    def _said_of(self, rung: Rung) -> Found:
        chosen = selected(self.snapshot, rung.query)
        pay = shown(chosen.summary(), LIMITS)
        if pay is NOT_ENOUGH:
            raise ValueError(f"{rung.query} has too few rows to be shown.")
        interval = median_interval(chosen.n, chosen.pay_at)
        low, high = (None, None) if interval is NOT_ENOUGH else interval
        row = row_of(rung, pay, chosen.years(), self.names, self.release.slug)
        grade = graded(pay.n, age=self.release.age_of(row.year), kind=row.kind.value)
        return Found(rung, replace(row, p50_low=low, p50_high=high, grade=grade), self.snapshot)

    @cached_property
    def _climbed(self) -> Callable[[Query], Rung | NotEnough]:
        return lru_cache(maxsize=MOST_RUNGS)(partial(climbed, count=self.count, fewest=LIMITS.hide))

    def _shown(self, query: Query) -> Iterator[tuple[Query, Rung]]:
        rung = self._climbed(query)
        if rung is not NOT_ENOUGH:
            yield query, rung

    @cached_property
    def _grids(self) -> Grids:
        return Grids(self.snapshot.cells, self.names)

    @cached_property
    def _populations(self) -> Callable[[str, Country], tuple[Query, ...]]:
        """Gives the slice of each source and kind of pay; two of them are never pooled."""
        return cache(lambda role, country: tuple(self._populations_of(role, country)))

    def _populations_of(self, role: str, country: Country) -> Iterator[Query]:
        kinds = self.snapshot.values(PAY_KIND)
        for source, kind in product(self.snapshot.values(Facet.SOURCE), kinds):
            query = _population(role, country, source, kind)
            if self.count(query) >= LIMITS.hide:
                yield query

    def _knowing_levels(
        self, asked: Slice, role: str, country: Country
    ) -> Iterator[tuple[Query, list[str]]]:
        """Yield each population that knows levels, and the cities there that are asked for.

        None where all cities that are asked for are elsewhere.
        """
        cities = [city for city in asked.cities if self.names.countries[city] is country]
        if cities or not asked.cities:
            for population in self._populations(role, country):
                if self._knows_levels(population):
                    yield population, cities

    @cached_property
    def _knows_levels(self) -> Callable[[Query], bool]:
        return cache(lambda query: self.count(query.where(Facet.LEVEL, *Level.values)) > 0)


def _population(role: str, country: Country, source: str, pay_kind: str) -> Query:
    return (
        Query(Measure(pay_kind, country.currency.value))
        .where(Facet.SOURCE, source)
        .where(Facet.ROLE, role)
        .where(Facet.COUNTRY, country.value)
    )


def _places(
    asked: Slice, cities: Iterable[str], industries: Iterable[Sequence[str]]
) -> Iterator[Mapping[Facet, Sequence[str]]]:
    """Yield each level, city, size and industry; a facet of which none is named is left out."""
    named: dict[Facet, Iterable[Sequence[str]]] = {
        Facet.LEVEL: [(level.value,) for level in asked.levels_shown],
        Facet.CITY: [(city,) for city in cities],
        Facet.SIZE: [(size.value,) for size in asked.sizes],
        Facet.INDUSTRY: industries,
    }
    facets = [facet for facet, values in named.items() if values]
    for place in product(*(named[facet] for facet in facets)):
        yield dict(zip(facets, place, strict=True))
