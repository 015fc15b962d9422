"""What the guide answers to a slice: stored figures and modelled ones, as plain rows."""

from dataclasses import dataclass

from roles.choices import Level
from salaries.candidates import candidates, claims, made
from salaries.choices import CompanySize, Country
from salaries.ledger import Ledger
from salaries.rows import PayRow
from salaries.slices import Slice

PAGE_SIZE = 24


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a slice in its order, and the figures about no one level beside it.

    by_proxy says that another role stands in for one asked for; roles_without are the slugs
    of those that have no row.
    """

    asked: Slice
    rows: tuple[PayRow, ...]
    claims: tuple[PayRow, ...]
    by_proxy: bool
    roles_without: tuple[str, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.rows) // PAGE_SIZE))

    @property
    def page_rows(self) -> tuple[PayRow, ...]:
        start = (self.asked.page - 1) * PAGE_SIZE
        return self.rows[start : start + PAGE_SIZE]


def answer(asked: Slice, ledger: Ledger) -> Answer:
    """Return every row of the slice, sorted as asked, and the claims beside it."""
    shown = stand_ins(asked, ledger)
    found = {
        (stand_in, country): made(candidates(asked, ledger, stand_in, country))
        for (_, country), stand_in in shown.items()
    }
    rows = [row for group in found.values() for row in group]
    beside = claims(asked, ledger, frozenset({*asked.roles, *shown.values()}))
    return Answer(
        asked,
        tuple(sorted(rows, key=lambda row: _sort_key(row, asked))),
        made(beside),
        by_proxy=any(role != stand_in for (role, _), stand_in in shown.items()),
        roles_without=tuple(
            role
            for role in asked.roles
            if not any(found[shown[role, country], country] for country in asked.countries)
        ),
    )


def stand_ins(asked: Slice, ledger: Ledger) -> dict[tuple[str, Country], str]:
    """Return the role whose figures are shown for each role and country that is asked for."""
    return {
        (role, country): ledger.shown_as(role, country)
        for country in asked.countries
        for role in asked.roles
    }


def _sort_key(row: PayRow, asked: Slice) -> tuple[object, ...]:
    """Return a key that never mixes countries, and within one follows the asked order."""
    sign = -1 if asked.sort.startswith("-") else 1
    rank = row.level.rank if row.level else len(Level)
    by = {"level": rank, "low": row.low, "high": row.high}[asked.sort.removeprefix("-")]
    size = list(CompanySize).index(row.size) if row.size else 0
    country = list(Country).index(row.country)
    place = (row.city, size, row.industry)
    return (country, sign * by, row.role, rank, *place, row.kind, row.sources[0].name)
