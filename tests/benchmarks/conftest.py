"""The site with a million rows of pay, in a data folder of its own, and a bare Django beside it.

With DATABASE_URL of a PostgreSQL the site has a database of its own there, else SQLite.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings

from tests.benchmarks.servers import Server, under_gunicorn
from tests.browser.server import environment

PUBLISH = "from tests.observed import synthetic; synthetic.publish(1_000_000)"
DATABASE = "tpmguide_benchmark"


@pytest.fixture(scope="session")
def database() -> Iterator[dict[str, str]]:
    """Give what the environment of the site says of its database, which is new."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield {}
        return
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE}")
        yield {"DATABASE_URL": urlsplit(url)._replace(path=f"/{DATABASE}").geturl()}
        connection.execute(f"drop database {DATABASE} with (force)")


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory, database: dict[str, str]) -> Path:
    folder = tmp_path_factory.mktemp("site")
    library = folder / settings.CHART_LIBRARY_DIR.relative_to(settings.DATA_DIR)
    library.mkdir(parents=True)
    # A small one is soon compressed.
    (library / "plotly-basic.min.js").write_text("draw()", encoding="ascii")
    for command in ("migrate", "load_content", "serve --only-static"):
        manage(command.split(), environment(folder, **database))
    manage(["shell", "-c", PUBLISH], environment(folder, **database))
    return folder


def manage(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def site(data_dir: Path, database: dict[str, str]) -> Iterator[Server]:
    with under_gunicorn("tpmguide.wsgi:application", data_dir, **database) as server:
        yield server


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with under_gunicorn("tests.benchmarks.bare:application", tmp_path_factory.mktemp("bare")) as it:
        yield it
