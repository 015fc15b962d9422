"""A column is read as its cells are, whichever way is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.observations import cells, reading
from salaries.observations.cells import CellError, needed, text
from salaries.observations.reading import Cells, amounts, keys, needed_amounts

AMOUNTS = st.sampled_from(
    ["", "0", "1", "180000", " 7", "1.0", "2000000001", "99999999999", "\u0663"]
)
KEYS = st.text(max_size=5) | st.sampled_from(["a-1", " b ", "=1", "-x", "k" * 100, "k" * 101])


def one_by_one(read: cells.Reader, said: list[str]) -> list[object] | None:
    """Return the cells as they are read singly, or None where one is at fault."""
    try:
        return [read(cell.strip()) for cell in said]
    except CellError:
        return None


@given(st.lists(AMOUNTS | st.integers(0, 3_000_000_000).map(str), max_size=4))
def test_amounts_that_are_seen_to_be_right_are_those_that_are_read(said: list[str]) -> None:
    for swift, read in ((amounts, cells.amount), (needed_amounts, needed(cells.amount))):
        found = swift(said)

        assert found is None or found == one_by_one(read, said)


@given(st.lists(KEYS, max_size=4))
def test_keys_that_are_seen_to_be_right_are_those_that_are_read(said: list[str]) -> None:
    found = keys(said)

    assert found is None or found == one_by_one(text(cells.LONGEST_KEY), said)


def test_plain_columns_are_read_at_once() -> None:
    assert amounts(["180000", ""]) == [180_000, None]
    assert needed_amounts(["180000", ""]) is None
    assert keys(["a-1", " b"]) == ["a-1", "b"]


def test_a_distinct_cell_is_read_once() -> None:
    seen: list[str] = []

    def read(cell: str) -> str:
        seen.append(cell)
        return cell.upper()

    column = Cells("level", read, {"s": "senior"})

    assert column.values_of(["s", "mid", "s"]) == ["SENIOR", "MID", "SENIOR"]
    assert seen == ["senior", "mid"]


def test_a_column_that_does_not_repeat_itself_is_forgotten_and_read_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "MOST_REMEMBERED", 1)
    column = Cells("year", cells.year, {})

    for year, faults in (("2024", 0), ("x", 1), ("2025", 0), ("x", 1)):
        column.values_of([year, "2023"])
        assert len(list(column.rejections([2, 3], [year, "2023"]))) == faults
