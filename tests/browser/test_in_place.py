"""Filters that answer in place: the address, the focus and the voice follow."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visits import Opener

pytestmark = pytest.mark.browser


def loads_of(page: Page) -> list[str]:
    """Note the address of every page that is loaded anew from here on."""
    loaded: list[str] = []
    page.on("request", lambda r: loaded.append(r.url) if r.resource_type == "document" else None)
    return loaded


def test_a_filter_answers_in_place_and_the_address_follows(open_page: Opener) -> None:
    page = open_page("/salaries/")
    loaded = loads_of(page)

    page.get_by_label("Senior").check()
    expect(page.locator("h1")).to_have_text("Senior Technical Product Manager pay in India")
    page.get_by_label("City", exact=True).select_option("hyderabad")

    expect(page.locator("h1")).to_contain_text("pay in Hyderabad")
    assert page.url.endswith("/salaries/?level=senior&city=hyderabad")
    assert page.title().startswith("Senior Technical Product Manager pay in Hyderabad (modelled")
    assert loaded == []


def test_the_focus_stays_on_the_filter_and_the_answer_is_said(open_page: Opener) -> None:
    page = open_page("/salaries/")

    page.get_by_label("Senior").focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("status")).to_contain_text("₹22-30 lakh a year, reported")
    expect(page.get_by_label("Senior")).to_be_focused()


def test_a_panel_stays_open_and_the_focus_in_it(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.get_by_text("More filters, currency and purchasing power").click()
    choice = page.locator("#f-kind-reported")
    choice.focus()

    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind=reported"))
    expect(page.locator("h1")).to_contain_text("reported figures only")
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    expect(choice).to_be_focused()
    page.keyboard.press("Space")

    expect(page).not_to_have_url(re.compile("kind=reported"))
    expect(choice).to_be_focused()
    expect(page.locator("#more-filters")).to_have_attribute("open", "")


def test_a_panel_is_closed_and_stays_so_whatever_is_set_in_it(open_page: Opener) -> None:
    page = open_page("/salaries/?kind=reported")
    expect(page.locator("#more-filters-summary")).to_contain_text("(1 set)")

    page.get_by_label("Senior").check()

    expect(page).to_have_url(re.compile("level=senior"))
    expect(page.locator("#more-filters")).not_to_have_attribute("open", "")


def test_the_same_page_in_another_language_is_asked_the_same(open_page: Opener) -> None:
    page = open_page("/hi/salaries/")

    page.get_by_label("सीनियर").check()
    expect(page.locator("h1")).to_contain_text("सीनियर Technical Product Manager का वेतन")

    assert page.url.endswith("/hi/salaries/?level=senior")
    switch = page.get_by_role("link", name="English")
    expect(switch).to_have_attribute("href", re.compile(r"/salaries/\?level=senior$"))
    expect(switch).not_to_have_attribute("href", re.compile("/hi/"))


def test_a_removed_chip_leaves_the_focus_on_the_heading(open_page: Opener) -> None:
    page = open_page("/salaries/?level=senior&city=pune")

    page.get_by_role("link", name="Remove the filter Pune").press("Enter")

    expect(page.locator("h1")).to_be_focused()
    assert page.url.endswith("/salaries/?level=senior")


def test_a_column_sorts_in_place(open_page: Opener) -> None:
    page = open_page("/salaries/")
    loaded = loads_of(page)

    page.get_by_role("link", name="High").press("Enter")

    expect(page.get_by_role("columnheader", name="High")).to_have_attribute(
        "aria-sort", "ascending"
    )
    expect(page.get_by_role("link", name="High")).to_be_focused()
    assert loaded == []


def test_a_filter_far_down_a_phone_leaves_the_page_where_it_is(open_page: Opener) -> None:
    page = open_page("/salaries/", width=360)
    choice = page.get_by_label("Large")
    choice.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")

    choice.check()

    expect(page).to_have_url(re.compile("size=large"))
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
    assert page.evaluate("scrollY") == before > 0


def test_the_button_leads_from_the_filters_up_to_the_answer(open_page: Opener) -> None:
    page = open_page("/salaries/?level=senior&city=pune", width=360)
    loaded = loads_of(page)

    page.get_by_role("button", name="Show pay").click()

    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()
    expect(page.locator(".answer-line").first).to_be_in_viewport()
    assert loaded == []


def test_another_page_of_rows_is_read_from_its_beginning(open_page: Opener) -> None:
    cities = "city=pune&city=mumbai&city=chennai&city=hyderabad"
    page = open_page(f"/salaries/?{cities}&size=small&size=large", width=360)

    page.get_by_role("link", name="Page 2").click()

    expect(page).to_have_url(re.compile("page=2"))
    expect(page.get_by_role("navigation", name="Views of this choice")).to_be_in_viewport()


def test_the_way_back_shows_what_was_there(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.get_by_label("Senior").check()
    expect(page.locator("#answer .band-row")).to_have_count(1)

    page.go_back()

    expect(page.locator("#answer .band-row")).to_have_count(4)
    assert page.url.endswith("/salaries/")


def test_the_way_back_and_forth_keeps_the_focus(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.get_by_label("Senior").press("Space")
    expect(page.locator("#answer .band-row")).to_have_count(1)

    page.go_back()
    expect(page.locator("#answer .band-row")).to_have_count(4)
    expect(page.get_by_label("Senior")).to_be_focused()

    page.go_forward()
    expect(page.locator("#answer .band-row")).to_have_count(1)
    expect(page.locator("h1")).to_be_focused()


def test_the_way_back_opens_the_panel_that_had_the_focus(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.get_by_text("More filters, currency and purchasing power").click()
    page.locator("#f-kind-reported").press("Space")
    expect(page).to_have_url(re.compile("kind=reported"))

    page.go_back()

    expect(page).not_to_have_url(re.compile("kind=reported"))
    expect(page.locator("#f-kind-reported")).to_be_focused()


def test_a_page_that_is_loaded_again_takes_no_focus(open_page: Opener) -> None:
    page = open_page("/salaries/")
    page.get_by_label("Senior").press("Space")
    expect(page.locator("#answer .band-row")).to_have_count(1)
    page.go_back()
    # Until the page that htmx loads on the way back is there, a reload would break it off.
    expect(page.locator("#answer .band-row")).to_have_count(4)
    expect(page.get_by_label("Senior")).to_be_focused()

    page.reload()

    expect(page.locator("body")).to_be_focused()


def test_a_filter_that_is_refused_says_so_in_place(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/salaries/?city=pune")

    page.get_by_text("More filters, currency and purchasing power").click()
    # The box is closed, as it leads to nothing; a form that was opened earlier may have it open.
    box = page.get_by_label("United States")
    expect(box).to_be_disabled()
    box.evaluate("box => { box.disabled = false }")
    # Not check(): the answer may take the box away before its state is asked for.
    box.click()

    expect(page.locator("h1")).to_have_text("The filter is not understood")
    expect(page.locator("#said")).to_contain_text("Pune: not in the United States")
    assert "country=united-states" in page.url
    page.close()


def test_where_an_answer_fails_the_page_is_loaded_instead(browser: Browser, site: str) -> None:
    # Not watched: htmx writes to the console what failed.
    page = browser.new_page()
    page.goto(f"{site}/salaries/")
    loaded = loads_of(page)
    page.route(re.compile("level=senior"), fail_in_place)

    page.get_by_label("Senior").check()

    expect(page.locator("#answer .band-row")).to_have_count(1)
    assert len(loaded) == 1
    page.close()


def fail_in_place(route: Route) -> None:
    if route.request.resource_type == "document":
        route.continue_()
    else:
        route.abort()


def test_a_second_city_is_set_beside_the_first(open_page: Opener) -> None:
    page = open_page("/salaries/?level=senior&city=pune")

    page.get_by_label("Beside another city").select_option("hyderabad")

    expect(page.locator("#answer .band-row")).to_have_count(2)
    assert page.url.endswith("/salaries/?level=senior&city=hyderabad&city=pune")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_view_is_put_in_place_with_the_filters_of_the_last(open_page: Opener) -> None:
    page = open_page("/salaries/?level=senior")
    loaded = loads_of(page)

    page.get_by_role("link", name="Cities", exact=True).click()

    expect(page.locator("h1")).to_have_text(
        "Senior Technical Product Manager pay in India, city by city"
    )
    expect(page.get_by_role("status")).to_contain_text("Highest in Bengaluru")
    page.get_by_label("Mid").check()
    expect(page.locator("h1")).to_contain_text("Mid and Senior Technical")
    assert page.url.endswith("/salaries/?level=mid&level=senior&view=cities")
    assert loaded == []


def test_without_scripts_the_views_are_links_and_the_form_keeps_the_view(open_page: Opener) -> None:
    page = open_page("/salaries/?level=senior", scripts=False)

    page.get_by_role("link", name="Trend", exact=True).click()
    page.get_by_label("Mid").check()
    page.get_by_role("button", name="Show pay").click()

    expect(page.locator("h1")).to_have_text(
        "Mid and Senior Technical Product Manager pay in India: trend"
    )
