"""A site with a database of its own, on which commands run in processes of their own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from tests.observations.commands import written
from tests.observations.files import text_of

# Who waits for a lock that another connection holds.
WAITING = (
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND wait_event_type = 'Lock'"
)
MANAGE = (sys.executable, str(Path(settings.BASE_DIR) / "manage.py"))
CHECKSUMS = """
from salaries.models import DataRelease
from salaries.releases.contents import checksum
print({release.slug: checksum(release) for release in DataRelease.objects.finished()})
"""
PUBLISHED = """
from salaries.models import DataRelease
print(*DataRelease.objects.published().values_list("slug", flat=True))
"""


class Site:
    """A database of its own, and the commands that work on it in processes of their own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.environment = {**os.environ, "DATABASE_URL": url, "DATA_DIR": str(folder)}

    def run(self, *command: str) -> str:
        """Return what the command prints; fail where it fails."""
        done = subprocess.run(
            (*MANAGE, *command), env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def state(self) -> str:
        """Return the checksum of everything that a page or a steward could see."""
        return self.run("shell", "--no-imports", "--command", CHECKSUMS)

    def published(self) -> list[str]:
        return self.run("shell", "--no-imports", "--command", PUBLISHED).split()

    def race(self, *commands: tuple[str, ...]) -> list[bool]:
        """Run the commands at the same time; return which of them succeeded."""
        racing = [
            subprocess.Popen(
                (*MANAGE, *command),
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            for command in commands
        ]
        said = [process.communicate()[1] for process in racing]
        assert "Traceback" not in "".join(said)
        return [process.returncode == 0 for process in racing]

    def kill_upon(self, line: str, *command: str) -> None:
        """Start the command, and kill it when it prints the line."""
        with self.running(*command) as process:
            for said in process.stderr or ():
                if said.strip() == line:
                    process.send_signal(signal.SIGKILL)
                    break

    @contextmanager
    def running(self, *command: str) -> Iterator["subprocess.Popen[str]"]:
        """Start the command, which says on its error stream what it does."""
        with subprocess.Popen(
            (*MANAGE, *command), env=self.environment, stderr=subprocess.PIPE, text=True
        ) as process:
            yield process


@contextmanager
def database_url(folder: Path) -> Iterator[str]:
    """Give the address of a new, empty database on the engine that the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'kills.sqlite3'}"
        return
    config = connection.settings_dict
    server = f"{config['USER']}:{config['PASSWORD']}@{config['HOST']}:{config['PORT']}"
    name = f"kills_{os.getpid()}"
    with psycopg.connect(f"postgres://{server}/postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            yield f"postgres://{server}/{name}"
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def filled_site(folder: Path) -> Iterator[Site]:
    """Give a site with the shipped content."""
    with database_url(folder) as url:
        site = Site(url, folder)
        site.run("migrate", "--verbosity", "0")
        site.run("load_content")
        yield site


@contextmanager
def raced_site(folder: Path) -> Iterator[Site]:
    """Give a site with a draft named raced, where two transactions may write at a time."""
    if connection.vendor != "postgresql":
        pytest.skip("On SQLite one transaction writes at a time.")
    with filled_site(folder) as site:
        path = written(folder, text_of({}))
        site.run("import_observations", str(path), "--release", "raced", "--apply")
        yield site


def is_anybody_waiting(database: "psycopg.Connection[tuple[int]]") -> bool:
    found = database.execute(WAITING).fetchone()
    return found is not None and found[0] > 0
