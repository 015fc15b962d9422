"""The shipped files in a folder of their own, and a database before its first load."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.content.shipping import empty_the_tables
from tpmguide.content import FIXTURES


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Return a copy of the shipped files that a test may break."""
    for name in FIXTURES:
        text = (settings.FIXTURE_DIRS[0] / f"{name}.json").read_text()
        (tmp_path / f"{name}.json").write_text(text)
    settings.FIXTURE_DIRS = [tmp_path]
    return tmp_path


@pytest.fixture
def nothing_loaded(db: None) -> None:
    del db  # asked for so that it may be emptied
    empty_the_tables()
