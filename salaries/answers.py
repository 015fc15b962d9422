"""What the guide answers to a slice: stored figures and modelled ones, as plain rows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from roles.choices import Level
from salaries.choices import CompanySize, Country, Kind
from salaries.figure_rows import modelled_row, stored_row
from salaries.ledger import Ledger
from salaries.rows import PayRow
from salaries.slices import Slice

PAGE_SIZE = 24
Rows = tuple[PayRow, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a slice in its order, and the figures about no one level beside it.

    by_proxy says that another role stands in for one asked for; roles_without are the slugs
    of those that have no row. charts are the same rows, those of one chart together, where a
    view draws several in one: a page never splits them.
    """

    asked: Slice
    rows: Rows
    claims: Rows
    by_proxy: bool
    roles_without: tuple[str, ...]
    charts: tuple[Rows, ...] = ()

    @property
    def pages(self) -> int:
        if self.charts:
            return len(paged(self.charts))
        return max(1, -(-len(self.rows) // PAGE_SIZE))

    @property
    def page_rows(self) -> Rows:
        if self.charts:
            return tuple(row for chart in self.page_charts for row in chart)
        start = (self.asked.page - 1) * PAGE_SIZE
        return self.rows[start : start + PAGE_SIZE]

    @property
    def page_charts(self) -> tuple[Rows, ...]:
        """The charts of the page that is asked for; none where a chart is not several rows."""
        return tuple(paged(self.charts)[self.asked.page - 1]) if self.charts else ()

    def charted(self, asked: Slice, charts: Iterable[Rows]) -> Self:
        """Return what is answered to the slice with these rows, those of a chart together."""
        kept = tuple(charts)
        rows = tuple(row for chart in kept for row in chart)
        return replace(self, asked=asked, rows=rows, claims=(), charts=kept)


def paged(charts: Iterable[Rows]) -> list[list[Rows]]:
    """Return the charts of each page: as many as fit on it whole, one at least."""
    pages: list[list[Rows]] = []
    room = 0
    for chart in charts:
        if len(chart) > room:
            pages.append([])
            room = PAGE_SIZE
        pages[-1].append(chart)
        room -= len(chart)
    return pages


def answer(asked: Slice, ledger: Ledger) -> Answer:
    """Return every row of the slice, sorted as asked, and the claims beside it."""
    shown = {
        (role, country): ledger.shown_as(role, country)
        for country in asked.countries
        for role in asked.roles
    }
    found = {
        (stand_in, country): tuple(wanted(asked, _rows(asked, ledger, stand_in, country)))
        for (_, country), stand_in in shown.items()
    }
    rows = [row for group in found.values() for row in group]
    return Answer(
        asked,
        tuple(sorted(rows, key=lambda row: sort_key(row, asked))),
        tuple(wanted(asked, _claims(asked, ledger, {*asked.roles, *shown.values()}))),
        by_proxy=any(role != stand_in for (role, _), stand_in in shown.items()),
        roles_without=tuple(
            role
            for role in asked.roles
            if not any(found[shown[role, country], country] for country in asked.countries)
        ),
    )


def wanted(asked: Slice, rows: Iterable[PayRow]) -> Iterator[PayRow]:
    """Keep the kinds of figure that are asked for."""
    return (row for row in rows if asked.wants(row.kind))


def _rows(asked: Slice, ledger: Ledger, role: str, country: Country) -> Iterator[PayRow]:
    for figure in ledger.stored(asked, role, country):
        yield stored_row(figure)
    yield from ledger.observed_rows(asked, role, country)
    for tier in ledger.tiers(asked, role, country):
        for factors in ledger.factor_sets(asked, country):
            yield modelled_row(tier, factors)


def _claims(asked: Slice, ledger: Ledger, roles: Collection[str]) -> Iterator[PayRow]:
    """Yield the figures over all levels, unless one level or size is what is asked for."""
    if not (asked.levels or asked.sizes):
        for figure in ledger.claims(asked, roles):
            yield stored_row(figure)
        yield from ledger.observed_claims(asked, roles)


def sort_key(row: PayRow, asked: Slice) -> tuple[object, ...]:
    """Return a key that never mixes countries, and within one follows the asked order."""
    sign = -1 if asked.sort.startswith("-") else 1
    rank = row.level.rank if row.level else len(Level)
    by = {"level": rank, "low": row.low, "high": row.high}[asked.sort.removeprefix("-")]
    size = list(CompanySize).index(row.size) if row.size else 0
    country, kind = list(Country).index(row.country), list(Kind).index(row.kind)
    return (country, sign * by, row.role, rank, row.city, size, kind, row.sources[0].name)
