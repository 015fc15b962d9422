"""Rows into the table as fast as the database takes them; its own rules still hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from salaries.models import DataRelease
from salaries.observations.coded import Coded, constant
from salaries.observations.columns import FIELDS

COLUMNS = ", ".join(FIELDS)
TARGET = f"salaries_observation ({COLUMNS}, release_id)"
WIDTH = len(FIELDS) + 1
ROW = f"({', '.join(['%s'] * WIDTH)})"
# A statement that writes many rows takes SQLite half the time of one for each.
ROWS_AT_ONCE = 100
# What a crash of the server may lose is staged, and no page shows it; the switch waits for all.
LAZY = "SET LOCAL synchronous_commit TO OFF"
COPY = f"COPY {TARGET} FROM STDIN"
# How the text format of COPY has the characters that mean something to it.
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
NULL = r"\N"
# sqlite3 asks every adapter before it takes a boolean for a number, or a decimal for its text.
PLAIN: dict[str, Callable[[Any], Any]] = {
    "is_current": int,
    "usable": int,
    "years_experience": lambda years: None if years is None else str(years),
}
# By the index on release and key, so that what other releases hold costs nothing.
OF_BASE = "FROM salaries_observation base WHERE release_id = %s AND key > %s"
LAST_OF_SOME = f"SELECT key {OF_BASE} ORDER BY key LIMIT 1 OFFSET %s"
COPY_OTHERS = " ".join(
    (
        *("INSERT INTO", TARGET, "SELECT", COLUMNS, ", %s", OF_BASE, "AND NOT EXISTS"),
        "(SELECT 1 FROM salaries_observation taken",
        "WHERE taken.release_id = %s AND taken.key = base.key)",
    )
)
UP_TO = " AND key <= %s"


@dataclass(frozen=True, slots=True)
class Packed:
    """Rows as the database takes them: the text of a COPY, or whole columns."""

    number: int
    rows: bytes | list[Coded[Any]]


def packed(columns: Sequence[Coded[Any]], release: DataRelease) -> Packed:
    """Return rows, given as columns in the order of FIELDS; the database is asked nothing."""
    number = len(columns[0])
    whole = [*columns, constant(release.pk, number)]
    return Packed(number, copy_text(whole) if connection.vendor == "postgresql" else whole)


def insert(some: Packed) -> None:
    """Write rows, all or none."""
    with transaction.atomic():
        if isinstance(some.rows, bytes):
            copy_in(some.rows)
        else:
            insert_many(some.rows)


def copy_in(text: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LAZY)
        # Django wraps what execute raises, but knows nothing of copy.
        with connection.wrap_database_errors, cursor.copy(COPY) as copy:
            copy.write(text)


def copy_text(columns: Sequence[Coded[Any]]) -> bytes:
    cells = [Coded(copied(column.words), column.codes).tolist() for column in columns]
    lines = map("\t".join, zip(*cells, strict=True))
    return "\n".join([*lines, ""]).encode()


def copied(words: Sequence[object]) -> list[str]:
    """Return values as the text format of COPY has them."""
    said = list(map(str, words))
    # One look at all of them takes less than one at each, and finds something in few columns.
    together = "".join(said)
    if any(chr(mark) in together for mark in ESCAPED):
        said = [one.translate(ESCAPED) for one in said]
    return [NULL if word is None else one for word, one in zip(words, said, strict=True)]


def insert_many(columns: Sequence[Coded[Any]]) -> None:
    plain = [
        column.mapped(PLAIN[name]) if name in PLAIN else column
        for name, column in zip((*FIELDS, "release_id"), columns, strict=True)
    ]
    cells: list[Any] = [None] * (WIDTH * len(columns[0]))
    for place, column in enumerate(plain):
        cells[place::WIDTH] = column.tolist()
    size = ROWS_AT_ONCE * WIDTH
    blocks = [cells[start : start + size] for start in range(0, len(cells), size)]
    with connection.cursor() as cursor:
        cursor.executemany(
            statement(ROWS_AT_ONCE), [block for block in blocks if len(block) == size]
        )
        if rest := len(cells) % size:
            cursor.execute(statement(rest // WIDTH), blocks[-1])


def statement(rows: int) -> str:
    return " ".join(("INSERT INTO", TARGET, "VALUES", ", ".join([ROW] * rows)))


def copied_others(base: DataRelease, release: DataRelease, *, at_once: int) -> Iterator[int]:
    """Copy what the base has and the release has not, so many keys at a time; yield how much."""
    last: str | None = ""
    while last is not None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(LAST_OF_SOME, [base.pk, last, at_once - 1])
            after, (last,) = last, cursor.fetchone() or (None,)
            until = [last] if last else []
            cursor.execute(
                COPY_OTHERS + UP_TO * len(until), [release.pk, base.pk, after, release.pk, *until]
            )
            copied = cursor.rowcount
        yield copied
