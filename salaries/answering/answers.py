"""What the guide answers to a slice: stored figures and modelled ones, as plain rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from roles.choices import Level
from salaries.answering.candidates import Candidate, candidates, claims, made, rungs_of
from salaries.answering.conversion import Rate, converted
from salaries.answering.ledger import Ledger
from salaries.choices import CompanySize, Country, Currency, Kind
from salaries.observed.figures import Found
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

    def in_money(self, rates: Mapping[Currency, Rate]) -> Self:
        """Return the same answer in the currency that the rates lead to."""
        return replace(self, rows=converted(self.rows, rates), claims=converted(self.claims, rates))

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
    shown = stand_ins(asked, ledger)
    found = {
        (stand_in, country): made(candidates(asked, ledger, stand_in, country))
        for (_, country), stand_in in shown.items()
    }
    rows = [row for group in found.values() for row in group]
    return Answer(
        asked,
        tuple(sorted(rows, key=lambda row: sort_key(row, asked))),
        made(beside(asked, ledger, shown)),
        by_proxy=any(role != stand_in for (role, _), stand_in in shown.items()),
        roles_without=tuple(
            role
            for role in asked.roles
            if not any(found[shown[role, country], country] for country in asked.countries)
        ),
    )


def observed(asked: Slice, ledger: Ledger) -> tuple[Found, ...]:
    """Return what the observed rows and claims of the answer rest on."""
    shown = stand_ins(asked, ledger)
    rows = [
        row
        for (_, country), stand_in in shown.items()
        for row in candidates(asked, ledger, stand_in, country)
    ]
    return tuple(ledger.said_of(rung) for rung in rungs_of((*rows, *beside(asked, ledger, shown))))


def beside(
    asked: Slice, ledger: Ledger, shown: Mapping[tuple[str, Country], str]
) -> Iterator[Candidate]:
    """Yield the figures over all levels of the roles that are shown, each in its own country."""
    for country in asked.countries:
        pairs = (pair for pair in shown.items() if pair[0][1] is country)
        roles = frozenset(role for (named, _), stand_in in pairs for role in (named, stand_in))
        yield from claims(replace(asked, countries=(country,)), ledger, roles)


def stand_ins(asked: Slice, ledger: Ledger) -> dict[tuple[str, Country], str]:
    """Return the role whose figures are shown for each role and country that is asked for."""
    return {
        (role, country): ledger.shown_as(role, country)
        for country in asked.countries
        for role in asked.roles
    }


def sort_key(row: PayRow, asked: Slice) -> tuple[object, ...]:
    """Return a key that never mixes countries, and within one follows the asked order."""
    sign = -1 if asked.sort.startswith("-") else 1
    rank = row.level.rank if row.level else len(Level)
    by = {"level": rank, "low": row.low, "high": row.high}[asked.sort.removeprefix("-")]
    size = list(CompanySize).index(row.size) if row.size else 0
    country, kind = list(Country).index(row.country), list(Kind).index(row.kind)
    place = (row.city, size, row.industry)
    return (country, sign * by, row.role, rank, *place, kind, row.sources[0].name)
