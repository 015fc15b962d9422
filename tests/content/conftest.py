"""The shipped files in a folder of their own, and a database before its first load."""

from pathlib import Path

import pytest
from django.db.models import Model
from pytest_django import Settings

from roles.models import Claim, Role, Source
from salaries.models import City, DataRelease, ExchangeRate, Factor, PayFigure, PurchasingPower
from tpmguide.content import FIXTURES

# So that what is deleted is no longer referred to.
IN_ORDER_OF_DELETION: tuple[type[Model], ...] = (
    *(Factor, PayFigure, ExchangeRate, PurchasingPower, DataRelease, City, Claim, Role, Source),
)


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
    for model in IN_ORDER_OF_DELETION:
        model._default_manager.all().delete()
