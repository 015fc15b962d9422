"""Rows into the table as fast as the database takes them; its own rules still hold."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Any

from django.db import connection, transaction

from salaries.models import DataRelease
from salaries.observations.columns import FIELDS

COLUMNS = ", ".join(FIELDS)
TARGET = f"salaries_observation ({COLUMNS}, release_id)"
WIDTH = len(FIELDS) + 1
ROW = f"({', '.join(['%s'] * WIDTH)})"
# A statement that writes many rows takes SQLite half the time of one for each.
ROWS_AT_ONCE = 100
COPY = f"COPY {TARGET} FROM STDIN"
# sqlite3 asks every adapter before it takes a boolean for a number.
BOOLEANS = tuple(FIELDS.index(name) for name in ("is_current", "usable"))
COPY_OTHERS = " ".join(
    (
        *("INSERT INTO", TARGET, "SELECT", COLUMNS, ", %s FROM salaries_observation base"),
        "WHERE release_id = %s AND id >= %s AND id < %s AND NOT EXISTS",
        "(SELECT 1 FROM salaries_observation taken",
        "WHERE taken.release_id = %s AND taken.key = base.key)",
    )
)
DELETE_SOME = (
    "DELETE FROM salaries_observation WHERE id IN "
    "(SELECT id FROM salaries_observation WHERE release_id = %s LIMIT %s)"
)


def insert(columns: Sequence[Sequence[Any]], release: DataRelease) -> None:
    """Write rows, given as columns in the order of FIELDS, all or none."""
    write = copy_in if connection.vendor == "postgresql" else insert_many
    with transaction.atomic():
        write([*columns, repeat(release.pk, len(columns[0]))])


def copy_in(columns: Iterable[Iterable[Any]]) -> None:
    # Django wraps what execute raises, but knows nothing of copy.
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.copy(COPY) as copy,
    ):
        for row in zip(*columns, strict=True):
            copy.write_row(row)


def insert_many(columns: Sequence[Iterable[Any]]) -> None:
    numbered = [map(int, column) if at in BOOLEANS else column for at, column in enumerate(columns)]
    cells = list(chain.from_iterable(zip(*numbered, strict=True)))
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


def copy_others(base: DataRelease, release: DataRelease, *, ids: tuple[int, int]) -> int:
    """Copy what the base has between two ids and the release has not; return how much."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COPY_OTHERS, [release.pk, base.pk, *ids, release.pk])
        return int(cursor.rowcount)


def delete_some(release: DataRelease, *, most: int) -> int:
    """Delete rows of the release, and return how many there were."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DELETE_SOME, [release.pk, most])
        return int(cursor.rowcount)
