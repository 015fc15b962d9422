"""A real browser on the real server; skipped, and said so, where there is no chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import tools
from tests.browser.server import served
from tests.browser.visits import How, Opener, Watch, visit

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        tools.missing("chromium is absent; on Debian: apt-get install chromium fonts-dejavu-core")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site with the small chart library where `make assets` has fetched it."""
    data_dir = tmp_path_factory.mktemp("site")
    if settings.CHART_LIBRARY_DIR.exists():
        shutil.copytree(
            settings.CHART_LIBRARY_DIR,
            data_dir / settings.CHART_LIBRARY_DIR.relative_to(settings.DATA_DIR),
        )
    with served(data_dir) as address:
        yield address


@pytest.fixture(scope="session")
def site_without_npm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site as it is served where there is no npm: with the chart library of the wheel."""
    with served(tmp_path_factory.mktemp("site-without-npm")) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Open a path in a fresh browser, and fail the test on whatever Watch notes."""
    watch, pages = Watch(site), list[Page]()

    def open_path(path: str, **how: Unpack[How]) -> Page:
        pages.append(visit(browser, watch, path, **how))
        return pages[-1]

    yield open_path
    for page in pages:
        page.context.close()
    assert watch.troubles == []
