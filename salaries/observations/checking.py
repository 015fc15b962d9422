"""A batch of rows as values: each distinct cell is read once, each rule holds for a column."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import compress
from typing import Any

import numpy as np
import pandas as pd

from salaries.choices import Country
from salaries.observations.coded import Coded, Marks, paired
from salaries.observations.columns import CURRENT_SINCE, NAMES, Known
from salaries.observations.plausible import CHECKED, FOREIGN, PLAUSIBLE, doubt
from salaries.observations.reading import MOST_REMEMBERED, Cells
from salaries.observations.report import Rejection, Suspicion

# Whole numbers stand for booleans and for rows of other tables too.
Cell = str | int | Decimal | None
Row = tuple[Cell, ...]
Values = dict[str, Coded[Any]]
AMOUNTS = ("pay", "low", "high")
WORDS = ("country", "currency", "usable", "flags")


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows that can be kept, as columns in the order of FIELDS; their lines; the others."""

    lines: list[int]
    columns: list[Coded[Any]]
    rejections: list[Rejection]
    suspicions: list[Suspicion]

    def rows(self) -> list[Row]:
        return list(zip(*self.columns, strict=True))

    def kept(self, marked: Marks) -> "Checked":
        """Return it without the rows that are not marked; what was found stays."""
        lines = list(compress(self.lines, marked))
        return replace(self, lines=lines, columns=[column.kept(marked) for column in self.columns])


@dataclass(frozen=True, slots=True)
class Rule:
    """What rows must not be: those it marks are rejected, for the reason, at the column."""

    column: str
    reason: str
    broken: "pd.Series[bool]"


class Checker:
    """Checks the batches of one file against the words of the database, which are read once."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        self.known = Known()
        self.cells = {
            name: Cells(name, read, words.get(name, {}))
            for name, read in self.known.readers().items()
        }
        self.city = lru_cache(MOST_REMEMBERED)(self.known.city)

    def __call__(self, lines: list[int], said: Mapping[str, Coded[str]]) -> Checked:
        """Check rows in the columns of the template, as text, with their lines."""
        values: Values = {name: cells.column_of(said[name]) for name, cells in self.cells.items()}
        rejections = [
            fault
            for name, cells in self.cells.items()
            for fault in cells.rejections(lines, said[name])
        ]
        frame = framed(values)
        for rule in rules(frame):
            rejections += broken(rule, lines, said[rule.column])
        if bad := {fault.line for fault in rejections}:
            kept = np.array([line not in bad for line in lines])
            lines, frame = [line for line in lines if line not in bad], frame[kept]
            values = {name: column.kept(kept) for name, column in values.items()}
        suspicions = suspicious(lines, frame)
        flag(lines, values, suspicions)
        return Checked(lines, self.completed(values), rejections, suspicions)

    def completed(self, values: Values) -> list[Coded[Any]]:
        """Return the columns of the table, with what follows from the rest."""
        values["is_current"] = paired(values["is_current"], values["year"]).mapped(
            lambda cells: cells[1] >= CURRENT_SINCE if cells[0] is None else cells[0]
        )
        areas = paired(paired(values["country"], values["city"]), values["region"])
        cities = areas.mapped(lambda cells: self.city(*cells[0], cells[1]))
        return [*(values[name] for name in NAMES if name != "period"), cities]


def framed(values: Values) -> pd.DataFrame:
    """Return what the rules are about: amounts as numbers, NaN where there is none; words."""
    return pd.DataFrame(
        {name: values[name].array(float) for name in AMOUNTS}
        | {name: values[name].categorical() for name in WORDS},
        copy=False,
    )


def rules(frame: pd.DataFrame) -> Iterator[Rule]:
    """Give what must hold between the cells of a row; what is not known breaks no rule."""
    pay, low, high = (frame[name] for name in AMOUNTS)
    swapped = low > high
    yield Rule("low", "is above the upper end; are the ends swapped?", swapped)
    yield Rule("pay", "lies outside its own range", ~swapped & ((pay < low) | (pay > high)))
    unexplained = frame["usable"].eq(other=False) & frame["flags"].eq("")
    yield Rule("flags", "a row that is not usable says why", unexplained)


def broken(rule: Rule, lines: Sequence[int], said: Coded[str]) -> Iterator[Rejection]:
    for place in places(rule.broken):
        yield Rejection(lines[place], rule.column, said[place], rule.reason)


def places(marked: "pd.Series[bool]") -> list[int]:
    found: list[int] = np.flatnonzero(marked).tolist()
    return found


def suspicious(lines: Sequence[int], frame: pd.DataFrame) -> list[Suspicion]:
    """Return the usable rows whose amount is hardly what its column says, unless checked.

    A check excuses an amount, never another currency than the country's.
    """
    usable, found = frame["usable"].eq(other=True), []
    for country in Country:
        own = country.currency
        here = usable & frame["country"].eq(country.value)
        foreign = here & frame["currency"].ne(own.value)
        for place in places(foreign):
            said = frame["currency"].iloc[place]
            found.append(
                Suspicion(lines[place], "currency", said, f"pay there is in {own}", FOREIGN)
            )
        for place in places(here & ~foreign & ~frame["pay"].between(*PLAUSIBLE[own])):
            pay = int(frame["pay"].iloc[place])
            flags = map(str.strip, frame["flags"].iloc[place].split(";"))
            if CHECKED not in flags:
                sort, reason = doubt(pay, own)
                found.append(Suspicion(lines[place], "pay", str(pay), reason, sort))
    return found


def flag(lines: Sequence[int], values: Values, suspicions: Sequence[Suspicion]) -> None:
    """Flag the suspicious rows, and take them out of use."""
    if not suspicions:
        return
    flags, usable = values["flags"].tolist(), values["usable"].tolist()
    for found in suspicions:
        place = bisect_left(lines, found.line)
        flags[place] = f"{flags[place]};{found.flag}" if flags[place] else found.flag
        usable[place] = False
    values.update(flags=Coded(flags), usable=Coded(usable))
