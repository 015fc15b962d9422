"""A release with observations of a test's own, published as a steward publishes one."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from tests.observations.commands import run_import, written
from tests.observations.files import text_of

Publish = Callable[..., None]


@pytest.fixture
def snapshots(tmp_path: Path, settings: Settings) -> Path:
    settings.SNAPSHOTS = tmp_path / "snapshots"
    return tmp_path / "snapshots"


@pytest.fixture
def publish(tmp_path: Path, snapshots: Path) -> Publish:
    """Import rows, each given by what it changes of a sound one, and publish them as a release."""
    del snapshots  # asked for so that no test finds another's

    def import_and_publish(*changes: dict[str, str], release: str = "2026-12") -> None:
        path = written(tmp_path, text_of(*changes))
        run_import(path, "--release", release, "--apply")
        call_command("publish_release", release, stdout=StringIO())

    return import_and_publish
