"""The same answer from the engine and from what else could give it.

An answer is n and five percentiles, over all and by level, and the counts between given edges.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from salaries.engine.facets import Facet
from salaries.engine.percentiles import Summary
from salaries.engine.query import Query
from salaries.engine.selection import selected
from salaries.engine.snapshot import Snapshot
from tests.engine.asking import VALUES
from tests.engine.rows import is_in

QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9]
Edges = tuple[int, ...]
Pay = NDArray[np.int64]


@dataclass(frozen=True)
class Answer:
    """Numbers per level, "all" among them: n, then the percentiles; and the counts of bins."""

    levels: dict[str, list[float]]
    bins: list[int]


class Peer(Protocol):
    def answer(self, query: Query, edges: Edges) -> Answer: ...


class Engine:
    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    def answer(self, query: Query, edges: Edges) -> Answer:
        """Return the answer; the engine finds the edges by itself, and that takes its time."""
        chosen = selected(self.snapshot, query, by=Facet.LEVEL)
        table = chosen.table()
        if table.whole is None:
            return Answer({}, [0] * (len(edges) - 1))
        histogram = chosen.histogram(table.whole)
        levels = {level: _line(part) for level, part in table.parts.items()}
        return Answer({"all": _line(table.whole), **levels}, list(histogram.counts))

    def edges(self, query: Query) -> Edges:
        chosen = selected(self.snapshot, query)
        summary = chosen.summary()
        return chosen.histogram(summary).edges if summary else (0, 1)


def _line(summary: Summary) -> list[float]:
    return [summary.n, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90]


class Pandas:
    """Categories in memory."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def answer(self, query: Query, edges: Edges) -> Answer:
        rows = self.frame[is_in(self.frame, query)]
        by_level = rows.groupby("level", observed=True)["pay"]
        found = (
            by_level.quantile(np.array(QUANTILES)).to_numpy().reshape(-1, len(QUANTILES)).tolist()
        )
        levels = {
            str(level): [int(n), *percents]
            for (level, n), percents in zip(by_level.size().items(), found, strict=True)
        }
        if len(rows):
            levels["all"] = [len(rows), *rows["pay"].quantile(QUANTILES).tolist()]
        return Answer(levels, _bins(rows["pay"].to_numpy(), edges))


class Masks:
    """One number a row and facet, compared anew for each query."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.pay: Pay = frame["pay"].to_numpy()
        self.year = frame["year"].to_numpy().astype(np.int16)
        self.codes = {name: frame[name].cat.codes.to_numpy() for name in VALUES}

    def answer(self, query: Query, edges: Edges) -> Answer:
        rows = self._rows(query)
        pay, level = self.pay[rows], self.codes["level"][rows]
        parts = {name: pay[level == code] for code, name in enumerate(VALUES["level"])}
        levels = {name: _of(part) for name, part in {"all": pay, **parts}.items() if len(part)}
        return Answer(levels, _bins(pay, edges))

    def _rows(self, query: Query) -> NDArray[np.bool_]:
        measure = query.measure
        everything = np.ones(len(self.year), dtype=np.bool_)
        rows = everything if measure.year is None else self.year == measure.year
        chosen = [("pay_kind", (measure.pay_kind,)), ("currency", (measure.currency,))]
        for name, values in [*chosen, *query.chosen]:
            codes = [VALUES[name].index(value) for value in values]
            rows &= np.isin(self.codes[name], codes)
        return rows


def _of(pay: Pay) -> list[float]:
    return [len(pay), *np.quantile(pay, QUANTILES).tolist()]


def _bins(pay: Pay, edges: Edges) -> list[int]:
    # numpy's last bin has its upper edge inside.
    counts: list[int] = np.histogram(pay[pay < edges[-1]], edges)[0].tolist()
    return counts
