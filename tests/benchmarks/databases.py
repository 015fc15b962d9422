"""The peers that are asked in SQL: DuckDB in this process, and PostgreSQL where there is one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
import pandas as pd
import psycopg
import pytest

from salaries.engine.query import Query
from tests.benchmarks.peers import QUANTILES, Answer, Edges
from tests.engine.asking import VALUES

TABLE = "benchmark_of_pay"
COLUMNS = [*VALUES, "year", "pay"]


class Database:
    """A connection that answers, with its own words for the five percentiles."""

    def __init__(self, connection: Any, percentiles: str) -> None:
        self.connection, self.percentiles = connection, percentiles

    def answer(self, query: Query, edges: Edges) -> Answer:
        where = condition(query)
        return Answer(self._levels(where), self._bins(where, edges))

    def _levels(self, where: str) -> dict[str, list[float]]:
        numbers = f"level, count(*), {self.percentiles}"
        found = self._rows(numbers, where, "group by grouping sets ((), (level))")
        return {
            "all" if level is None else level: [n, *percents] for level, n, percents in found if n
        }

    def _bins(self, where: str, edges: Edges) -> list[int]:
        first, last, width = edges[0], edges[-1], edges[1] - edges[0]
        within = f"{where} and pay >= {first} and pay < {last}"
        place = f"cast(floor((pay - {first}) / {width}.0) as integer)"
        found = dict(self._rows(f"{place}, count(*)", within, "group by 1"))
        return [found.get(number, 0) for number in range(len(edges) - 1)]

    def _rows(self, columns: str, where: str, group: str) -> list[Any]:
        words = ["select", columns, "from", TABLE, "where", where, group]
        rows: list[Any] = self.connection.execute(" ".join(words)).fetchall()
        return rows


def condition(query: Query) -> str:
    """Return the words after "where"; the values are this benchmark's own."""
    measure = query.measure
    year = "true" if measure.year is None else f"year = {measure.year}"
    chosen = [("pay_kind", (measure.pay_kind,)), ("currency", (measure.currency,)), *query.chosen]
    return " and ".join(
        [year, *(f"{name} in ({', '.join(map(repr, values))})" for name, values in chosen)]
    )


def in_duckdb(frame: pd.DataFrame) -> Database:
    connection = duckdb.connect()
    connection.from_df(frame[COLUMNS]).create(TABLE)
    return Database(connection, f"quantile_cont(pay, {QUANTILES})")


@contextmanager
def in_postgresql(frame: pd.DataFrame) -> Iterator[Database]:
    """Give a table of the server that DATABASE_URL names, and drop it at the end."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL.")
    types = [f"{name} text" for name in VALUES] + ["year integer", "pay bigint"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"drop table if exists {TABLE}")
        connection.execute(f"create unlogged table {TABLE} ({', '.join(types)})")
        try:
            _copy(connection, frame)
            percents = f"percentile_cont(array{QUANTILES}) within group (order by pay)"
            yield Database(connection, percents)
        finally:
            connection.execute(f"drop table {TABLE}")


def _copy(connection: psycopg.Connection[Any], frame: pd.DataFrame) -> None:
    with connection.cursor().copy(f"copy {TABLE} from stdin with (format csv)") as copy:
        for start in range(0, len(frame), 100_000):
            lines = frame[COLUMNS][start : start + 100_000]
            # Quoted, because an empty text without quotes is a null.
            copy.write(lines.to_csv(header=False, index=False, quoting=2))
    connection.execute(f"vacuum analyze {TABLE}")
