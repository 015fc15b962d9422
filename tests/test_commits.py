"""Every commit is noticed, whoever makes it, and nothing else is."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from django.db import DatabaseError, connection

from tpmguide import commits, readiness


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "site.sqlite3"
    database = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": path})
    monkeypatch.setattr(readiness, "connection", database)
    return path


@pytest.fixture
def writer(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    connection.executescript("PRAGMA journal_mode=WAL; CREATE TABLE word (text)")
    yield connection
    connection.close()


def test_every_commit_is_another_state(writer: sqlite3.Connection) -> None:
    state = commits.OfSQLite()
    states = [state()]
    for _ in range(3):
        with writer:
            writer.execute("INSERT INTO word VALUES ('a')")
        states.append(state())

    assert None not in states
    assert len(set(states)) == 4
    assert state() == states[-1]


def test_what_is_not_committed_is_no_other_state(writer: sqlite3.Connection) -> None:
    state = commits.OfSQLite()
    before = state()
    writer.execute("INSERT INTO word VALUES ('a')")
    during = state()
    writer.rollback()

    assert before == during == state()


@pytest.mark.usefixtures("writer")
def test_a_connection_that_is_opened_anew_is_another_state() -> None:
    state = commits.OfSQLite()
    before = state()
    assert state.connection is not None
    state.connection.close()

    assert state() is None
    assert state() not in {before, None}


def test_a_file_that_is_not_there_has_no_state_and_is_not_made(file: Path) -> None:
    assert commits.OfSQLite()() is None
    assert not file.exists()


def test_a_database_in_memory_has_no_state(monkeypatch: pytest.MonkeyPatch) -> None:
    database = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": ":memory:"})
    monkeypatch.setattr(readiness, "connection", database)

    assert commits.OfSQLite()() is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="DATABASE_URL names no PostgreSQL.")
def test_every_commit_to_postgresql_is_another_state() -> None:
    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute("CREATE TABLE word (text text)")
        before = commits.of_postgresql()
        other.execute("INSERT INTO word VALUES ('a')")
        during = commits.of_postgresql()
        other.commit()
        after = commits.of_postgresql()
        other.execute("DROP TABLE word")

    assert before is not None
    assert after not in {before, during}


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="DATABASE_URL names no PostgreSQL.")
def test_a_connection_to_postgresql_that_was_cut_is_made_anew() -> None:
    commits.of_postgresql()
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as other:
        cut = connection.connection.info.backend_pid
        other.execute("SELECT pg_terminate_backend(%s)", [cut])

    states = [commits.of_postgresql(), commits.of_postgresql()]

    assert states[0] is None
    assert states[1] is not None


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="DATABASE_URL names no PostgreSQL.")
def test_a_postgresql_that_refuses_to_answer_has_no_state() -> None:
    connection.ensure_connection()
    for statement in (b"BEGIN", b"SELECT 1 / 0"):
        connection.connection.pgconn.exec_(statement)

    states = [commits.of_postgresql(), commits.of_postgresql()]

    assert states[0] is None
    assert states[1] is not None


def test_a_postgresql_that_does_not_answer_has_no_state(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []

    def ensure_connection() -> None:
        raise DatabaseError

    database = SimpleNamespace(
        ensure_connection=ensure_connection, close=lambda: closed.append(True)
    )
    monkeypatch.setattr(commits, "connection", database)

    assert commits.of_postgresql() is None
    assert closed == [True]


@pytest.mark.parametrize(
    ("vendor", "kind"), [("sqlite", commits.OfSQLite), ("postgresql", type(commits.of_postgresql))]
)
def test_each_database_is_asked_in_its_own_way(
    vendor: str, kind: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commits, "connection", SimpleNamespace(vendor=vendor))

    assert isinstance(commits.state_of_database(), kind)
