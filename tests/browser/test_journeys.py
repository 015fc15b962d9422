"""The journeys of four visitors, each walked in every way in which a visitor may come."""

import re

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.journeys import WAYS, KeyboardVisitor, Visitor, Way, door
from tests.browser.journeys_guide import (
    compares_the_two_roles,
    reads_the_scope_and_the_skills_of_a_senior,
    reads_the_steps,
    reads_what_changes_at_mid_level,
    returns_to_the_same_signs,
    searches_whether_to_code,
    takes_the_path_of_a_product_manager,
    ticks_two_signs,
)
from tests.browser.journeys_pay import (
    applies_the_premium_to_30_lakh,
    asks_for_mid_pay_in_pune,
    asks_for_senior_pay_at_large_companies_in_hyderabad,
    builds_a_band_of_them,
    downloaded,
    follows_the_permanent_link,
    looks_up_the_source,
    puts_27_lakh_beside_it,
    rows_of_the_file,
    rows_of_the_table,
    shows_pay,
    takes_the_band_along,
    takes_the_figures_of,
)
from tests.browser.visits import Opener, Watch, visit

pytestmark = pytest.mark.browser


@pytest.fixture(params=WAYS, ids=lambda way: way.name)
def visitor(request: pytest.FixtureRequest, open_page: Opener) -> Visitor:
    """Give a visitor on the home page."""
    way: Way = request.param
    return way.visitor(open_page("/", **way.how), has_scripts=way.has_scripts)


def test_an_engineer_in_pune_finds_the_way_in_and_what_it_pays(visitor: Visitor) -> None:
    visitor.follow(door(visitor.page, "I am an engineer"))
    reads_the_steps(visitor.page, steps=5, disagreements=3)
    ticks_two_signs(visitor)
    returns_to_the_same_signs(visitor)
    reads_what_changes_at_mid_level(visitor)
    asks_for_mid_pay_in_pune(visitor)
    looks_up_the_source(visitor)


def test_a_product_manager_finds_what_to_learn_and_what_it_pays(visitor: Visitor) -> None:
    searches_whether_to_code(visitor)
    compares_the_two_roles(visitor)
    takes_the_path_of_a_product_manager(visitor)
    applies_the_premium_to_30_lakh(visitor)


def test_a_senior_sees_where_an_offer_stands_and_leaves_no_trace(visitor: Visitor) -> None:
    answers = answers_to(visitor.page)

    asks_for_senior_pay_at_large_companies_in_hyderabad(visitor)
    puts_27_lakh_beside_it(visitor)

    assert kept_by_the_browser(visitor.page) <= {("htmx-current-path-for-history", False)}
    assert links_with_the_pay(visitor.page) == []
    assert [answer.url for answer in answers if answer.header_value("set-cookie")] == []
    caching = [answer.header_value("cache-control") for answer in answers if "pay=" in answer.url]
    assert caching == ["private, no-store"]


def test_a_manager_who_hires_takes_the_pay_of_two_cities_along(visitor: Visitor) -> None:
    reads_the_scope_and_the_skills_of_a_senior(visitor)
    visitor.follow(visitor.page.locator("#pay").get_by_role("link", name="Pay at Senior level"))
    takes_the_figures_of(visitor, "Pune", low="₹22 lakh", high="₹30 lakh")
    takes_the_figures_of(visitor, "Hyderabad", low="₹22.5 lakh", high="₹30.5 lakh")
    follows_the_permanent_link(visitor)


def test_a_manager_who_hires_sets_a_band_and_takes_it_along(visitor: Visitor) -> None:
    reads_the_scope_and_the_skills_of_a_senior(visitor)
    visitor.follow(visitor.page.locator("#pay").get_by_role("link", name="Pay at Senior level"))
    takes_the_figures_of(visitor, "Pune", low="₹22 lakh", high="₹30 lakh")
    builds_a_band_of_them(visitor)
    takes_the_band_along(visitor)


@pytest.mark.parametrize("scripts", [True, False])
def test_of_several_cities_one_more_is_added_and_one_is_taken_away(
    open_page: Opener, *, scripts: bool
) -> None:
    page = open_page("/salaries/?level=senior&city=pune&city=hyderabad", scripts=scripts)
    visitor = Visitor(page, has_scripts=scripts)

    visitor.choose(page.get_by_label("Another city"), "Mumbai")
    shows_pay(visitor, "pay in Hyderabad, Mumbai and Pune")
    # Not uncheck, which looks at the box again: by then the answer may have put another form there.
    page.get_by_label("Mumbai").click()
    shows_pay(visitor, "pay in Hyderabad and Pune")

    shown = rows_of_the_table(page)
    assert [place for _, place, *_ in shown] == ["Hyderabad", "Pune"]
    assert rows_of_the_file(downloaded(visitor)) == shown


def test_without_scripts_the_four_bands_are_bars_with_their_words(open_page: Opener) -> None:
    page = open_page("/salaries/", scripts=False)

    names = page.locator("#answer .band-name").all_inner_texts()
    amounts = page.locator("#answer .band-amount strong").all_inner_texts()
    bars = [bar.bounding_box() for bar in page.locator("#answer .band--reported").all()]

    assert names == ["Entry", "Mid", "Senior", "Lead"]
    assert amounts == ["₹10-15 lakh", "₹15-22 lakh", "₹22-30 lakh", "₹30-50 lakh and more"]
    assert [bar["width"] > 10 for bar in bars if bar] == [True] * 4
    expect(page.locator("#answer .band-open")).to_have_count(1)


def test_filters_that_change_faster_than_they_are_answered_all_count(
    browser: Browser, site: str
) -> None:
    # The watch is not asked: htmx writes to the console that it drops the answers in between.
    page = visit(browser, Watch(site), "/salaries/", slow=True)

    page.get_by_label("Senior").check()
    page.get_by_label("City", exact=True).select_option("hyderabad")
    page.get_by_label("Large").check()

    heading = "Senior Technical Product Manager pay in Hyderabad, large companies"
    expect(page.locator("h1")).to_have_text(heading)
    assert page.url.endswith("/salaries/?level=senior&city=hyderabad&size=large")
    page.context.close()


def test_who_has_a_keyboard_alone_follows_no_link_that_it_passes_over(open_page: Opener) -> None:
    page = open_page("/")
    link = door(page, "I am an engineer")

    link.evaluate("link => { link.tabIndex = -1; }")

    with pytest.raises(AssertionError, match="is not reached"):
        KeyboardVisitor(page, has_scripts=True).follow(link)


def test_a_trace_of_the_pay_is_found_where_there_is_one(open_page: Opener) -> None:
    page = open_page("/salaries/stand/?pay=27+lakh")
    before = kept_by_the_browser(page), links_with_the_pay(page)

    page.evaluate("sessionStorage.draft = 'pay=27 lakh'")
    page.evaluate("document.querySelector('main a').search = '?pay=27+lakh'")

    assert before == (set(), [])
    assert kept_by_the_browser(page) == {("draft", True)}
    assert len(links_with_the_pay(page)) == 1


def answers_to(page: Page) -> list[Response]:
    """Note every answer that the page gets from here on."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    return answers


def kept_by_the_browser(page: Page) -> set[tuple[str, bool]]:
    """Name what the browser keeps, and tell whether the pay is in it."""
    state = page.context.storage_state()
    assert (state["cookies"], state["origins"]) == ([], [])
    kept = page.evaluate("Object.entries(sessionStorage)")
    return {(name, "pay" in text or "27" in text) for name, text in kept}


def links_with_the_pay(page: Page) -> list[str]:
    links = page.eval_on_selector_all(
        "[href], [action], [src]",
        "all => all.map(it => ['href', 'action', 'src'].map(name => it.getAttribute(name)).join())",
    )
    assert len(links) > 20
    return [link for link in links if re.search("pay=|27.?lakh|27,?00,?000", link)]
