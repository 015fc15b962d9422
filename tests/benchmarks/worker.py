"""A worker with a release in memory, in one of three ways: answers, reports, waits.

pandas is imported only where it is the way; so it is in a worker of the site.
"""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from salaries.engine.facets import Facet
from salaries.engine.query import Query
from salaries.engine.selection import selected
from salaries.engine.snapshot import opened
from tests.engine.asking import VALUES, random_queries

if TYPE_CHECKING:
    import pandas as pd


def with_engine(folder: Path, name: str, queries: list[Query]) -> object:
    snapshot = opened(folder, name)
    for query in queries:
        chosen = selected(snapshot, query, by=Facet.LEVEL)
        if (whole := chosen.table().whole) is not None:
            chosen.histogram(whole)
    return snapshot


def with_lean_pandas(folder: Path, name: str, queries: list[Query]) -> object:
    """Hold the columns that are asked about, in the fewest bytes that pandas has for them."""
    return _with_frame(_frame(folder, name), queries)


def with_pandas(folder: Path, name: str, queries: list[Query]) -> object:
    """Hold the frame of a release whole, its keys included, as building.build takes it."""
    frame = _frame(folder, name)
    return _with_frame(frame.assign(key=[f"row-{row}" for row in range(len(frame))]), queries)


def _frame(folder: Path, name: str) -> "pd.DataFrame":
    pandas = import_module("pandas")
    columns = np.load(folder / f"{name}.npz")
    texts = {
        facet: pandas.Categorical.from_codes(columns[facet], pandas.Index(values))
        for facet, values in VALUES.items()
    }
    numbers = {facet: columns[facet] for facet in ("year", "pay")}
    frame: pd.DataFrame = pandas.DataFrame({**texts, **numbers})
    return frame


def _with_frame(frame: "pd.DataFrame", queries: list[Query]) -> object:
    peer = import_module("tests.benchmarks.peers").Pandas(frame)
    for query in queries:
        peer.answer(query, (0, 1_000_000))
    return peer


def main(way: str, folder: str, name: str) -> None:
    ways = {"engine": with_engine, "pandas": with_pandas, "lean pandas": with_lean_pandas}
    kept = ways[way](Path(folder), name, random_queries(24))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    del kept


if __name__ == "__main__":
    main(*sys.argv[1:])
