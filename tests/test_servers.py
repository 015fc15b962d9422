"""A run that must have its servers stops where one is missing, and says which."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

POSTGRESQL = "postgres://postgres@127.0.0.1:5432/test"


@pytest.mark.parametrize(
    ("database", "cache", "said"),
    [
        ("", "redis://127.0.0.1:6379/1", "DATABASE_URL names no PostgreSQL"),
        (POSTGRESQL, "", "CACHE_URL names no Redis"),
        (POSTGRESQL, "redis://127.0.0.1:1/1", "The Redis of CACHE_URL does not answer"),
    ],
)
def test_a_missing_server_is_named_before_the_first_test(
    database: str, cache: str, said: str
) -> None:
    named = {"DATABASE_URL": database, "CACHE_URL": cache}
    kept = {name: value for name, value in os.environ.items() if name not in named}
    wanted = {name: url for name, url in named.items() if url}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", __file__]

    run = subprocess.run(
        command,
        check=False,
        cwd=settings.BASE_DIR,
        env=kept | wanted | {"TPMGUIDE_REQUIRE_SERVERS": "1"},
        capture_output=True,
        text=True,
    )

    assert run.returncode == 1
    assert f"{said}, and is required here (TPMGUIDE_REQUIRE_SERVERS)" in run.stdout + run.stderr
