"""The site with a million rows of pay, in a data folder of its own, and a bare Django beside it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from tests.benchmarks.servers import Server, under_gunicorn
from tests.browser.server import environment

PUBLISH = "from tests.observed import synthetic; synthetic.publish(1_000_000)"


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    library = folder / settings.CHART_LIBRARY_DIR.relative_to(settings.DATA_DIR)
    library.mkdir(parents=True)
    # A small one is soon compressed.
    (library / "plotly-basic.min.js").write_text("draw()", encoding="ascii")
    for command in (
        ["migrate"],
        ["load_content"],
        ["serve", "--only-static"],
        ["shell", "-c", PUBLISH],
    ):
        manage(command, folder)
    return folder


def manage(command: list[str], folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def site(data_dir: Path) -> Iterator[Server]:
    with under_gunicorn("tpmguide.wsgi:application", data_dir) as server:
        yield server


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with under_gunicorn("tests.benchmarks.bare:application", tmp_path_factory.mktemp("bare")) as it:
        yield it
