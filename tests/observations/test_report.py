"""However much is wrong with a file, a report holds little of it and counts all."""

import pytest

from salaries.observations import report
from salaries.observations.report import Rejection, Report, Suspicion


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_LISTED", 3)


def test_the_first_are_kept_and_all_are_counted() -> None:
    found = Report()

    for start in (0, 2):
        lines = range(start, start + 2)
        found.note(2, [Rejection(line, "pay", "x", "is no amount") for line in lines], [])

    assert [one.line for one in found.rejections.first] == [0, 1, 2]
    assert (found.rejections.count, found.rejections.more) == (4, 1)
    assert (found.rows, found.rejected, found.errors) == (4, 4, 4)
    assert "4 reasons, by column; pay 4" in list(found.summary())


def test_a_row_is_counted_once_whatever_is_wrong_with_it() -> None:
    found = Report()

    found.note(
        2,
        [
            Rejection(1, "role", "x", "is not in the guide", is_out_of_scope=True),
            Rejection(1, "pay", "x", "is no amount"),
            Rejection(2, "role", "x", "is not in the guide", is_out_of_scope=True),
        ],
        [],
    )

    assert (found.rejected, found.errors, found.out_of_scope) == (2, 1, 1)


def test_what_is_listed_says_what_it_counts_and_stands_in_the_order_of_the_file() -> None:
    found = Report()

    found.note(
        3,
        [
            Rejection(3, "year", "x", "is no year"),
            Rejection(3, "pay", "x", "is no amount"),
            Rejection(2, "flags", "", "says why"),
        ],
        [Suspicion(9, "pay", "1", "is little", "unit"), Suspicion(4, "pay", "1", "is", "unit")],
    )

    assert [(one.line, one.column) for one in found.rejections.first] == [
        (2, "flags"),
        (3, "pay"),
        (3, "year"),
    ]
    assert [one.line for one in found.suspicions.first] == [4, 9]
    assert [said for _, said, _ in found.lists()] == [
        "2 rows, 3 reasons",
        "2 rows, 2 reasons",
        "0 rows",
    ]


def test_one_row_is_said_in_the_singular() -> None:
    found = Report()

    found.note(1, [Rejection(2, "pay", "x", "is no amount")], [])

    assert found.to_be_mended == "1 row is to be mended, or to be left out knowingly."
    assert "1 row rejected" in list(found.summary())
    assert "1 reason, by column; pay 1" in list(found.summary())


def test_suspicions_are_counted_by_their_flags() -> None:
    found = Report()

    found.note(2, [], [Suspicion(line, "pay", "1", "is little", "unit") for line in range(4)])

    assert (found.suspected, found.suspicions.more) == (4, 1)
    assert "4 rows suspicious; unit 4" in list(found.summary())
