"""Where things stand on a page, in a real browser: what no rule for every page can know."""

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import expect

from tests.browser.visits import Opener

pytestmark = pytest.mark.browser


def test_a_field_that_is_refused_has_the_border_of_an_error(open_page: Opener) -> None:
    page = open_page("/salaries/stand/?pay=26&level=wizard", status=400)

    borders = page.locator("[aria-invalid]").evaluate_all(
        "fields => fields.map((field) => getComputedStyle(field).borderWidth)"
    )

    assert borders == ["2px", "2px"]


@pytest.mark.parametrize("width", [864, 1024, 1152])
@pytest.mark.parametrize("query", ["level=senior&level=lead", "view=trend", "view=cities"])
def test_a_source_has_the_whole_width_where_its_column_would_be_narrow(
    open_page: Opener, width: int, query: str
) -> None:
    page = open_page(f"/salaries/?{query}", width=width)

    shares = page.locator("#answer td:has(.provenance)").evaluate_all(
        "cells => cells.map((cell) => cell.offsetWidth / cell.closest('table').offsetWidth)"
    )

    assert shares
    assert min(shares) > 0.95


@pytest.mark.parametrize("width", [864, 1024, 1152])
def test_no_amount_beside_the_filters_is_wider_than_its_cell(open_page: Opener, width: int) -> None:
    page = open_page("/salaries/?country=united-states&kind=observed", width=width)

    wider = page.locator("#answer td").evaluate_all(
        "cells => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length"
    )

    assert wider == 0


@pytest.mark.parametrize("path", ["/data/", "/data/releases/2026-11/"])
def test_no_item_of_a_list_begins_in_one_column_and_ends_in_the_next(
    open_page: Opener, path: str
) -> None:
    items = open_page(path).locator(".rests > li")

    pieces = items.evaluate_all("items => items.map((item) => item.getClientRects().length)")

    assert len(pieces) > 5
    assert set(pieces) == {1}


def test_the_languages_stand_on_one_line(open_page: Opener) -> None:
    names = open_page("/").locator(".languages li > *")

    lines = names.evaluate_all(
        "names => names.map((name) => { const foot = document.createElement('img'); "
        "name.append(foot); foot.style.display = 'inline'; "
        "return foot.getBoundingClientRect().bottom; })"
    )

    assert len(lines) == 2
    assert abs(lines[0] - lines[1]) < 1


def test_a_question_its_scene_and_its_options_keep_one_distance(open_page: Opener) -> None:
    question = open_page("/fit/", width=360).locator("#q2")

    above, below = question.evaluate(
        "question => { const at = (part) => question.querySelector(part).getBoundingClientRect(); "
        "return [at('p').top - at('legend').bottom, at('.fit-options').top - at('p').bottom]; }"
    )

    assert above == pytest.approx(below, abs=1)
    assert below >= 8


def test_on_a_phone_a_level_and_its_depth_share_a_line(open_page: Opener) -> None:
    cells = open_page("/skills/", width=360).locator(".skill-matrix td")

    heights = cells.evaluate_all("cells => cells.map((cell) => cell.offsetHeight)")

    assert max(heights) < 40


@pytest.mark.parametrize("width", [640, 768])
def test_on_a_tablet_the_name_of_a_skill_keeps_away_from_its_levels(
    open_page: Opener, width: int
) -> None:
    rows = open_page("/skills/", width=width).locator(".skill-matrix tbody tr")

    gaps = rows.evaluate_all(
        "rows => rows.map(({ children: [name, first] }) => "
        "first.getBoundingClientRect().left - name.getBoundingClientRect().right)"
    )

    assert min(gaps) >= 16


def test_the_button_beside_fields_ends_where_they_end(open_page: Opener) -> None:
    form = open_page("/data/releases/diff/").locator("form.filters")

    button, field = form.evaluate(
        "form => [form.querySelector('button'), form.querySelector('select')]"
        ".map((part) => part.getBoundingClientRect().bottom)"
    )

    assert button == pytest.approx(field, abs=1)


@pytest.mark.parametrize("path", ["/api/", "/data/observations/"])
@pytest.mark.parametrize(("width", "columns"), [(360, 1), (768, 2)])
def test_cells_of_words_share_all_of_their_card(
    open_page: Opener, path: str, width: int, columns: int
) -> None:
    rows = open_page(path, width=width).locator(".data--words tbody tr")

    shares = rows.evaluate_all(
        "rows => rows.flatMap((row) => [...row.querySelectorAll('td')]"
        ".map((cell) => cell.offsetWidth / row.clientWidth))"
    )

    assert min(shares) > 0.85 / columns


def test_an_amount_in_the_table_of_a_plan_stays_on_one_line(open_page: Opener) -> None:
    amounts = open_page("/plan/?from=mid&to=senior").locator("#pay td.unbroken")

    heights = amounts.evaluate_all(
        "cells => cells.map((cell) => { const text = new Range(); text.selectNodeContents(cell); "
        "return text.getBoundingClientRect().height; })"
    )

    assert len(heights) == 2
    assert max(heights) < 30


@pytest.mark.parametrize(("width", "is_drawn"), [(360, False), (768, False), (1440, True)])
def test_the_lattice_is_drawn_where_it_has_room(
    open_page: Opener, width: int, *, is_drawn: bool
) -> None:
    lattice = open_page("/paths/", width=width).locator("#lattice")

    assert lattice.locator("[data-drawn]").first.is_visible() == is_drawn
    assert lattice.locator("[data-listed]").first.is_visible()


def test_the_order_in_use_looks_unlike_the_one_to_choose(open_page: Opener) -> None:
    orders = open_page("/roles/technical-product-manager/").locator(
        "#responsibilities > ul:not([class]) a"
    )

    lines = orders.evaluate_all(
        "links => links.map((link) => getComputedStyle(link).textDecorationLine)"
    )

    assert lines == ["none", "underline"]


@pytest.mark.parametrize(
    ("path", "heading"), [("/data/method/", ".reading > h3"), ("/data/sources/", ".claim > dl")]
)
def test_what_follows_a_heading_or_facts_keeps_its_distance(
    open_page: Opener, path: str, heading: str
) -> None:
    parts = open_page(path).locator(heading)

    gaps = parts.evaluate_all(
        "parts => parts.filter((part) => part.nextElementSibling).map((part) => "
        "part.nextElementSibling.getBoundingClientRect().top - part.getBoundingClientRect().bottom)"
    )

    assert len(gaps) > 3
    assert min(gaps) >= (8 if heading.endswith("dl") else 4)


def test_the_page_of_a_failure_begins_where_every_page_begins(open_page: Opener) -> None:
    page = open_page("/privacy/")
    begins = "document.querySelector('h1').getBoundingClientRect().left"
    usual = page.evaluate(begins)

    # It is not asked for here; its own words stand in the sheets of another page.
    body = render_to_string("500.html").partition("<body>")[2].partition("</body>")[0]
    page.evaluate("body => { document.body.innerHTML = body; }", body)

    expect(page.locator("h1")).to_have_text("Something went wrong")
    assert page.evaluate(begins) == usual
