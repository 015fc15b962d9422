"""Reported, observed and modelled figures are told apart without any colour."""

import base64

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.probe import script
from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

PAGES = {
    "reported": "/salaries/",
    "observed": "/salaries/?country=united-states",
    "modelled": "/salaries/?city=pune",
}
OUTLINE = """
bar => [getComputedStyle(bar).stroke, getComputedStyle(bar).strokeDasharray]
  .map(value => value !== 'none')
"""
WIDEST = """
bars => bars.sort((one, other) => other.getBBox().width - one.getBBox().width)[0].setAttribute(
  'data-widest', '')
"""


def in_grey(open_page: Opener, kind: str, scheme: str) -> Page:
    """Open a page that has this kind of bar, as an eye without colours sees it."""
    page = open_page(PAGES[kind], scheme=scheme)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    return page


def widest_bar(page: Page, kind: str) -> Locator:
    page.locator(f".chart .band--{kind}").evaluate_all(WIDEST)
    return page.locator("[data-widest]")


def texture(page: Page, bar: Locator) -> tuple[float, float]:
    """Return how light the bar is, from 0 to 255, and how much that varies along it."""
    png = base64.b64encode(bar.screenshot()).decode()
    lightness, variance = page.evaluate(script("texture"), png)
    return lightness, variance


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bars_of_a_greyscale_picture_are_plain_pale_or_striped(
    open_page: Opener, scheme: str
) -> None:
    pages = {kind: in_grey(open_page, kind, scheme) for kind in PAGES}

    seen = {kind: texture(page, widest_bar(page, kind)) for kind, page in pages.items()}

    assert seen["modelled"][1] > 10 > max(seen["reported"][1], seen["observed"][1]), seen
    assert abs(seen["reported"][0] - seen["observed"][0]) > 40, seen


@pytest.mark.parametrize(
    ("kind", "outlined", "dashed"),
    [("reported", False, False), ("observed", True, False), ("modelled", True, True)],
)
def test_a_bar_has_the_outline_of_its_kind(
    open_page: Opener, kind: str, *, outlined: bool, dashed: bool
) -> None:
    page = open_page(PAGES[kind])

    drawn = widest_bar(page, kind).evaluate(OUTLINE)

    assert drawn == [outlined, dashed]


@pytest.mark.parametrize("kind", PAGES)
def test_every_bar_has_its_kind_beside_it_in_words(open_page: Opener, kind: str) -> None:
    page = open_page(PAGES[kind])

    rows = page.locator(f".band-row:has(.band--{kind})")

    assert all(kind in text for text in rows.all_inner_texts())
    assert rows.count() > 0


def test_stripes_that_are_taken_away_are_missed(open_page: Opener) -> None:
    page = in_grey(open_page, "modelled", "light")
    bar = widest_bar(page, "modelled")

    bar.evaluate("bar => bar.style.setProperty('fill', 'gray', 'important')")

    assert texture(page, bar)[1] < 10
