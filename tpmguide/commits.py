"""Whether anything was committed to the database since it was last asked, by whichever process.

The database is asked, not the code that writes: so there is no way to write past it, be it an
editor, an import, a release that is published or a row that is mended by hand.
"""

import sqlite3
from collections.abc import Callable
from threading import Lock

from django.db import Error, connection

from tpmguide.readiness import file_of_database

# Where its text is the same, the same transactions are committed, and so the rows are the same.
SNAPSHOT = b"SELECT pg_current_snapshot()::text"
State = Callable[[], str | None]


class OfSQLite:
    """Reads a number that changes with each commit of any other connection to the file.

    Its own connection never writes, so every writer is another one. What it reads compares with
    nothing that another connection reads: hence one for all threads, and a new count for each.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.connection: sqlite3.Connection | None = None
        self.opened = 0

    def __call__(self) -> str | None:
        """Return the state; None where the database cannot be asked, or is in memory."""
        with self.lock:
            try:
                return self._asked()
            except sqlite3.Error:
                self._close()
                return None

    def _close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def _asked(self) -> str | None:
        if self.connection is None:
            if (file := file_of_database()) is None:
                return None
            self.connection = sqlite3.connect(file, uri=True, check_same_thread=False)
            self.opened += 1
        (version,) = self.connection.execute("PRAGMA data_version").fetchone()
        return f"{self.opened} {version}"


def of_postgresql() -> str | None:
    """Return the state; None where the database cannot be asked.

    It is asked below the cursors, which take more than the rest of a page that is given again.
    """
    try:
        connection.ensure_connection()
        with connection.wrap_database_errors:
            said = connection.connection.pgconn.exec_(SNAPSHOT).get_value(0, 0)
    # A connection that is closed already is no DatabaseError.
    except Error:
        said = None
    if said is None:
        # Django closes a broken connection around a request, and kept pages let none reach it.
        connection.close()
        return None
    return str(said, "ascii")


def state_of_database() -> State:
    return OfSQLite() if connection.vendor == "sqlite" else of_postgresql
