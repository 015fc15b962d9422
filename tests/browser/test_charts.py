"""Charts that Plotly takes over: what a pointer finds, the keyboard finds too."""

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from salaries.figures.columns import Bin, histogram
from salaries.figures.look import Axis
from tests.browser.visits import Opener

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not list(settings.CHART_LIBRARY_DIR.rglob("*.js")),
        reason="make assets has not been run here",
    ),
]

BARS = ".chart-plotly .barlayer .point"
# Counts what listens at the window to its size, as each chart does that Plotly has drawn.
COUNT_LISTENERS = """() => {
  const listening = new Set();
  const { addEventListener: add, removeEventListener: remove } = window;
  window.addEventListener = (kind, listener, ...more) => {
    if (kind === "resize") listening.add(listener);
    add.call(window, kind, listener, ...more);
  };
  window.removeEventListener = (kind, listener, ...more) => {
    listening.delete(listener);
    remove.call(window, kind, listener, ...more);
  };
  window.listening = listening;
}"""


def interactive(page: Page, *, bars: int) -> Page:
    page.get_by_role("button", name="Make this chart interactive").click()
    expect(page.locator(BARS)).to_have_count(bars)
    return page


def test_the_arrow_keys_step_through_the_figures(open_page: Opener) -> None:
    page = interactive(open_page("/salaries/"), bars=4)
    chart = page.get_by_role("group", name="Interactive chart")

    chart.focus()
    chart.press("ArrowDown")
    chart.press("ArrowDown")

    expect(chart.get_by_role("status")).to_have_text(
        "Mid: ₹15-22 lakh (sample not stated, about 2024)"
    )
    expect(chart.locator(".hoverlayer .hovertext")).to_be_visible()


def test_the_arrow_keys_step_through_the_columns_of_a_distribution(open_page: Opener) -> None:
    """The shipped release has no observations, so its figure is replaced by one of some."""
    bins = [Bin("below 20 lakh", "n = 5", 0, 20, 40.0), Bin("20-40 lakh", "n = 9", 20, 40, 92.0)]
    axis = Axis("INR", {0: "0", 40: "40"})
    figure = histogram(bins, title="Spread", axis=axis, name="Observed").to_plotly_json()
    page = open_page("/salaries/")
    page.route("**/figure.json", lambda route: route.fulfill(json={"figures": [figure]}))
    interactive(page, bars=2)
    chart = page.get_by_role("group", name="Interactive chart")

    chart.focus()
    chart.press("ArrowDown")
    chart.press("ArrowDown")

    expect(chart.get_by_role("status")).to_have_text("20-40 lakh (n = 9)")


def test_the_plain_chart_comes_back(open_page: Opener) -> None:
    page = interactive(open_page("/salaries/"), bars=4)

    page.get_by_role("button", name="Show the plain chart").click()

    expect(page.locator(".band-row").first).to_be_visible()
    expect(page.locator(".chart-plotly")).to_have_count(0)


def test_the_keyboard_goes_on_to_the_chart_and_from_there_back(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.get_by_role("button", name="Make this chart interactive").press("Enter")

    expect(page.get_by_role("group", name="Interactive chart")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="A Guide to the Role of TPM").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Make this chart interactive")).to_be_focused()


def test_a_chart_that_loads_keeps_the_focus_where_it_is(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.route("**/figure.json", lambda _: None)
    button = page.get_by_role("button", name="Make this chart interactive")

    button.press("Enter")

    expect(button).to_be_disabled()
    expect(button).to_be_focused()


def test_a_chart_stays_interactive_while_filters_change(open_page: Opener) -> None:
    page = interactive(open_page("/salaries/"), bars=4)

    page.get_by_label("Senior").check()

    expect(page.locator(BARS)).to_have_count(1)
    expect(page.locator(".chart-plotly .gtitle")).to_contain_text("Senior Technical")


@pytest.mark.parametrize(
    ("scheme", "colour"), [("light", "rgb(11, 90, 135)"), ("dark", "rgb(109, 183, 232)")]
)
def test_both_drawings_share_the_colours_of_the_scheme(
    open_page: Opener, scheme: str, colour: str
) -> None:
    page = open_page("/salaries/", scheme=scheme)
    drawn = page.locator(".band--reported").first.evaluate("bar => getComputedStyle(bar).fill")

    interactive(page, bars=4)

    assert drawn == colour
    expect(page.locator(f"{BARS} path").first).to_have_css("fill", colour)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_observed_bar_is_light_with_an_outline_in_both_drawings(
    open_page: Opener, scheme: str
) -> None:
    page = open_page("/salaries/?country=united-states&level=mid", scheme=scheme)
    look = "bar => { const { fill, stroke } = getComputedStyle(bar); return [fill, stroke]; }"
    drawn = page.locator(".band--observed").evaluate(look)

    interactive(page, bars=1)

    assert page.locator(f"{BARS} path").evaluate(look) == drawn
    assert drawn[0] != drawn[1]


def test_tails_of_observed_pay_are_in_both_drawings(open_page: Opener) -> None:
    page = open_page("/salaries/?country=united-states&level=mid")

    expect(page.locator(".band-range")).to_have_count(1)
    interactive(page, bars=1)

    expect(page.locator(".chart-plotly .legendtext", has_text="P10 to P90")).to_be_visible()


def test_a_chart_that_has_left_the_page_is_given_up(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.evaluate(COUNT_LISTENERS)
    interactive(page, bars=4)
    assert page.evaluate("listening.size") == 1

    page.get_by_label("Senior").check()
    expect(page.locator(BARS)).to_have_count(1)
    assert page.evaluate("listening.size") == 1

    page.get_by_role("button", name="Show the plain chart").click()
    assert page.evaluate("listening.size") == 0
