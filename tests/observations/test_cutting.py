"""Lines that are cut all at once are read as the reader of the standard library reads them."""

import csv
import io

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salaries.observations import cutting
from salaries.observations.coded import Coded
from salaries.observations.cutting import cut

CELLS = st.text("ab \t'é\u201c,;\"\n\r", max_size=4) | st.sampled_from(
    ['"a,b"', '""', '"a""b"', ' "a"', '"é"', "abcdefgh", "abcdefghi", "abcdefghj"]
)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=3), min_size=1, max_size=5)


def lines_of(text: str) -> list[str]:
    """Return the lines as a file gives them: other separators of Unicode end none."""
    return io.StringIO(text, newline="").readlines()


def read(lines: list[str], delimiter: str = ",") -> list[list[str]] | None:
    """Return the rows as the standard library reads them; None where it refuses them."""
    try:
        return list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        return None


def cut_columns(lines: list[str]) -> list[Coded[str]]:
    columns = cut(lines, delimiter=",", width=2)
    assert columns is not None
    return columns


def cut_rows(lines: list[str], width: int, delimiter: str = ",") -> list[list[str]] | None:
    columns = cut(lines, delimiter=delimiter, width=width)
    return None if columns is None else [list(row) for row in zip(*columns, strict=True)]


@given(ROWS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([",", ";"]))
@example([['"a', 'b"'], ["c", "d"]], "\n", ",")
@example([["a", '"b"c'], ["d", "e"]], "\n", ",")
@example([["a", '"'], ['"', "e"]], "\n", ",")
def test_what_is_cut_is_what_is_read(rows: list[list[str]], end: str, delimiter: str) -> None:
    lines = lines_of("".join(delimiter.join(row) + end for row in rows))

    found = cut_rows(lines, 2, delimiter)

    assert found is None or found == read(lines, delimiter)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("row", ['a,b,"c, d"', '"",,', "é,“ü”,ß", "1,2,3 ", "a,,"])
def test_plain_lines_are_cut(row: str, end: str) -> None:
    lines = [f"x,y,z{end}", f"{row}{end}", f"x,y,z{end}"]

    assert cut_rows(lines, 3) == read(lines)
    assert cut_rows([*lines, row], 3) == read([*lines, row])


@pytest.mark.parametrize(
    "text",
    [
        'a,"b\nc"\n',
        "a,b,c\n",
        "a\n",
        "a,b\n\n",
        'a,"b""c"\n',
        'a,b"c\n',
        'a,"b"c\n',
        'a, "b"\n',
        "a, b\n",
        "a\rb,c\n",
        "a,b\r\nc,d\n\r\n",
        'a,"b\n',
    ],
)
def test_what_is_not_plain_is_left_to_the_reader(text: str) -> None:
    assert cut(lines_of(text), delimiter=",", width=2) is None


def test_lines_of_a_single_column_are_left_to_the_reader() -> None:
    assert cut(["a\n", "\n"], delimiter=",", width=1) is None


def test_lines_that_would_take_much_memory_are_left_to_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cutting, "MOST_AT_ONCE", 7)

    assert cut_rows(["a,b\n"], 2) == [["a", "b"]]
    assert cut_rows(["a,b\n", "c,d\n"], 2) is None


def test_a_cell_that_repeats_itself_stands_once() -> None:
    lines = [f"{number},{'abcdefghijk'[: number % 3 * 5]}\n" for number in range(600)]

    numbers, words = cut_columns(lines)

    assert numbers.codes is None
    assert words.words == ["", "abcde", "abcdefghij"]
    assert words.tolist() == ["", "abcde", "abcdefghij"] * 200


def test_long_cells_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "LONGEST", 8)
    lines = ["a,abcdefgh\n", "a,abcdefgh\n"], ["a,abcdefghi\n", "a,abcdefghi\n"]

    short, long = (cut_columns(some) for some in lines)

    assert short[1].words == ["abcdefgh"]
    assert (long[1].codes, long[1].words) == (None, ["abcdefghi", "abcdefghi"])


def test_cells_that_come_to_the_same_hash_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "mixed", np.bitwise_and)
    lines = ["a,abcdefgh1\n", "a,abcdefgh0\n", "a,abcdefgh1\n"] * 100

    columns = cut_columns(lines)

    assert columns[1].tolist() == ["abcdefgh1", "abcdefgh0", "abcdefgh1"] * 100
