"""What every test may lean on: plain static files and the shipped content, loaded once."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
from django.conf import settings as site
from django.core.cache import cache
from django.core.management import call_command
from pytest_django import DjangoDbBlocker, Settings

from tests import ports
from tpmguide.content import FIXTURES
from tpmguide.search.index import rebuild

# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis.settings.register_profile("without deadlines", deadline=None)
hypothesis.settings.load_profile("without deadlines")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop where a server that must be there is not: tests would fail that say nothing of it."""
    is_worker = hasattr(session.config, "workerinput")
    if os.environ.get("TPMGUIDE_REQUIRE_SERVERS") and not is_worker and (lack := lacking()):
        pytest.exit(f"{lack}, and is required here (TPMGUIDE_REQUIRE_SERVERS)", returncode=1)


def lacking() -> str:
    """Return which server the environment does not name, or which cache keeps nothing."""
    if not site.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return "DATABASE_URL names no PostgreSQL"
    if "redis" not in site.CACHES["default"]["BACKEND"].lower():
        return "CACHE_URL names no Redis"
    # A Redis that cannot be reached is an empty cache, and no error.
    cache.set("is there", "yes", timeout=1)
    return "" if cache.get("is there") else "The Redis of CACHE_URL does not answer"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Load and index the shipped content in the test database, as a first `make serve` would."""
    del django_db_setup  # asked for so that the tables are there
    with django_db_blocker.unblock():
        call_command("loaddata", *FIXTURES, verbosity=0)
        rebuild()


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Hashed names would need collected files, and serve 404s to a live server."""
    settings.STATIC_ROOT = settings.BASE_DIR / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def fast_passwords(settings: Settings) -> None:
    """Hash passwords fast: those of tests protect nothing."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def cache_of_its_own(settings: Settings) -> None:
    """Let no test find what another has kept, in this process or in a Redis that all share."""
    settings.CACHES = {"default": {**settings.CACHES["default"], "KEY_PREFIX": uuid4().hex}}


@pytest.fixture(scope="session")
def snapshot_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("snapshots")


@pytest.fixture(autouse=True)
def snapshots_of_tests(settings: Settings, snapshot_folder: Path) -> None:
    """Keep what publishing makes out of the site's own folder; its names tell the data apart."""
    settings.SNAPSHOTS = snapshot_folder


@pytest.fixture
def free_port() -> int:
    return ports.free_port()


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
