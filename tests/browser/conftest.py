"""A real browser on the real server; skipped, and said so, where there is no chromium."""

from collections.abc import Iterator
from typing import Unpack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.server import publish_observations, served, with_chart_library
from tests.browser.visits import How, Opener, Watch, visit

# A page on the slow line takes seconds, and so does parsing a chart library on a busy machine.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.launched() as it:
        yield it


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site with the small chart library where `make assets` has fetched it."""
    data_dir = tmp_path_factory.mktemp("site")
    with_chart_library(data_dir)
    with served(data_dir) as address:
        yield address


@pytest.fixture(scope="session")
def site_without_npm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site as it is served where there is no npm: with the chart library of the wheel."""
    with served(tmp_path_factory.mktemp("site-without-npm")) as address:
        yield address


@pytest.fixture(scope="session")
def site_with_observations(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site with a newer release, which is made of observations."""
    data_dir = tmp_path_factory.mktemp("site-with-observations")
    with_chart_library(data_dir)
    publish_observations(data_dir)
    with served(data_dir) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Open a path in a fresh browser, and fail the test on whatever Watch notes."""
    yield from opening(browser, site)


@pytest.fixture
def open_observed(browser: Browser, site_with_observations: str) -> Iterator[Opener]:
    """Open a path where there are observations, as open_page does."""
    yield from opening(browser, site_with_observations)


def opening(browser: Browser, site: str) -> Iterator[Opener]:
    watch, pages = Watch(site), list[Page]()

    def open_path(path: str, **how: Unpack[How]) -> Page:
        pages.append(visit(browser, watch, path, **how))
        return pages[-1]

    yield open_path
    for page in pages:
        page.context.close()
    assert watch.troubles == []
