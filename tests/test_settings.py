"""What the settings promise, and what they make of an environment."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

PRINT_KEY = "from django.conf import settings; print(settings.SECRET_KEY)"


def test_nothing_is_loaded_from_another_host_and_nothing_runs_inline() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}


def test_a_session_that_was_logged_out_is_so_in_every_worker() -> None:
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"


@pytest.mark.parametrize("key", ["$begins-as-a-shell-names-variables", "long-and-random"])
def test_the_secret_key_is_the_one_that_is_given(tmp_path: Path, key: str) -> None:
    environment = {
        "DJANGO_SETTINGS_MODULE": "tpmguide.settings",
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": key,
    }

    said = subprocess.run(
        [sys.executable, "-c", PRINT_KEY],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout == f"{key}\n"
    assert list(tmp_path.iterdir()) == []
