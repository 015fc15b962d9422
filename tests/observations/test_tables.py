"""Lines are cut into rows that know where they begin."""

import pytest

from salaries.observations.files import FileError
from salaries.observations.tables import Batch, Table


def read(text: str, *, size: int = 10, most: int = 100, delimiter: str = "") -> list[Batch]:
    table = Table(iter(text.splitlines(keepends=True)), delimiter=delimiter)
    return list(table.batches(size, most_rows=most))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised(delimiter: str) -> None:
    (batch,) = read(f"a{delimiter}b\n1{delimiter}2\n")

    assert batch.rows == [["1", "2"]]


def test_a_named_delimiter_is_believed() -> None:
    (batch,) = read("a,x;b\n1,5;2\n", delimiter=";")

    assert batch.rows == [["1,5", "2"]]


def test_rows_come_in_batches_and_know_their_lines() -> None:
    batches = read('a,b\n1,"two\nlines"\n\n3,4\n5,6\n', size=2)

    assert [batch.lines for batch in batches] == [[2], [5, 6]]


def test_a_row_of_another_width_is_rejected_and_not_lost() -> None:
    (batch,) = read("a,b\n1\n2,3\n4,5,6\n")

    assert batch.rows == [["2", "3"]]
    assert [str(found) for found in batch.rejections] == [
        "line 2: '1': the row has 1 cell, the header 2",
        "line 4: '4, 5, 6': the row has 3 cells, the header 2",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n", "has no header"),
        (",,\n1,2,3\n", "has no header"),
        ("a,b,a\n1,2,3\n", "more than once: a"),
        ("a,,\n1,2,3\n", r"more than once: \(no name\)"),
        ("a,b\n", "has a header and no rows"),
        ("a,b\n\n\n", "has a header and no rows"),
        (
            'a,b\n1,"never closed\n2,3\n',
            "is not CSV from line 2 on: unexpected end of data. Look at",
        ),
        ("a,b\n" + "1,2\n" * 101, "more than 100 rows"),
    ],
)
def test_what_is_no_table_is_refused(text: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        read(text)
