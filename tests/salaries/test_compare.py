"""Slices of pay side by side: read one by one, compared only where they are comparable."""

from html import escape
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from salaries.choices import Kind
from salaries.compare.differences import apart, by_ratio, differences, overlap
from tests.salaries.examples import pay_row

pytestmark = pytest.mark.django_db

PATH = "/salaries/compare/"
CITIES = f"{PATH}?a=level:senior,city:bengaluru&b=level:senior,city:pune"


def refused(client: Client, query: str) -> str:
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert response.context["columns"] == ()
    return " ".join(response.content.decode().split())


def test_without_slices_the_page_is_a_form_with_an_example(client: Client) -> None:
    page = client.get(PATH)

    assert page.status_code == HTTPStatus.OK
    assert page.context["columns"] == ()
    assert client.get(page.context["example_url"]).context["columns"]


def test_each_slice_shows_what_the_explorer_shows(client: Client) -> None:
    columns = client.get(f"{CITIES}&c=level:mid,size:large&d=level:lead").context["columns"]

    assert [column.letter for column in columns] == ["a", "b", "c", "d"]
    for column in columns:
        assert column.rows == client.get(column.url).context["answer"].rows


def test_what_holds_of_every_slice_is_said_once(client: Client) -> None:
    page = client.get(CITIES)

    first, second = page.context["columns"]
    assert [text[:36] for text in page.context["notices"]] == [
        "No source that this guide holds give"
    ]
    assert first.notices == ()
    assert [text[:5] for text in second.notices] == ["Pune:"]
    assert page.content.decode().count("No source that this guide holds") == 1
    (alone,) = client.get(f"{PATH}?a=level:senior,city:bengaluru").context["columns"]
    assert len(alone.notices) == 1


def test_a_modelled_difference_is_what_the_ratios_say(client: Client) -> None:
    first, second = client.get(CITIES).context["columns"]

    (difference,) = second.differences
    # Rounded, the bands of 24 and 22 lakh would lie 8.3 % apart.
    ratios = {"bengaluru": 1.081, "pune": 0.997}
    said = f"{ratios['pune'] / ratios['bengaluru'] - 1:.1%}".replace("%", " %")
    assert (difference.low, difference.high) == (said, said) == ("-7.8 %", "-7.8 %")
    assert difference.overlap == "₹24-30 lakh"
    assert [row.low for row in (*first.rows, *second.rows)] == [24_00_000, 22_00_000]


def test_any_other_difference_is_in_money_and_in_per_cent() -> None:
    first, second = pay_row(low=24_00_000, high=32_00_000), pay_row(low=22_00_000, high=30_00_000)

    (difference,) = differences([first], [second])

    assert difference.low == apart(24_00_000, 22_00_000, "INR") == "-₹2 lakh (-8.3 %)"
    assert difference.high == "-₹2 lakh (-6.2 %)"


def test_a_little_more_is_a_difference_in_money_and_none_in_ratios() -> None:
    assert apart(2_000_000, 2_000_500, "INR") == "+₹500 (+0.0 %)"
    assert by_ratio(2_000_000, 2_000_500) == by_ratio(2_000_500, 2_000_000) == "no difference"
    assert by_ratio(2_000_000, 2_002_000) == "+0.1 %"


def test_figures_of_other_kinds_or_countries_are_not_compared(client: Client) -> None:
    page = client.get(f"{PATH}?a=level:senior&b=level:senior,city:pune&c=level:senior,city:seattle")

    assert [column.differences for column in page.context["columns"]] == [(), (), ()]
    assert page.content.decode().count("no figure of the same kind, kind of pay") == 2


def test_an_open_end_has_no_difference_and_shuts_nothing_out() -> None:
    closed = pay_row(low=20_00_000, high=30_00_000)
    opened = pay_row(low=25_00_000, high=50_00_000, open_ended=True)

    (difference,) = differences([closed], [opened])

    assert difference.high == "not computed: an end is open"
    assert difference.overlap == "₹25-30 lakh"
    assert overlap(opened, opened) == "₹25 lakh and more"


def test_ranges_that_do_not_meet_have_nothing_in_common() -> None:
    assert overlap(pay_row(low=1_00_000, high=2_00_000), pay_row(low=3_00_000)) == "none"


def test_bands_that_touch_have_nothing_in_common_but_an_amount_lies_in_its_band() -> None:
    below, band = pay_row(low=15_00_000, high=22_00_000), pay_row()
    average = pay_row(low=22_00_000, high=22_00_000, is_average=True)

    assert overlap(below, band) == "none"
    assert overlap(average, band) == "₹22 lakh"


@pytest.mark.parametrize("change", [{"kind": Kind.OBSERVED}, {"sources": pay_row().sources * 2}])
def test_one_origin_is_one_kind_and_one_source(change: dict[str, object]) -> None:
    found = list(differences([pay_row()], [pay_row(**change)]))

    assert len(found) == (0 if "kind" in change else 1)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("a=level:wizard", "“wizard” is not known here. Choose from: entry, mid, senior, lead."),
        ("a=city:pune", "Name its level"),
        ("a=level:senior,colour:red", "“colour:red” is not understood. Write name:value"),
        ("a=senior", "“senior” is not understood"),
        ("a=level:senior,level:mid", "Give level once."),
        ("a=level:mid&a=level:lead", "Give one value, not 2"),
        ("a=level:mid,city:pune,country:united-states", "not in the United States"),
        (f"a={'x' * 300}", "Give at most 200 characters."),
        ("release=1999-01&a=level:mid", "“1999-01” is not known here"),
        ("b=level:mid,city:%00", "is not known here"),
    ],
)
def test_what_is_not_understood_is_named(client: Client, query: str, said: str) -> None:
    assert said in refused(client, query).replace("&quot;", '"')


def test_an_unknown_parameter_is_named_as_ignored(client: Client) -> None:
    page = client.get(f"{CITIES}&colour=red").content.decode()

    assert "no such parameter: colour" in page


def test_the_form_leads_to_the_short_address(client: Client) -> None:
    fields = {
        "a.level": "senior",
        "a.city": "bangalore",
        "a.size": "",
        "b.level": "mid",
        "c.city": "pune",
        "release": "2026-11",
    }

    response = client.get(f"{PATH}?{urlencode(fields)}")

    assert response.status_code == HTTPStatus.FOUND
    target = response.headers["Location"]
    assert target == f"{PATH}?a=level:senior,city:bangalore&b=level:mid&release=2026-11"
    page = client.get(target)
    assert page.context["canonical"] == (
        f"{PATH}?a=level:senior,city:bengaluru&b=level:mid&release=2026-11"
    )
    assert [option.value for option in page.context["fieldsets"][1].levels if option.chosen] == [
        "mid"
    ]


def chosen_in(page: Any, field: str) -> list[list[str]]:
    """Return what is chosen in one list of each slice."""
    lists = [getattr(one, field) for one in page.context["fieldsets"]]
    flat = [[o for g in found for o in getattr(g, "options", (g,))] for found in lists]
    return [[option.value for option in found if option.chosen] for found in flat]


def test_a_form_without_any_level_asks_for_it_and_keeps_what_was_chosen(client: Client) -> None:
    fields = {"a.level": "", "a.city": "pune", "b.level": "", "b.city": "bengaluru", "b.size": ""}

    page = client.get(f"{PATH}?{urlencode(fields)}", follow=True)

    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert page.text.count("Name its level") == 2
    assert chosen_in(page, "cities") == [["pune"], ["bengaluru"], [], []]


def test_what_is_refused_stays_in_the_form_at_its_letter(client: Client) -> None:
    page = client.get(f"{PATH}?a=level:mid,city:bangalore,country:united-states&b=level:senior")

    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert chosen_in(page, "levels") == [["mid"], ["senior"], [], []]
    assert chosen_in(page, "cities") == [["bengaluru"], [], [], []]


@pytest.mark.parametrize(("release", "again"), [("1999-01", ""), ("2026-11", "2026-11")])
def test_a_release_that_is_refused_is_not_sent_again(
    client: Client, release: str, again: str
) -> None:
    page = client.get(f"{PATH}?a=level:wizard&b=level:mid&release={release}")

    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert page.text.count("“1999-01” is not known here") == (not again)
    assert '<a href="#f-a">Slice A</a>' in page.text
    assert 'aria-describedby="refused-a"' in page.text
    assert page.context["pinned"] == again


def test_an_address_that_skips_letters_has_the_canonical_one(client: Client) -> None:
    page = client.get(f"{PATH}?d=city:pune,level:senior&b=level:mid")

    assert page.context["canonical"] == f"{PATH}?a=level:mid&b=level:senior,city:pune"


def test_a_comparison_has_a_permanent_link_to_the_same_figures(client: Client) -> None:
    page = client.get(f"{PATH}?b=level:senior,city:pune&d=level:mid")

    permalink = page.context["permalink"]
    pinned = client.get(permalink)
    assert permalink == f"{PATH}?a=level:senior,city:pune&b=level:mid&release=2026-11"
    assert f'<a href="{escape(permalink)}">Permanent link to them</a>' in page.content.decode()
    assert [c.rows for c in pinned.context["columns"]] == [c.rows for c in page.context["columns"]]
    assert pinned.context["permalink"] == permalink


@pytest.mark.parametrize("query", ["", "a=level:lead,role:core-product-manager", "a=level:wizard"])
def test_what_shows_no_figures_has_no_permanent_link(client: Client, query: str) -> None:
    page = client.get(f"{PATH}?{query}").content.decode()

    assert "Permanent link" not in page
