"""The rows that a slice has, before they are made: so that they can be chosen and counted."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from salaries.answering.figure_rows import modelled_row
from salaries.answering.ledger import Ledger
from salaries.answering.placing import Placed, place_of
from salaries.choices import Country, Kind
from salaries.disclosure.ladder import Rung
from salaries.engine.facets import Facet
from salaries.engine.query import Query
from salaries.models import Factor, PayFigure
from salaries.observed.grids import Block
from salaries.rows import PayRow
from salaries.slices import Slice, industry_slug


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row by what it was asked as; two of the same identity are the same row.

    Of a broader slice that stands in for one asked for, level, city, size and industry are those
    that were asked for.
    """

    identity: Hashable
    kind: Kind
    sources: frozenset[str]
    level: str
    city: str
    size: str
    industry: str
    make: Callable[[], PayRow]


def candidates(asked: Slice, ledger: Ledger, role: str, country: Country) -> Iterator[Candidate]:
    """Yield the rows of one role in one country, of the kinds and sources that are asked for."""
    observed = wanted(asked, _observed(ledger, asked, role, country))
    return chain(unobserved(asked, ledger, role, country), observed)


def unobserved(asked: Slice, ledger: Ledger, role: str, country: Country) -> Iterator[Candidate]:
    """Yield those of the rows that do not come from the observations of the release."""
    stored = _stored(ledger, ledger.stored(asked, role, country))
    return wanted(asked, (*stored, *_modelled(ledger, asked, role, country)))


def shown_at(
    asked: Slice, ledger: Ledger, role: str, country: Country
) -> Iterator[tuple[str, Block]]:
    """Yield the source of the other rows, and which slices they are of, to be counted at once."""
    if ledger.observed is not None and asked.wants(Kind.OBSERVED):
        for source, block in ledger.observed.shown_at(asked, role, country):
            if source in (asked.sources or (source,)):
                yield source, block


def claims(asked: Slice, ledger: Ledger, roles: frozenset[str]) -> Iterator[Candidate]:
    """Yield the figures over all levels, unless a level, size or industry is asked for."""
    if asked.levels or asked.sizes or asked.industries:
        return iter(())
    over_all = (_of_rung(ledger, rung.query, rung) for rung in ledger.over_all_levels(asked, roles))
    return wanted(asked, (*_stored(ledger, map(_as_it_is, ledger.claims(asked, roles))), *over_all))


def wanted(asked: Slice, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Keep the kinds of figure and the sources that are asked for."""
    sources = frozenset(asked.sources)
    return (
        one for one in found if asked.wants(one.kind) and (not sources or sources & one.sources)
    )


def made(found: Iterable[Candidate]) -> tuple[PayRow, ...]:
    """Make each row once."""
    return tuple(one.make() for one in {one.identity: one for one in found}.values())


def rungs_of(found: Iterable[Candidate]) -> tuple[Rung, ...]:
    """Return the slices of the observations that rows are made of, each once."""
    return tuple(dict.fromkeys(one.identity for one in found if isinstance(one.identity, Rung)))


def _stored(ledger: Ledger, found: Iterable[Placed]) -> Iterator[Candidate]:
    for placed in found:
        figure = placed.figure
        yield Candidate(
            figure.pk,
            Kind(figure.kind),
            frozenset([figure.source.slug]),
            figure.level,
            *placed.place,
            partial(ledger.stored_row, figure, placed.label),
        )


def _as_it_is(figure: PayFigure) -> Placed:
    return Placed(figure, place_of(figure))


def _observed(ledger: Ledger, asked: Slice, role: str, country: Country) -> Iterator[Candidate]:
    for query, rung in ledger.placed(asked, role, country):
        yield _of_rung(ledger, query, rung)


def _of_rung(ledger: Ledger, asked_as: Query, rung: Rung) -> Candidate:
    about = {facet: values[0] for facet, values in asked_as.chosen}
    return Candidate(
        rung,
        Kind.OBSERVED,
        frozenset([about[Facet.SOURCE]]),
        about.get(Facet.LEVEL, ""),
        about.get(Facet.CITY, ""),
        about.get(Facet.SIZE, ""),
        industry_slug(about.get(Facet.INDUSTRY, "")),
        lambda: ledger.said_of(rung).row,
    )


def _modelled(ledger: Ledger, asked: Slice, role: str, country: Country) -> Iterator[Candidate]:
    for tier in _tiers(ledger, asked, role, country):
        for factors in ledger.factor_sets(asked, country):
            yield _of_model(ledger, tier, factors)


def _tiers(ledger: Ledger, asked: Slice, role: str, country: Country) -> Iterator[Candidate]:
    """Yield the bands that modelled ones start from, as the slice of the tier itself has them.

    Where it is withheld no model may tell it: a band less its ratios is the tier again.
    """
    for figure in ledger.tiers(asked, role, country):
        if not ledger.is_computed_here(figure):
            yield from _stored(ledger, [_as_it_is(figure)])
        elif (rung := ledger.in_place_of(figure)) is not None:
            yield _of_rung(ledger, rung.query, rung)


def _of_model(ledger: Ledger, tier: Candidate, factors: tuple[Factor, ...]) -> Candidate:
    return Candidate(
        (tier.identity, *(factor.pk for factor in factors)),
        Kind.MODELLED,
        tier.sources.union(*(factor.source_slugs for factor in factors)),
        tier.level,
        next((factor.city.slug for factor in factors if factor.city), ""),
        next((factor.size for factor in factors if factor.size), ""),
        "",
        lambda: modelled_row(tier.make(), factors, told=ledger.factor_used),
    )
