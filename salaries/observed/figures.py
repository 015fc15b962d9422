"""The observed figures of a slice, as rows of an answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
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
from salaries.models import DataRelease
from salaries.rows import PayRow, SourceRef
from salaries.slices import Slice

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Names:
    """What the slugs of a snapshot are called, and in which country each city is."""

    roles: Mapping[str, str]
    cities: Mapping[str, str]
    countries: Mapping[str, Country]
    sources: Mapping[str, SourceRef]


@dataclass(frozen=True, slots=True)
class Found:
    """A slice with enough rows, or the broader one in its place, and what is said of it."""

    rung: Rung
    chosen: Selection
    row: PayRow


@dataclass(frozen=True, slots=True)
class Observed:
    """What the observations of one release say."""

    snapshot: Snapshot
    names: Names
    release: DataRelease

    def populations(self, role: str, country: Country) -> frozenset[tuple[str, str]]:
        """Return each source and kind of pay with enough observations of the role there."""
        return frozenset(
            (_one(query, Facet.SOURCE), query.measure.pay_kind)
            for query in self._populations(role, country)
        )

    def rows(self, asked: Slice, role: str, country: Country) -> Iterator[PayRow]:
        """Yield a row for each source, level, city and size asked for, or a broader one."""
        return (found.row for found in self.found(asked, role, country))

    def claims(self, role: str, country: Country) -> Iterator[PayRow]:
        """Yield a row over all levels for each source that knows none.

        A source that knows levels is not summed up as a whole too.
        """
        return (found.row for found in self.found_whole(role, country))

    def found(self, asked: Slice, role: str, country: Country) -> Iterator[Found]:
        """Yield what the rows of a slice rest on, in their order."""
        cities = [city for city in asked.cities if self.names.countries[city] is country]
        if asked.cities and not cities:
            return
        slices = (
            placed
            for population in self._populations(role, country)
            if self._knows_levels(population)
            for level in asked.levels_shown
            for placed in placings(population.where(Facet.LEVEL, level), cities, asked.sizes)
        )
        yield from self._said(slices)

    def found_whole(self, role: str, country: Country) -> Iterator[Found]:
        """Yield what the claims rest on, in their order."""
        populations = self._populations(role, country)
        yield from self._said(query for query in populations if not self._knows_levels(query))

    def said_of(self, rung: Rung) -> Found | None:
        """Return what is said of one slice as it stands; None where it has too few rows."""
        chosen = selected(self.snapshot, rung.query)
        pay = shown(chosen.summary(), LIMITS)
        if pay is NOT_ENOUGH:
            return None
        interval = median_interval(chosen.n, chosen.pay_at)
        low, high = (None, None) if interval is NOT_ENOUGH else interval
        row = replace(self._row(rung, chosen.years(), pay), p50_low=low, p50_high=high)
        return Found(rung, chosen, row)

    def _populations(self, role: str, country: Country) -> Iterator[Query]:
        """Yield the slice of each source and kind of pay; two of them are never pooled."""
        kinds = self.snapshot.values(PAY_KIND)
        for source, kind in product(self.snapshot.values(Facet.SOURCE), kinds):
            query = (
                Query(Measure(kind, country.currency.value))
                .where(Facet.SOURCE, source)
                .where(Facet.ROLE, role)
                .where(Facet.COUNTRY, country.value)
            )
            if self._count(query) >= LIMITS.hide:
                yield query

    def _knows_levels(self, query: Query) -> bool:
        return self._count(query.where(Facet.LEVEL, *Level.values)) > 0

    def _count(self, query: Query) -> int:
        return selected(self.snapshot, query).n

    def _said(self, queries: Iterable[Query]) -> Iterator[Found]:
        """Yield what is said of each slice, or of the next broader one that has enough; once."""
        # Many slices climb to the same broader one, which is counted once.
        count = cache(self._count)
        climbs = (climbed(query, count, fewest=LIMITS.hide) for query in queries)
        for rung in dict.fromkeys(rung for rung in climbs if rung is not NOT_ENOUGH):
            if found := self.said_of(rung):
                yield found

    def _row(self, rung: Rung, years: list[int], pay: Shown) -> PayRow:
        level, size = _one(rung.query, Facet.LEVEL), _one(rung.query, Facet.SIZE)
        country = Country(_one(rung.query, Facet.COUNTRY))
        pay_kind = PayKind(rung.query.measure.pay_kind)
        return PayRow(
            role=self.names.roles[_one(rung.query, Facet.ROLE)],
            level=Level(level) if level else None,
            country=country,
            city=self.names.cities.get(_one(rung.query, Facet.CITY), ""),
            size=CompanySize(size) if size else None,
            kind=Kind.OBSERVED,
            pay_kind=pay_kind,
            currency=country.currency,
            low=pay.p25,
            high=pay.p75,
            open_ended=False,
            sources=(self.names.sources[_one(rung.query, Facet.SOURCE)],),
            place=gettext("Computed here from the usable, current rows of the source"),
            year=years[-1],
            year_label="-".join(dict.fromkeys((str(years[0]), str(years[-1])))),
            release=self.release.slug,
            n=pay.n,
            n_unit=pay_kind.unit,
            p10=pay.p10,
            p25=pay.p25,
            p50=pay.p50,
            p75=pay.p75,
            p90=pay.p90,
            note=rung.label,
            role_slug=_one(rung.query, Facet.ROLE),
            city_slug=_one(rung.query, Facet.CITY),
            grade=graded(pay.n, age=self.release.age_of(years[-1]), kind=Kind.OBSERVED.value),
        )


def placings(query: Query, cities: Iterable[str], sizes: Iterable[CompanySize]) -> Iterator[Query]:
    """Yield the slice in each of the cities and of each of the company sizes."""
    for placed in [query.where(Facet.CITY, city) for city in cities] or [query]:
        yield from [placed.where(Facet.SIZE, size.value) for size in sizes] or [placed]


def _one(query: Query, facet: Facet) -> str:
    """Return the one value that is chosen of a facet, or "" for all of them."""
    return next((values[0] for chosen, values in query.chosen if chosen is facet), "")
