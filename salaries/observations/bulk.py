"""Rows into the table as fast as the database takes them; its own rules still hold."""

from collections.abc import Sequence

from django.db import connection, transaction

from salaries.models import DataRelease
from salaries.observations.checking import Row
from salaries.observations.columns import FIELDS

COLUMNS = ", ".join(FIELDS)
TARGET = f"salaries_observation ({COLUMNS}, release_id)"
INSERT = " ".join(("INSERT INTO", TARGET, "VALUES (", ", ".join(["%s"] * len(FIELDS)), ", %s)"))
COPY = f"COPY {TARGET} FROM STDIN"
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


def insert(rows: Sequence[Row], release: DataRelease) -> None:
    """Write rows in the order of FIELDS, all or none."""
    lines = [(*row, release.pk) for row in rows]
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Django wraps what execute raises, but knows nothing of copy.
            with connection.wrap_database_errors, cursor.copy(COPY) as copy:
                for line in lines:
                    copy.write_row(line)
        else:
            cursor.executemany(INSERT, lines)


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
