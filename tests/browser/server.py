"""The site as the first `make serve` of a user starts it, with a database of its own."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests.observations.commands import written
from tests.observations.files import text_of
from tests.ports import free_port
from tests.salaries.adverts import adverts

# A release newer than the one that is shipped.
RELEASE = "2026-12"

# What would make the server another one than a user's first run.
NOT_PASSED_ON = {"DATABASE_URL", "CACHE_URL", "DEBUG", "HTTPS", "ALLOWED_HOSTS", "SECRET_KEY"}


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    return kept | {"DATA_DIR": str(data_dir)} | more


def with_chart_library(data_dir: Path) -> None:
    """Put the small chart library there, where `make assets` has fetched it."""
    if settings.CHART_LIBRARY_DIR.exists():
        shutil.copytree(
            settings.CHART_LIBRARY_DIR,
            data_dir / settings.CHART_LIBRARY_DIR.relative_to(settings.DATA_DIR),
        )


def publish_observations(data_dir: Path) -> None:
    """Fill the database of that folder, and publish a release of adverts with open ends."""
    path = written(data_dir, text_of(*adverts(range(100_000, 220_000, 1_000), level="mid")))
    commands = (
        ("migrate", "--verbosity", "0"),
        ("load_content",),
        ("import_observations", str(path), "--release", RELEASE, "--apply"),
        ("publish_release", RELEASE),
    )
    for command in commands:
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=settings.BASE_DIR,
            env=environment(data_dir),
            capture_output=True,
            check=True,
        )


@contextmanager
def served(data_dir: Path, **more: str) -> Iterator[str]:
    """Serve the site on a free port, with more in its environment; yield its address."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=settings.BASE_DIR,
        env=environment(data_dir, PORT=str(port), **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        wait_for_worker(server)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def wait_for_worker(server: subprocess.Popen[str]) -> None:
    assert server.stdout is not None
    said = []
    for line in server.stdout:
        said.append(line)
        if "Booting worker" in line:
            break
    else:
        pytest.fail(f"the site did not start: {''.join(said)}")
    threading.Thread(target=server.stdout.read, daemon=True).start()
