import tracemalloc
from itertools import product

import pandas as pd
import pytest

from salaries.engine.cells import ALL, MOST_BYTES
from salaries.engine.facets import Facet
from salaries.engine.query import Measure, Query
from salaries.engine.snapshot import Snapshot
from tests.engine.asking import BASE, VALUES, random_queries
from tests.engine.rows import is_in, snapshot_of, synthetic


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return synthetic(20_000)


@pytest.fixture(scope="module")
def snapshot(frame: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot_of(frame, tmp_path_factory.mktemp("snapshots"))


def test_the_count_of_any_slice_is_that_of_pandas(frame: pd.DataFrame, snapshot: Snapshot) -> None:
    counted = [snapshot.cells.count(query) for query in random_queries(300)]

    assert counted == [is_in(frame, query).sum() for query in random_queries(300)]
    assert sum(count > 0 for count in counted) > 200


@pytest.mark.parametrize(
    "query",
    [
        Query(Measure("base", "GBP")),
        Query(Measure("base", "USD", 1999)),
        Query(BASE).where(Facet.ROLE, "wizard"),
        Query(BASE).where(Facet.CITY, "atlantis"),
    ],
)
def test_a_value_that_no_row_has_counts_none(snapshot: Snapshot, query: Query) -> None:
    assert snapshot.cells.count(query) == 0


def test_a_value_that_no_row_has_takes_nothing_from_those_beside_it(snapshot: Snapshot) -> None:
    pune = Query(BASE).where(Facet.CITY, "city-01")

    both = pune.where(Facet.CITY, "city-01", "atlantis")

    assert snapshot.cells.count(both) == snapshot.cells.count(pune) > 0


def test_a_release_without_rows_counts_none(
    frame: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = snapshot_of(frame[:0], tmp_path_factory.mktemp("empty"))

    assert empty.cells.count(Query(BASE)) == 0


def test_a_grid_has_a_line_for_each_name_and_one_for_all(snapshot: Snapshot) -> None:
    two, absent = ("industry-01", "industry-02"), ("atlantis",)
    named: dict[str, list[tuple[str, ...]]] = {
        Facet.LEVEL: [("mid",), ("senior",)],
        Facet.CITY: [("city-01",), absent],
        Facet.SIZE: [],
        Facet.INDUSTRY: [two],
    }

    grid = snapshot.cells.grid(Query(BASE), named)

    senior = Query(BASE).where(Facet.LEVEL, "senior")
    there = senior.where(Facet.CITY, "city-01").where(Facet.INDUSTRY, *two)
    assert grid.shape == (3, 3, 1, 2)
    assert grid[1, ALL, ALL, ALL] == snapshot.cells.count(senior)
    assert grid[1, 0, 0, 0] == snapshot.cells.count(there) > 0
    assert grid[ALL, ALL, ALL, ALL] == snapshot.cells.count(Query(BASE))
    assert not grid[:, 1].any()


def test_a_population_without_rows_takes_no_memory(snapshot: Snapshot) -> None:
    empty = snapshot.cells.table(Query(BASE).where(Facet.ROLE, "wizard"))

    full = snapshot.cells.table(Query(BASE))
    assert empty.shape == full.shape
    assert set(empty.strides) == {0}
    assert not empty.any()


def test_tables_take_no_more_than_their_bytes_however_many_industries_there_are(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    frame = synthetic(20_000)
    frame["industry"] = [f"industry-{row % 600}" for row in range(len(frame))]
    cells = snapshot_of(frame, tmp_path_factory.mktemp("industries")).cells
    named = product(*(VALUES[facet] for facet in (Facet.SOURCE, Facet.ROLE)))

    tracemalloc.start()
    counted = [
        cells.count(Query(BASE).where(Facet.SOURCE, source).where(Facet.ROLE, role))
        for source, role in named
    ]
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert min(counted) > 0
    assert taken < MOST_BYTES < cells.table(Query(BASE)).nbytes * len(counted)
