"""The promised answer in place: from a filter that is set to the new answer on the screen."""

from collections.abc import Iterator
from statistics import median

import pytest
from playwright.sync_api import Page

from roles.choices import Level
from tests.benchmarks.saying import say
from tests.benchmarks.servers import Server
from tests.browser import chromium

BAR = 0.15
# Every answer is made: no place is asked twice, and those of one side are as many as the other's.
IN_PLACE = ("bengaluru", "pune", "mumbai")
WHOLE = ("chennai", "hyderabad", "delhi-ncr")

SET_FILTER = """level => new Promise(answered => {
    const began = performance.now();
    const painted = () => requestAnimationFrame(() => setTimeout(
        () => answered(performance.now() - began)));
    document.body.addEventListener('htmx:afterSwap', painted, {once: true});
    document.getElementById(`f-level-${level}`).click();
})"""
PAINTED = """() => new Promise(painted => new PerformanceObserver(
    seen => painted(seen.getEntriesByName('first-contentful-paint')[0].startTime)
).observe({type: 'paint', buffered: true}))"""


@pytest.fixture
def page(site: Server) -> Iterator[Page]:
    with chromium.launched() as browser:
        yield browser.new_page(base_url=f"http://127.0.0.1:{site.port}")


def test_a_filter_answers_in_place_sooner_than_a_page_is_loaded(page: Page) -> None:
    opened(page, "/salaries/")
    taken: dict[str, list[float]] = {"in place": [], "page": []}

    for level in Level.values:
        for here, there in zip(IN_PLACE, WHOLE, strict=True):
            opened(page, f"/salaries/?city={here}")
            taken["in place"].append(page.evaluate(SET_FILTER, level) / 1e3)
            opened(page, f"/salaries/?level={level}&city={there}")
            taken["page"].append(page.evaluate(PAINTED) / 1e3)

    in_place, whole = (median(seconds) for seconds in taken.values())
    say(f"a filter in place {in_place:.3f} s (bar {BAR}), the page {whole:.3f} s")
    assert in_place < whole


def opened(page: Page, path: str) -> None:
    response = page.goto(path)
    assert response is not None
    assert response.ok, path
