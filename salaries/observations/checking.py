"""A batch of rows as values: each distinct cell is read once, each rule holds for a column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from salaries.choices import Country
from salaries.observations.cells import CellError, OutOfScopeError, Reader
from salaries.observations.columns import CURRENT_SINCE, FIELD_OF, FIELDS, Known
from salaries.observations.plausible import CHECKED, FOREIGN, PLAUSIBLE, doubt
from salaries.observations.report import Rejection, Suspicion

# Whole numbers stand for booleans and for rows of other tables too.
Cell = str | int | Decimal | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows that can be kept, in the order of FIELDS, with their lines; and the others."""

    lines: list[int]
    rows: list[Row]
    rejections: list[Rejection]
    suspicions: list[Suspicion]


@dataclass(frozen=True, slots=True)
class Rule:
    """What rows must not be: those it marks are rejected, for the reason, at the column."""

    column: str
    reason: str
    broken: "pd.Series[bool]"


class Checker:
    """Checks batches against the words of the database, which are read once."""

    def __init__(self) -> None:
        self.known = Known()
        self.readers = self.known.readers()

    def __call__(self, said: pd.DataFrame) -> Checked:
        """Check rows in the columns of the template, as text, indexed by their line."""
        values, rejections = read_columns(said, self.readers)
        rejections += [fault for rule in rules(values) for fault in broken(rule, said)]
        bad = {fault.line for fault in rejections}
        kept = values[~values.index.isin(bad)] if bad else values
        suspicions = list(suspicious(kept))
        kept = self.completed(flagged(kept, suspicions))
        rows = list(zip(*(kept[name] for name in FIELDS), strict=True))
        return Checked(list(kept.index), rows, rejections, suspicions)

    def completed(self, values: pd.DataFrame) -> pd.DataFrame:
        """Add what follows from the rest, under the names of the table's columns."""
        values = values.rename(columns=FIELD_OF)
        places = list(zip(values["country"], values["city_raw"], values["region"], strict=True))
        found = {place: self.known.city(*place) for place in set(places)}
        # None, and not the NaN that pandas would make of it beside numbers.
        cities = [found[place] for place in places]
        values["city_id"] = pd.Series(cities, index=values.index, dtype=object)
        years = zip(values["is_current"], values["year"], strict=True)
        values["is_current"] = [
            year >= CURRENT_SINCE if said is None else said for said, year in years
        ]
        return values


def read_columns(
    said: pd.DataFrame, readers: Mapping[str, Reader]
) -> tuple[pd.DataFrame, list[Rejection]]:
    rejections: list[Rejection] = []
    values = {}
    for name, read in readers.items():
        values[name], faults = read_column(said[name], read)
        rejections += faults
    return pd.DataFrame(values, index=said.index, dtype=object), rejections


def read_column(cells: "pd.Series[str]", read: Reader) -> "tuple[pd.Series[Any], list[Rejection]]":
    """Read each distinct cell once, stripped; one that cannot be read is None, and rejected."""
    numbers, distinct = pd.factorize(cells)
    codes: list[int] = numbers.tolist()
    found: list[object] = []
    faults: dict[int, CellError] = {}
    for code, cell in enumerate(distinct):
        try:
            found.append(read(cell.strip()))
        except CellError as error:
            found.append(None)
            faults[code] = error
    values = pd.Series([found[code] for code in codes], index=cells.index, dtype=object)
    names = [str(cell) for cell in distinct]
    at_fault = zip(cells.index, codes, strict=True) if faults else ()
    return values, [
        rejection(line, str(cells.name), names[code], faults[code])
        for line, code in at_fault
        if code in faults
    ]


def rejection(line: int, column: str, value: str, error: CellError) -> Rejection:
    return Rejection(line, column, value, str(error), isinstance(error, OutOfScopeError))


def rules(values: pd.DataFrame) -> Iterator[Rule]:
    """Give what must hold between the cells of a row; what is not known breaks no rule."""
    pay, low, high = (pd.to_numeric(values[name]) for name in ("pay", "low", "high"))
    swapped = low > high
    yield Rule("low", "is above the upper end; are the ends swapped?", swapped)
    yield Rule("pay", "lies outside its own range", ~swapped & ((pay < low) | (pay > high)))
    unexplained = values["usable"].isin([False]) & (values["flags"] == "")
    yield Rule("flags", "a row that is not usable says why", unexplained)


def broken(rule: Rule, said: pd.DataFrame) -> Iterator[Rejection]:
    for line, value in said.loc[rule.broken, rule.column].items():
        yield Rejection(int(str(line)), rule.column, value, rule.reason)


def suspicious(values: pd.DataFrame) -> Iterator[Suspicion]:
    """Give the usable rows whose amount is hardly what its column says, unless it was checked.

    A check excuses an amount, never another currency than the country's.
    """
    usable = values["usable"].astype(bool)
    checked = values["flags"].map(lambda flags: CHECKED in flags.split(";"))
    for country in Country:
        own = country.currency
        here = values[usable & (values["country"] == country.value)]
        foreign = here["currency"] != own.value
        for line, currency in here.loc[foreign, "currency"].items():
            yield Suspicion(int(str(line)), "currency", currency, f"pay there is in {own}", FOREIGN)
        pay = here.loc[~foreign & ~checked[here.index], "pay"].astype("int64")
        for line, amount in pay[~pay.between(*PLAUSIBLE[own])].items():
            flag, reason = doubt(amount, own)
            yield Suspicion(int(str(line)), "pay", str(amount), reason, flag)


def flagged(values: pd.DataFrame, suspicions: Sequence[Suspicion]) -> pd.DataFrame:
    """Return the values with the suspicious rows flagged and taken out of use."""
    if not suspicions:
        return values.copy()
    flag = {found.line: found.flag for found in suspicions}
    flags = zip(values.index, values["flags"], strict=True)
    usable = zip(values.index, values["usable"], strict=True)
    return values.assign(
        flags=[with_flag(said, flag[line]) if line in flag else said for line, said in flags],
        usable=[line not in flag and said for line, said in usable],
    )


def with_flag(flags: str, flag: str) -> str:
    return f"{flags};{flag}" if flags else flag
