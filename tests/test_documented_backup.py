"""The line of the README that saves an SQLite database does so, and never saves nothing."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings


def backup(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the line of the README in a folder that has var/."""
    readme = Path(settings.BASE_DIR, "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r'^\.venv/bin/python -c "(.*VACUUM.*)"$', readme, re.MULTILINE)
    words = [sys.executable, "-c", code.replace('\\"', '"')]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Return an editor's connection to a database that keeps a log beside it, as the site's."""
    (tmp_path / "var").mkdir()
    with closing(sqlite3.connect(tmp_path / "var/tpmguide.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE claims (text)")
        connection.execute("INSERT INTO claims VALUES ('kept')")
        connection.commit()
        yield connection


def test_while_an_editor_writes_the_backup_holds_what_was_saved(
    tmp_path: Path, writer: sqlite3.Connection
) -> None:
    writer.execute("INSERT INTO claims VALUES ('not saved yet')")

    assert backup(tmp_path).returncode == 0

    with closing(sqlite3.connect(tmp_path / "backup.sqlite3")) as copy:
        assert copy.execute("SELECT text FROM claims").fetchall() == [("kept",)]
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_database_that_is_elsewhere_is_an_error_and_no_empty_backup(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()

    said = backup(tmp_path)

    assert said.returncode != 0
    assert "unable to open database file" in said.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["var"]
