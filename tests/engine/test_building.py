from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from salaries.engine.building import FrameShapeError, build
from salaries.engine.facets import Facet
from salaries.engine.layout import path_of
from salaries.engine.query import Query
from salaries.engine.selection import selected
from tests.engine.asking import BASE
from tests.engine.rows import NAME, snapshot_of, synthetic


@pytest.mark.parametrize(
    ("column", "values", "message"),
    [
        ("pay", [1.5, 2.0, 3.0], "pay holds something else than whole numbers"),
        ("pay", ["1", "2", "3"], "pay holds something else than whole numbers"),
        ("year", [2025, None, 2025], "year holds something else than whole numbers"),
        ("city", ["pune", None, "pune"], "city holds something else than text"),
        ("level", [1, 2, 3], "level holds something else than text"),
        ("key", ["a", "b", "a"], "The key 'a' comes twice"),
    ],
)
def test_what_is_not_the_rows_of_a_release_is_refused(
    tmp_path: Path, column: str, values: list[Any], message: str
) -> None:
    frame = synthetic(3).assign(**{column: pd.Series(values)})

    with pytest.raises(FrameShapeError, match=message):
        build(frame, tmp_path, name=NAME)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(FrameShapeError, match="No column named city, pay"):
        build(synthetic(3).drop(columns=["city", "pay"]), tmp_path, name=NAME)


def test_the_order_of_the_rows_does_not_matter(tmp_path: Path) -> None:
    frame = synthetic(500)
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()

    found = [
        selected(snapshot_of(rows, folder), Query(BASE), by=Facet.CITY).table()
        for rows, folder in ((frame, one), (frame[::-1], other))
    ]

    assert found[0] == found[1]


def test_text_and_categories_give_the_same_file(tmp_path: Path) -> None:
    frame = synthetic(500)
    path = path_of(tmp_path, NAME)

    snapshot_of(frame, tmp_path)
    of_categories = path.read_bytes()
    snapshot_of(frame.astype(dict.fromkeys([facet.value for facet in Facet], "str")), tmp_path)

    assert path.read_bytes() == of_categories


def test_values_are_those_that_rows_have(tmp_path: Path) -> None:
    frame = synthetic(3).assign(level=pd.Categorical(["mid", "", "mid"], ["", "lead", "mid"]))

    snapshot = snapshot_of(frame, tmp_path)

    assert snapshot.values(Facet.LEVEL) == ("", "mid")
    assert snapshot.name == NAME
