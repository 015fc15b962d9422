"""The site as the first `make serve` of a user starts it, with a database of its own."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from tests.ports import free_port

# What would make the server another one than a user's first run.
NOT_PASSED_ON = {"DATABASE_URL", "CACHE_URL", "DEBUG", "HTTPS", "ALLOWED_HOSTS", "SECRET_KEY"}


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_PASSED_ON}
    return kept | {"DATA_DIR": str(data_dir)} | more


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
