"""The API as most tests ask it: as often as they like."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def no_limit(settings: Settings) -> None:
    settings.API_RATE = ""
