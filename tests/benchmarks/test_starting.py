"""The promised start: `make serve` of a new copy, of a used one, and Gunicorn to its first page.

Seconds depend on the machine and on its network, so they are printed beside their bars; what is
asserted is that a second start does not repeat the work of the first.
"""

import os
import shutil
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter

import pytest
from django.conf import settings

from tests.benchmarks.saying import say
from tests.benchmarks.servers import line_of, under_gunicorn
from tests.browser.server import environment
from tests.ports import free_port

FIRST, SECOND, TO_FIRST_PAGE = 120, 5, 1.5
# A second start installs nothing, loads nothing and compresses nothing.
MOST = 1 / 4
NOT_COPIED = (".venv", "var", ".git", "__pycache__")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns(*NOT_COPIED)
    return shutil.copytree(settings.BASE_DIR, tmp_path / "copy", ignore=ignored)


def test_a_second_start_repeats_nothing(copy: Path) -> None:
    first, second = seconds_to_serve(copy), seconds_to_serve(copy)

    say(f"make serve: first {first:.1f} s (bar {FIRST}), second {second:.1f} s (bar {SECOND})")
    assert second / first <= MOST


def seconds_to_serve(copy: Path) -> float:
    """Return how long it takes until the start page is there."""
    port, began = free_port(), perf_counter()
    with subprocess.Popen(
        [str(shutil.which("make")), "serve", f"PYTHON={sys.executable}"],
        cwd=copy,
        env=environment(copy / "var", PORT=str(port)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            line_of(process, "Booting worker")
            assert status_of("/", port=port) == 200
            return perf_counter() - began
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def status_of(path: str, *, port: int) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    return connection.getresponse().status


def test_gunicorn_gives_its_first_page_soon(data_dir: Path, database: dict[str, str]) -> None:
    began = perf_counter()
    with under_gunicorn("tpmguide.wsgi:application", data_dir, **database) as server:
        status = server.get("/salaries/").status
        taken = perf_counter() - began

    say(f"Gunicorn to its first page: {taken:.2f} s (bar {TO_FIRST_PAGE})")
    assert status == 200
