"""What a visitor does on the pages, in a real browser that fails on any error in its console."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Browser, expect

from tests.browser.visits import Opener
from tests.browser.weight import too_heavy

pytestmark = pytest.mark.browser

needs_small_library = pytest.mark.skipif(
    not list(settings.CHART_LIBRARY_DIR.rglob("*.js")), reason="make assets has not been run here"
)


PAGES = (
    "/",
    "/roles/technical-product-manager/",
    "/roles/technical-product-manager/senior/",
    "/compare/?roles=product-manager,technical-product-manager",
    "/skills/",
    "/tools/moscow/",
    "/paths/",
    "/salaries/",
    "/salaries/?level=senior&city=hyderabad&size=large",
    "/salaries/?country=united-states",
    "/salaries/stand/?level=senior&pay=27+lakh",
    "/salaries/band/?level=senior&city=pune&spread=40&pay=27+lakh",
    "/search/?q=sr+tpm",
    "/data/method/",
    "/data/sources/",
    "/faq/",
    "/glossary/",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_windows_of_every_width(open_page: Opener, path: str) -> None:
    page = open_page(path)

    expect(page.locator("h1")).to_have_count(1)
    for width in (320, 360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_fields_of_the_api_fit_a_phone_when_they_are_open(open_page: Opener) -> None:
    page = open_page("/api/", width=360)

    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")

    expect(page.get_by_text("sections[].groups[].claims[].inventory_ids[]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_light_and_asks_for_few_files(open_page: Opener, path: str) -> None:
    assert too_heavy(open_page(path)) == []


def test_without_scripts_the_filters_answer_by_a_form(open_page: Opener) -> None:
    page = open_page("/salaries/", scripts=False)

    page.get_by_label("Senior").check()
    page.get_by_label("City", exact=True).select_option("hyderabad")
    page.get_by_label("Large").check()
    page.get_by_role("button", name="Show pay").click()

    expect(page.locator(".answer-line")).to_contain_text("about ₹24.5-33.5 lakh a year, modelled")
    expect(page.locator("#answer .band-row")).to_have_count(1)
    assert "level=senior" in page.url


@pytest.mark.parametrize("width", [360, 1440])
def test_the_name_of_a_source_beside_its_band_takes_few_lines(
    open_page: Opener, width: int
) -> None:
    names = open_page("/salaries/?country=united-states", width=width).locator("#claims .band-name")

    lines = names.evaluate_all(
        "names => names.map((name) => { const text = new Range(); text.selectNodeContents(name); "
        "return text.getBoundingClientRect().height / parseFloat(getComputedStyle(name).lineHeight)"
        "; })"
    )

    assert len(lines) == 3
    assert max(lines) < 3.2


def test_the_factors_of_a_modelled_figure_are_one_click_away(open_page: Opener) -> None:
    page = open_page("/salaries/?level=senior&city=hyderabad&size=large", scripts=False)

    page.get_by_text("how this is computed").click()

    expect(page.get_by_text("times 1.022")).to_be_visible()
    expect(page.get_by_text("times 1.086")).to_be_visible()


def test_an_answer_of_the_faq_opens_at_its_own_address(open_page: Opener) -> None:
    page = open_page("/faq/#do-tpms-code", scripts=False)

    expect(page.locator("#do-tpms-code")).to_be_in_viewport()


@needs_small_library
def test_a_chart_becomes_interactive_with_the_same_bars(open_page: Opener) -> None:
    page = open_page("/salaries/")

    page.get_by_role("button", name="Make this chart interactive").click()

    expect(page.locator(".chart-plotly .barlayer .point")).to_have_count(4)
    expect(page.locator("#answer [data-chart-drawn]")).to_be_hidden()
    expect(page.locator(".chart-plotly .gtitle")).to_contain_text("release 2026-11")


@needs_small_library
def test_a_chart_becomes_interactive_without_npm_too(
    browser: Browser, site_without_npm: str
) -> None:
    # The wheel's library tries to add a style sheet of its own, which the policy refuses;
    # the bars are drawn all the same.
    page = browser.new_page()
    page.goto(f"{site_without_npm}/salaries/")

    page.get_by_role("button", name="Make this chart interactive").click()

    expect(page.locator(".chart-plotly .barlayer .point")).to_have_count(4)
    page.close()


def test_a_chart_that_cannot_load_loses_nothing(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.route(re.compile("plotly.*js"), lambda route: route.fulfill(body="", status=200))

    page.get_by_role("button", name="Make this chart interactive").click()

    expect(page.get_by_role("button", name="did not load")).to_be_enabled()
    expect(page.locator("#answer .band-row")).to_have_count(4)


def test_a_skill_stays_one_row_of_the_matrix_on_a_tablet(open_page: Opener) -> None:
    page = open_page("/skills/", width=768)

    tops = page.locator(".skill-matrix tbody tr").first.evaluate(
        "row => [...row.children].map(cell => cell.getBoundingClientRect().top)"
    )

    assert len(tops) == 5
    assert max(tops) - min(tops) < 1


@pytest.mark.parametrize("width", [640, 768, 831])
def test_no_word_of_the_matrix_runs_into_the_next_cell(open_page: Opener, width: int) -> None:
    page = open_page("/skills/", width=width)

    too_wide = page.locator(".skill-matrix td").evaluate_all(
        "cells => cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)"
        ".map(cell => cell.innerText)"
    )

    assert too_wide == []


def test_what_changes_between_levels_fills_its_row_on_a_tablet(open_page: Opener) -> None:
    page = open_page("/roles/technical-product-manager/senior/", width=768)

    row = page.locator(".changes tbody tr").nth(2)
    share = row.evaluate("row => row.children[2].offsetWidth / row.offsetWidth")

    assert share > 0.25


def test_signs_to_tick_are_printed_and_their_buttons_are_not(open_page: Opener) -> None:
    page = open_page("/paths/pm-to-tpm/")
    page.emulate_media(media="print")

    expect(page.locator("#t-01")).to_be_visible()
    expect(page.get_by_role("button", name="Read the signs")).to_be_hidden()
    expect(page.locator("#continue")).to_be_hidden()


def test_a_printed_result_is_not_followed_by_its_questions(open_page: Opener) -> None:
    page = open_page("/fit/?q1=a&q2=b&q3=a&q4=b")
    page.emulate_media(media="print")

    expect(page.locator("#result")).to_be_visible()
    expect(page.locator("#questions")).to_be_hidden()
    expect(page.get_by_text("Take this answer back").first).to_be_hidden()


def test_the_note_on_what_is_english_keeps_its_distance_from_the_header(open_page: Opener) -> None:
    page = open_page("/hi/paths/", width=360)

    note, header = page.locator(".page > .notice").first, page.locator(".site-header")
    below = note.evaluate("note => note.getBoundingClientRect().top")

    assert below - header.evaluate("header => header.getBoundingClientRect().bottom") >= 8
