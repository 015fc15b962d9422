"""The figures and factors behind an answer, and which of them a slice asks for."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import product, starmap

from salaries.answering.figure_rows import factor_used, stored_row
from salaries.answering.placing import Place, Placed, broader, city_slug, place_of
from salaries.choices import Country, Dimension, Kind
from salaries.disclosure.ladder import Rung
from salaries.engine.query import Query
from salaries.models import Factor, PayFigure
from salaries.observed.figures import Found, Observed
from salaries.slices import PAY_PROXY, Slice


def nothing_computed(_role: str, _country: Country) -> frozenset[tuple[str, str]]:
    return frozenset()


class Ledger:
    """The figures, factors and observations that answers are made from."""

    def __init__(
        self,
        figures: Sequence[PayFigure],
        factors: Sequence[Factor],
        country_of: Callable[[str], Country],
        observed: Observed | None = None,
    ) -> None:
        """Take what is known; country_of gives the country of a city."""
        self.figures = figures
        self.by_role: dict[tuple[str, str], list[PayFigure]] = {}
        for figure in figures:
            self.by_role.setdefault((figure.role.slug, figure.country), []).append(figure)
        self.have_bands = {(one.role.slug, one.country) for one in figures if one.level}
        self.over_all = [
            figure for figure in figures if not (figure.level or figure.size or figure.industry)
        ]
        self.country_of = country_of
        self.observed = observed
        # A ratio is told alike in every row that is made with it, and a figure in every slice.
        self.factor_used = cache(factor_used)
        self.stored_row = cache(stored_row)
        self.computed_here = cache(observed.populations) if observed else nothing_computed
        self.by_city = {
            factor.city.slug: factor
            for factor in factors
            if factor.city is not None and factor.dimension == Dimension.CITY
        }
        self.by_size = {
            (factor.country, factor.size): factor
            for factor in factors
            if factor.dimension == Dimension.COMPANY_SIZE
        }

    def shown_as(self, role: str, country: Country) -> str:
        """Return the role whose bands stand for the role in the country."""
        has_band = (role, country) in self.have_bands
        return role if has_band or self.computed_here(role, country) else PAY_PROXY.get(role, role)

    def stored(self, asked: Slice, role: str, country: Country) -> Iterator[Placed]:
        """Yield the stored figures of the levels, cities, sizes and industries asked for.

        Where a source has observed none of a place, its broader figure stands there.
        """
        held = [
            figure
            for figure in self.about(role, country)
            if figure.level in asked.levels_shown and not self.is_computed_here(figure)
        ]
        places = list(self._places(asked, country))
        for figure in held:
            if (place := place_of(figure)) in places:
                yield Placed(figure, place)
        yield from broader(held, places)

    def _places(self, asked: Slice, country: Country) -> Iterator[Place]:
        cities = [city for city in asked.cities if self.country_of(city) is country]
        if cities or not asked.cities:
            sizes, industries = asked.sizes or ("",), asked.industries or ("",)
            yield from starmap(Place, product(cities or [""], sizes, industries))

    def claims(self, asked: Slice, roles: Collection[str]) -> Iterator[PayFigure]:
        """Yield the figures of the roles that are about no one level, size and industry."""
        cities = {"", *asked.cities}
        for figure in self.over_all:
            if (
                figure.role.slug in roles
                and figure.country in asked.countries
                and city_slug(figure) in cities
                and not self.is_computed_here(figure)
            ):
                yield figure

    def placed(self, asked: Slice, role: str, country: Country) -> Iterator[tuple[Query, Rung]]:
        """Yield what the observations of the release say to the slice, and to which part of it."""
        if self.observed is not None:
            yield from self.observed.placed(asked, role, country)

    def over_all_levels(self, asked: Slice, roles: Collection[str]) -> Iterator[Rung]:
        """Yield what the observations of no known level say of the roles."""
        if self.observed is not None:
            for role, country in product(sorted(roles), asked.countries):
                yield from self.observed.over_all_levels(role, country)

    def said_of(self, rung: Rung) -> Found:
        """Return what is said of a slice of the observations; ValueError where there are none."""
        if self.observed is None:
            raise ValueError("The release holds no observations.")
        return self.observed.said_of(rung)

    def in_place_of(self, figure: PayFigure) -> Rung | None:
        """Return what the observations say in place of a figure; None where they are too few."""
        return self.observed.in_place_of(figure) if self.observed is not None else None

    def is_computed_here(self, figure: PayFigure) -> bool:
        """Whether the observations that an observed figure sums up are in the release too."""
        population = (figure.source.slug, figure.pay_kind)
        return figure.kind == Kind.OBSERVED and population in self.computed_here(
            figure.role.slug, Country(figure.country)
        )

    def about(self, role: str, country: Country) -> Sequence[PayFigure]:
        return self.by_role.get((role, country), ())

    def tiers(self, asked: Slice, role: str, country: Country) -> Iterator[PayFigure]:
        """Yield the bands that modelled ones start from; none is modelled for an industry."""
        if asked.industries:
            return
        for figure in self.about(role, country):
            if figure.is_tier and figure.level in asked.levels_shown:
                yield figure

    def factor_sets(self, asked: Slice, country: Country) -> Iterator[tuple[Factor, ...]]:
        """Yield the ratios of each city and size asked for; nothing for a national slice."""
        cities = [self.by_city[slug] for slug in asked.cities if slug in self.by_city]
        here = [factor for factor in cities if factor.country == country]
        sizes = [
            self.by_size[country, size] for size in asked.sizes if (country, size) in self.by_size
        ]
        if asked.cities and asked.sizes:
            yield from product(here, sizes)
        else:
            yield from ((factor,) for factor in (*here, *sizes))
