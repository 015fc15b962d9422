"""Every page is light, comes in few files that are kept for long, and stays where it was drawn."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import APIRequestContext, Browser

from tests.browser.addresses import Address, every_address
from tests.browser.visits import SLOW_LINE, Opener
from tests.browser.weight import badly_kept, shifts, too_heavy

pytestmark = pytest.mark.browser

DRAWN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
ARRIVED = "performance.getEntriesByType('navigation')[0].responseEnd"
FILES = """
[...document.querySelectorAll('link[rel~=stylesheet], link[rel~=icon], script[src]')]
  .map(element => element.href || element.src)
"""


@every_address
@pytest.mark.parametrize("width", [360, 1440])
def test_a_page_is_light_and_stays_where_it_was_drawn(
    open_page: Opener, address: Address, width: int
) -> None:
    page = open_page(address.path, status=address.status, width=width)

    assert too_heavy(page) == []
    assert shifts(page) == []


@pytest.mark.parametrize("path", ["/tools/moscow/", "/salaries/compare/"])
def test_a_page_that_arrives_in_pieces_is_drawn_when_it_is_whole(
    open_page: Opener, path: str
) -> None:
    # The style sheets are kept from the page before, so only the page itself is waited for.
    page = open_page("/salaries/?view=map", status=400, width=360)
    line = page.context.new_cdp_session(page)
    line.send("Network.emulateNetworkConditions", SLOW_LINE | {"downloadThroughput": 8_000})

    page.goto(page.url.replace("/salaries/?view=map", path))

    assert shifts(page) == []
    assert page.evaluate(DRAWN) > page.evaluate(ARRIVED)


def test_a_page_that_loads_the_chart_library_is_too_heavy(open_page: Opener) -> None:
    page = open_page("/salaries/")

    page.evaluate("fetch(document.querySelector('[data-library]').dataset.library)")
    page.wait_for_load_state("networkidle")

    assert [finding for finding in too_heavy(page) if "bytes" in finding] != []


def test_a_page_that_asks_for_many_files_is_too_heavy(open_page: Opener) -> None:
    page = open_page("/")

    page.evaluate("for (let at = 0; at < 9; at += 1) fetch(`/robots.txt?${at}`)")
    page.wait_for_load_state("networkidle")

    assert [finding for finding in too_heavy(page) if "requests" in finding] != []


def test_what_comes_late_at_the_top_is_seen_as_a_shift(open_page: Opener) -> None:
    page = open_page("/")

    page.evaluate("document.querySelector('main').before(document.createElement('hr'))")

    assert len(shifts(page)) == 1


@pytest.fixture
def requests(browser: Browser) -> Iterator[APIRequestContext]:
    context = browser.new_context(extra_http_headers={"Accept-Encoding": "br"})
    yield context.request
    context.close()


@pytest.mark.parametrize("path", ["/", "/salaries/", "/compare/"])
def test_the_files_of_a_page_are_compressed_and_kept_for_years(
    open_page: Opener, requests: APIRequestContext, path: str
) -> None:
    page = open_page(path)

    for url in page.evaluate(FILES):
        answer = requests.get(url)
        assert (url, badly_kept(answer.headers, size=len(answer.body()))) == (url, [])


def test_a_file_without_a_hash_in_its_name_would_be_asked_for_again() -> None:
    headers = {"cache-control": "max-age=60, public", "content-encoding": "gzip"}

    assert badly_kept(headers, size=5_000) == [
        "Cache-Control is max-age=60, public",
        "Content-Encoding is gzip",
    ]
