"""Charts that need observations, or a second release, neither of which are shipped."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

needs_small_library = pytest.mark.skipif(
    not list(settings.CHART_LIBRARY_DIR.rglob("*.js")), reason="make assets has not been run here"
)
PATH = "/salaries/?view=distribution&role=product-manager&country=united-states&level=mid"


@pytest.mark.parametrize("width", [360, 1440])
def test_the_labels_of_the_axis_stay_within_the_frame(open_observed: Opener, width: int) -> None:
    page = open_observed(PATH, width=width)

    last = page.locator(".spread-axis span").last.evaluate(
        "span => { const text = new Range(); text.selectNodeContents(span); "
        "return text.getBoundingClientRect().right; }"
    )

    inner = page.locator(".spread-plot").evaluate("plot => plot.getBoundingClientRect().right")
    assert last <= inner + 1


def test_a_table_of_two_columns_stays_one_where_it_is_narrow(open_observed: Opener) -> None:
    page = open_observed(PATH, width=360)
    head, cells = page.locator(".data--narrow thead"), page.locator(".data--narrow tbody tr").first

    amount, number = cells.locator("th").bounding_box(), cells.locator("td").bounding_box()

    assert amount
    assert number
    assert number["y"] == amount["y"]
    assert number["x"] >= amount["x"] + amount["width"] - 1
    expect(head.get_by_role("columnheader", name="Number")).to_be_visible()


@needs_small_library
def test_open_ends_and_the_median_are_in_the_interactive_chart(open_observed: Opener) -> None:
    page = open_observed(PATH)
    drawn = page.locator(".spread-plot rect").count()

    page.get_by_role("button", name="Make this chart interactive").click()

    bars = page.locator(".chart-plotly .barlayer .point path")
    expect(bars).to_have_count(drawn)
    fills = bars.evaluate_all("bars => bars.map((bar) => getComputedStyle(bar).fillOpacity)")
    assert fills == ["0", *["1"] * (drawn - 2), "0"]
    said = page.locator(".chart-plotly .annotation-text")
    for text in ("below $", "and more", "Median $"):
        expect(said.filter(has_text=text)).to_be_visible()
    expect(page.locator(".chart-plotly .shapelayer path")).to_have_count(1)


@needs_small_library
def test_an_interactive_trend_keeps_its_break_and_its_links(open_observed: Opener) -> None:
    page = open_observed(PATH.replace("distribution", "trend"))
    chart = page.locator("figure.chart").filter(has=page.locator(".band-break")).first
    links = chart.locator(".band-name a")
    reason = chart.locator(".band-break").first.inner_text()
    urls = links.evaluate_all("links => links.map((link) => link.href)")

    chart.get_by_role("button", name="Make this chart interactive").press("Enter")

    canvas = chart.get_by_role("group", name="Interactive chart")
    expect(canvas).to_be_focused()
    said = canvas.locator(".annotation-text").first
    assert (said.get_attribute("data-unformatted") or "").replace("<br>", " ") == reason
    for number, url in enumerate(urls):
        page.keyboard.press("Tab")
        expect(canvas.get_by_role("link").nth(number)).to_be_focused()
        assert page.evaluate("document.activeElement.href") == url
