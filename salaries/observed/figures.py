"""The observed figures of a slice, as rows of an answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import product

from django.utils.translation import gettext

from roles.choices import Level
from salaries.choices import CompanySize, Country, Kind, PayKind
from salaries.disclosure.grade import graded
from salaries.disclosure.interval import median_interval
from salaries.disclosure.ladder import Rung, climbed
from salaries.disclosure.showing import Limits, Shown, shown
from salaries.disclosure.verdict import NOT_ENOUGH
from salaries.engine.facets import PAY_KIND, Facet
from salaries.engine.query import Measure, Query
from salaries.engine.selection import Selection, selected
from salaries.engine.snapshot import Snapshot
from salaries.models import DataRelease, PayFigure
from salaries.origins import SourceRef
from salaries.rows import PayRow, percentiles
from salaries.slices import Slice
from salaries.wordings import broader_said

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Names:
    """What the slugs of a snapshot are called, in which country each city is.

    An industry has a slug here, and in the snapshot the names that its sources write.
    """

    roles: Mapping[str, str]
    cities: Mapping[str, str]
    countries: Mapping[str, Country]
    sources: Mapping[str, SourceRef]
    industries: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A slice with enough rows, or the broader one in its place, and what is said of it."""

    rung: Rung
    chosen: Selection
    row: PayRow


@dataclass(frozen=True)
class Observed:
    """What the observations of one release say."""

    snapshot: Snapshot
    names: Names
    release: DataRelease

    @cached_property
    def count(self) -> Callable[[Query], int]:
        """How many rows a slice has; many slices climb to the same one, counted once."""
        return cache(lambda query: selected(self.snapshot, query).n)

    def populations(self, role: str, country: Country) -> frozenset[tuple[str, str]]:
        """Return each source and kind of pay with enough observations of the role there."""
        return frozenset(
            (query.one(Facet.SOURCE), query.measure.pay_kind)
            for query in self._populations(role, country)
        )

    def placed(self, asked: Slice, role: str, country: Country) -> Iterator[tuple[Query, Rung]]:
        """Yield each source, level, city, size and industry asked for, and what is shown of it.

        What is shown may be a broader slice; the same one may be shown of several.
        """
        cities = [city for city in asked.cities if self.names.countries[city] is country]
        if asked.cities and not cities:
            return
        for population in self._populations(role, country):
            if self._knows_levels(population):
                for level in asked.levels_shown:
                    about = population.where(Facet.LEVEL, level)
                    for query in self._placings(about, cities, asked):
                        yield from self._shown(query)

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

    def said_of(self, rung: Rung) -> Found:
        """Return what is said of one slice as it stands; ValueError where it has too few rows."""
        chosen = selected(self.snapshot, rung.query)
        pay = shown(chosen.summary(), LIMITS)
        if pay is NOT_ENOUGH:
            raise ValueError(f"{rung.query} has too few rows to be shown.")
        interval = median_interval(chosen.n, chosen.pay_at)
        low, high = (None, None) if interval is NOT_ENOUGH else interval
        row = replace(self._row(rung, chosen.years(), pay), p50_low=low, p50_high=high)
        return Found(rung, chosen, row)

    def _shown(self, query: Query) -> Iterator[tuple[Query, Rung]]:
        rung = climbed(query, self.count, fewest=LIMITS.hide)
        if rung is not NOT_ENOUGH:
            yield query, rung

    def _placings(self, query: Query, cities: Iterable[str], asked: Slice) -> Iterator[Query]:
        """Yield the slice in each of the cities, sizes and industries."""
        industries = [self.names.industries[slug] for slug in asked.industries]
        for placed in placings(query, cities, asked.sizes):
            yield from [placed.where(Facet.INDUSTRY, *names) for names in industries] or [placed]

    def _populations(self, role: str, country: Country) -> Iterator[Query]:
        """Yield the slice of each source and kind of pay; two of them are never pooled."""
        kinds = self.snapshot.values(PAY_KIND)
        for source, kind in product(self.snapshot.values(Facet.SOURCE), kinds):
            query = _population(role, country, source, kind)
            if self.count(query) >= LIMITS.hide:
                yield query

    def _knows_levels(self, query: Query) -> bool:
        return self.count(query.where(Facet.LEVEL, *Level.values)) > 0

    def _row(self, rung: Rung, years: list[int], pay: Shown) -> PayRow:
        level, size = rung.query.one(Facet.LEVEL), rung.query.one(Facet.SIZE)
        country = Country(rung.query.one(Facet.COUNTRY))
        pay_kind = PayKind(rung.query.measure.pay_kind)
        return PayRow(
            role=self.names.roles[rung.query.one(Facet.ROLE)],
            level=Level(level) if level else None,
            country=country,
            city=self.names.cities.get(rung.query.one(Facet.CITY), ""),
            industry=rung.query.one(Facet.INDUSTRY),
            size=CompanySize(size) if size else None,
            kind=Kind.OBSERVED,
            pay_kind=pay_kind,
            currency=country.currency,
            low=pay.p25,
            high=pay.p75,
            sources=(self.names.sources[rung.query.one(Facet.SOURCE)],),
            place=gettext("Computed here from the usable, current rows of the source"),
            year=years[-1],
            year_label="-".join(dict.fromkeys((str(years[0]), str(years[-1])))),
            release=self.release.slug,
            n=pay.n,
            n_unit=pay_kind.unit,
            **percentiles(pay),
            note=rung.label,
            broader=broader_said(rung.label),
            role_slug=rung.query.one(Facet.ROLE),
            city_slug=rung.query.one(Facet.CITY),
            grade=graded(pay.n, age=self.release.age_of(years[-1]), kind=Kind.OBSERVED.value),
        )


def _population(role: str, country: Country, source: str, pay_kind: str) -> Query:
    return (
        Query(Measure(pay_kind, country.currency.value))
        .where(Facet.SOURCE, source)
        .where(Facet.ROLE, role)
        .where(Facet.COUNTRY, country.value)
    )


def placings(query: Query, cities: Iterable[str], sizes: Iterable[CompanySize]) -> Iterator[Query]:
    """Yield the slice in each of the cities and of each of the company sizes."""
    for placed in [query.where(Facet.CITY, city) for city in cities] or [query]:
        yield from [placed.where(Facet.SIZE, size.value) for size in sizes] or [placed]
