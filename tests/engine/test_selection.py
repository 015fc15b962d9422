from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salaries.engine.facets import Facet
from salaries.engine.percentiles import Summary
from salaries.engine.query import Measure, Query
from salaries.engine.selection import Table, selected
from salaries.engine.snapshot import Snapshot
from tests.engine.asking import BASE, VALUES, random_queries
from tests.engine.rows import is_in, percentiles, snapshot_of, synthetic

MILLION = 1_000_000


def frame_of(pay: list[int], **columns: list[str]) -> pd.DataFrame:
    """Return rows with this pay, alike but for the columns that are given."""
    alike = {name: [values[0]] * len(pay) for name, values in VALUES.items()} | columns
    keys = [str(number) for number in range(len(pay))]
    frame = pd.DataFrame({"key": keys, **alike, "year": 2025, "pay": pay})
    return frame.astype(dict.fromkeys(["key", *VALUES], "str") | {"year": "int64", "pay": "int64"})


def five(summary: Summary) -> list[float]:
    return [summary.p10, summary.p25, summary.p50, summary.p75, summary.p90]


@pytest.fixture(scope="module")
def million() -> pd.DataFrame:
    return synthetic(MILLION)


@pytest.fixture(scope="module")
def snapshot(million: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot_of(million, tmp_path_factory.mktemp("snapshots"))


def test_two_hundred_slices_of_a_million_rows_equal_numpy_to_the_last_bit(
    million: pd.DataFrame, snapshot: Snapshot
) -> None:
    compared = 0

    for query in random_queries(200):
        pay = million["pay"][is_in(million, query)]
        summary = selected(snapshot, query).summary()
        if summary is None:
            assert len(pay) == 0
        else:
            assert summary.n == len(pay)
            assert five(summary) == percentiles(pay)
            compared += 1

    assert compared > 150


def test_four_threads_give_the_answers_of_one(snapshot: Snapshot) -> None:
    queries = random_queries(300, seed=3)
    one_by_one = [everything(snapshot, query) for query in queries]

    with ThreadPoolExecutor(4) as pool:
        at_once = list(pool.map(lambda query: everything(snapshot, query), queries * 20))

    assert len(at_once) == 6_000
    assert at_once == one_by_one * 20


def everything(snapshot: Snapshot, query: Query) -> tuple[object, ...]:
    chosen = selected(snapshot, query, by=Facet.LEVEL)
    table = chosen.table()
    return table, table.whole and chosen.histogram(table.whole)


def test_tables_and_bins_equal_pandas(million: pd.DataFrame, snapshot: Snapshot) -> None:
    query = Query(BASE).where(Facet.LEVEL, "mid", "lead").where(Facet.COUNTRY, "india")
    rows = million[is_in(million, query)]

    chosen = selected(snapshot, query, by=Facet.CITY)
    table = chosen.table()

    assert {value: five(part) for value, part in table.parts.items()} == {
        city: percentiles(pay) for city, pay in rows.groupby("city", observed=True)["pay"]
    }
    assert table.whole is not None
    assert five(table.whole) == percentiles(rows["pay"])
    histogram = chosen.histogram(table.whole)
    last_open = [*histogram.edges[:-1], histogram.edges[-1] - 0.5]
    assert list(histogram.counts) == np.histogram(rows["pay"], last_open)[0].tolist()
    assert histogram.n == chosen.n == len(rows)


ends_of_words = st.sampled_from([1, 63, 64, 65, 127, 128, 129])
some_pay = st.lists(st.integers(1, 30) | st.integers(1, 2_000_000_000), max_size=70)


@settings(max_examples=60, deadline=None)
@given(
    pay=some_pay, sizes=st.lists(st.sampled_from(["", "small", "large"]), min_size=70, max_size=70)
)
def test_small_slices_with_equal_values_equal_numpy(pay: list[int], sizes: list[str]) -> None:
    frame = frame_of(pay, size=sizes[: len(pay)])

    with TemporaryDirectory() as folder:
        snapshot = snapshot_of(frame, Path(folder))
        table = selected(snapshot, Query(BASE), by=Facet.SIZE).table()
        whole = selected(snapshot, Query(BASE)).pay_at(range(len(pay)))

    assert whole == sorted(pay)
    assert {value: five(part) for value, part in table.parts.items()} == {
        size: percentiles(rows.tolist()) for size, rows in frame.groupby("size")["pay"]
    }


@settings(max_examples=20, deadline=None)
@given(rows=ends_of_words)
def test_whole_words_are_counted_to_their_last_row(rows: int) -> None:
    with TemporaryDirectory() as folder:
        chosen = selected(snapshot_of(frame_of(list(range(rows))), Path(folder)), Query(BASE))
        summary = chosen.summary()

    assert (chosen.n, chosen.pay_at([rows - 1])) == (rows, [rows - 1])
    assert summary is not None
    assert chosen.histogram(summary).n == rows


@pytest.mark.parametrize(
    ("rows", "ends"), [(1, (0, 0)), (49, (0, 48)), (50, (1, 48)), (1_000, (20, 979))]
)
def test_one_row_in_fifty_may_lie_outside_of_the_bins_at_either_end(
    tmp_path: Path, rows: int, ends: tuple[int, int]
) -> None:
    summary = selected(snapshot_of(frame_of(list(range(rows))), tmp_path), Query(BASE)).summary()

    assert summary is not None
    assert (summary.first, summary.last) == ends


def test_no_rows_have_no_summary(tmp_path: Path) -> None:
    chosen = selected(snapshot_of(frame_of([]), tmp_path), Query(BASE), by=Facet.LEVEL)

    assert chosen.n == 0
    assert chosen.summary() is None
    assert chosen.table() == Table(None, {})


def test_a_value_that_nobody_has_selects_nobody(tmp_path: Path) -> None:
    snapshot = snapshot_of(frame_of([100] * 6), tmp_path)

    assert selected(snapshot, Query(BASE).where(Facet.CITY, "atlantis")).n == 0
    assert selected(snapshot, Query(Measure("base", "CHF"))).n == 0


def test_years_are_answered_together_or_one_at_a_time(tmp_path: Path) -> None:
    frame = frame_of([1, 2, 3, 4, 5]).assign(year=[2013, 2022, 2023, 2024, 2013])
    snapshot = snapshot_of(frame, tmp_path)

    def pay(year: int | None) -> list[int]:
        chosen = selected(snapshot, Query(Measure("base", "USD", year)))
        return chosen.pay_at(range(chosen.n))

    assert [pay(None), pay(2013), pay(2022), pay(1999)] == [[1, 2, 3, 4, 5], [1, 5], [2], []]
    assert selected(snapshot, Query(BASE)).years() == [2013, 2022, 2023, 2024]


@pytest.mark.parametrize("ranks", [[-1], [0, 3]])
def test_a_rank_that_a_slice_does_not_have_is_refused(tmp_path: Path, ranks: list[int]) -> None:
    chosen = selected(snapshot_of(frame_of([1, 2, 3]), tmp_path), Query(BASE))

    with pytest.raises(IndexError, match="3 rows"):
        chosen.pay_at(ranks)
