"""Whether the database is there at all, before anybody connects to it."""

import sqlite3
from pathlib import Path

from django.db import connection

# Seconds after which whoever was told that it is not there may ask again.
RETRY_AFTER = "5"
IN_MEMORY = (":memory:", "file:")
# The end of an address under which SQLite opens a file and makes none.
NONE_MADE = "?mode=rw"


def file_of_database() -> str | None:
    """Return the address under which SQLite opens the file and makes none; None without a file."""
    name = str(connection.settings_dict["NAME"])
    if name.endswith(NONE_MADE):
        return name
    if connection.vendor != "sqlite" or name.startswith(IN_MEMORY):
        return None
    return f"{Path(name).absolute().as_uri()}{NONE_MADE}"


def make_no_database() -> None:
    """Let this process connect to no file of SQLite but the one that is there.

    A missing one would be made anew and empty, and read from even when the right one is back.
    """
    if (file := file_of_database()) is not None:
        connection.settings_dict["NAME"] = file


def database_is_missing() -> bool:
    """Whether the file of SQLite cannot be opened; to connect would make a missing one anew.

    A worker that holds a file open reads on after it is gone, and so would not notice.
    """
    file = file_of_database()
    if file is None:
        return False
    try:
        sqlite3.connect(file, uri=True).close()
    except sqlite3.Error:
        return True
    return False
