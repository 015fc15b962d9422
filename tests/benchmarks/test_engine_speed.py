"""The promised speed of the engine: n, percentiles by level and forty bins of 24 queries."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import process_time

import pandas as pd
import pytest

from salaries.engine.query import Query
from tests.benchmarks.databases import in_duckdb, in_postgresql
from tests.benchmarks.peers import Edges, Engine, Masks, Pandas, Peer
from tests.benchmarks.saying import say
from tests.benchmarks.timing import are_equal, seconds
from tests.engine.asking import random_queries
from tests.engine.rows import snapshot_of, synthetic

QUERIES = random_queries(24, seed=5)
# How many times as long as the engine a peer takes, in the median of the queries and at least.
PROMISED = {"pandas": (30, 5), "DuckDB": (25, 1), "PostgreSQL": (80, 1), "masks": (1, 0)}
IN_PROCESS: dict[str, Callable[[pd.DataFrame], Peer]] = {
    "pandas": Pandas,
    "DuckDB": in_duckdb,
    "masks": Masks,
}
SLOWEST = 0.002
GROWTH = 10


@pytest.fixture(scope="module")
def million() -> pd.DataFrame:
    return synthetic(1_000_000)


@pytest.fixture(scope="module")
def engine(million: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine(snapshot_of(million, tmp_path_factory.mktemp("million")))


@pytest.fixture(scope="module")
def edges(engine: Engine) -> list[Edges]:
    return [engine.edges(query) for query in QUERIES]


@pytest.fixture(scope="module", params=PROMISED)
def peer(request: pytest.FixtureRequest, million: pd.DataFrame) -> Iterator[tuple[str, Peer]]:
    with ExitStack() as stack:
        if request.param == "PostgreSQL":
            yield request.param, stack.enter_context(in_postgresql(million))
        else:
            yield request.param, IN_PROCESS[request.param](million)


def test_the_engine_is_faster_than_its_peers_by_what_is_promised(
    engine: Engine, peer: tuple[str, Peer], edges: list[Edges]
) -> None:
    name, other = peer
    wrong = [
        query
        for query, bins in zip(QUERIES, edges, strict=True)
        if not are_equal(engine.answer(query, bins), other.answer(query, bins))
    ]

    both: dict[str, Peer] = {"engine": engine, name: other}
    taken = seconds(both, QUERIES, edges)

    ratios = ratios_of(taken[name], taken["engine"])
    if name in IN_PROCESS:
        spent = seconds(both, QUERIES, edges, clock=process_time)
        say(f"{name}: {median(ratios_of(spent[name], spent['engine'])):.0f} times the processor")
    say(
        f"{name}: median {median(ratios):.0f} times as long, least {min(ratios):.1f}; "
        f"engine {1e3 * median(taken['engine']):.2f} ms"
    )
    assert wrong == []
    assert median(ratios) >= PROMISED[name][0]
    assert min(ratios) >= PROMISED[name][1]


def ratios_of(theirs: list[float], ours: list[float]) -> list[float]:
    return [their / our for their, our in zip(theirs, ours, strict=True)]


def test_no_query_takes_two_thousandths_of_a_second(engine: Engine, edges: list[Edges]) -> None:
    taken = seconds({"engine": engine}, QUERIES, edges)["engine"]

    say(f"engine alone: median {1e3 * median(taken):.2f} ms, worst {1e3 * max(taken):.2f} ms")
    assert max(taken) < SLOWEST


def test_a_hundred_times_the_rows_take_at_most_ten_times_as_long(tmp_path: Path) -> None:
    engines: dict[str, Peer] = {}
    edges: list[Edges] = []
    for rows in (100_000, 10_000_000):
        folder = tmp_path / str(rows)
        folder.mkdir()
        engine = Engine(snapshot_of(synthetic(rows), folder))
        engines[f"{rows}"] = engine
        edges = [engine.edges(query) for query in QUERIES]

    few, many = (median(times) for times in seconds(engines, QUERIES, edges).values())

    say(f"10^5 rows {1e3 * few:.2f} ms, 10^7 rows {1e3 * many:.2f} ms: {many / few:.1f} times")
    assert many / few <= GROWTH


def test_queries_of_the_benchmark_are_not_all_alike() -> None:
    assert {len(query.chosen) for query in QUERIES} == {0, 1, 2, 3, 4}
    assert all(isinstance(query, Query) for query in QUERIES)
