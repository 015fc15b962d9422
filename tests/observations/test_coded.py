"""A column says the same whether its values stand once or row by row."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from salaries.observations.coded import Coded, constant, paired

WORDS = ["a", "b", "", "d"]
ROWS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)


def both(values: list[str]) -> tuple[Coded[str], Coded[str]]:
    """Return a column row by row, and with each value once."""
    return Coded(values), Coded(WORDS, np.array([WORDS.index(value) for value in values]))


@given(ROWS)
def test_a_column_is_read_row_by_row(values: list[str]) -> None:
    for column in both(values):
        assert column.tolist() == list(column) == values
        assert [column[row] for row in range(len(column))] == values


@given(ROWS)
def test_what_is_made_of_a_column_is_made_of_each_row(values: list[str]) -> None:
    marked = np.array([value != "a" for value in values])

    for column in both(values):
        assert column.mapped(str.upper).tolist() == [value.upper() for value in values]
        assert column.kept(marked).tolist() == [value for value in values if value != "a"]
        assert column.mapped(len).array(np.int64).tolist() == [len(value) for value in values]


@given(ROWS)
def test_two_columns_are_paired_row_by_row(values: list[str]) -> None:
    for one in both(values):
        for other in both(values[::-1]):
            assert paired(one, other).tolist() == list(zip(values, values[::-1], strict=True))


def test_what_is_done_is_done_once_for_each_distinct_value() -> None:
    seen: list[tuple[str, int]] = []
    column = paired(Coded(["a", "b"], np.array([0, 1, 0, 0])), constant(7, 4))

    column.mapped(seen.append)

    assert seen == [("a", 7), ("b", 7)]


def test_many_pairs_are_told_apart() -> None:
    """The places are kept in as few bytes as they need; those of a pair need more."""
    numbers = list(range(200))
    column = Coded(numbers, np.array(numbers))

    assert paired(column, column).tolist() == [(number, number) for number in numbers]
