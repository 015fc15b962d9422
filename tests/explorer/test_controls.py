import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

from salaries.explorer.chips import chips
from salaries.explorer.controls import Controls, controls, sort_links
from salaries.explorer.explorer import Explorer
from salaries.slices import Slice
from tests.markup import text_of
from tests.salaries.examples import explorer_of

CHIP = re.compile(r'href="([^"]+)">\s*(?:<span[^>]*>[^<]*</span>)?\s*([^<]+?)\s*</a>')


def form_of(asked: Explorer) -> Controls:
    return controls(asked.asked, asked.vocabulary, asked.filter.holdings, asked.counts)


@pytest.mark.django_db
def test_the_form_marks_what_is_chosen() -> None:
    asked = explorer_of("level=senior&city=pune&size=large")

    form = form_of(asked)

    assert [option.value for option in form.levels if option.chosen] == ["senior"]
    assert [option.value for option in form.sizes if option.chosen] == ["large"]
    india, _ = form.cities
    assert [option.value for option in india.options if option.chosen] == ["pune"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "offered"), [("", False), ("city=pune", True), ("city=pune&city=mumbai", False)]
)
def test_beside_one_city_another_can_be_set(query: str, *, offered: bool) -> None:
    asked = explorer_of(query)

    assert form_of(asked).has_one_city is offered


@pytest.mark.django_db
def test_each_of_several_cities_can_be_unticked() -> None:
    asked = explorer_of("city=pune&city=mumbai")

    form = form_of(asked)

    assert [option.value for option in form.chosen_cities] == ["mumbai", "pune"]
    assert not any(option.chosen for group in form.cities for option in group.options)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "city=seattle", "city=pune"])
def test_no_country_is_ticked_that_a_city_could_contradict(query: str) -> None:
    asked = explorer_of(query)

    form = form_of(asked)

    assert not any(option.chosen for option in form.countries)


@pytest.mark.django_db
def test_the_form_keeps_order_roles_and_countries() -> None:
    query = "role=product-manager&role=core-product-manager&country=united-states&sort=-low"
    asked = explorer_of(query)

    form = form_of(asked)

    assert ("sort", "-low") in form.kept
    assert [option.value for option in form.countries if option.chosen] == ["united-states"]
    assert [option.value for option in form.roles if option.chosen] == [
        "product-manager",
        "core-product-manager",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("level=senior&city=pune", "purchasing power Role"),
        ("role=technical-product-manager&city=seattle", "purchasing power Role"),
        ("country=united-states", "(1 set)"),
        ("role=product-manager&role=technical-product-manager&kind=modelled", "(3 set)"),
        ("currency=USD&basis=ppp&city=pune", "(2 set)"),
    ],
)
def test_more_filters_are_folded_and_say_how_many_of_them_are_set(
    client: Client, query: str, said: str
) -> None:
    page = client.get(f"/salaries/?{query}").text

    _, _, panel = page.partition('id="more-filters"')
    assert panel.startswith(">")
    words = " ".join(strip_tags(f"<details{panel}").split())
    assert words.startswith("More filters, currency and purchasing power")
    assert said in words[:100]


@pytest.mark.django_db
def test_a_chip_stands_for_each_filter_that_is_set() -> None:
    asked = explorer_of("role=product-manager&country=united-states&level=mid&kind=observed")

    found = chips(asked.asked, asked.vocabulary, asked.filter.holdings, "/salaries/")

    assert [chip.label for chip in found] == ["Product Manager", "Mid", "United States", "Observed"]
    assert found[0].url == "/salaries/?level=mid&country=united-states&kind=observed"


@pytest.mark.django_db
def test_each_filter_and_all_of_them_can_be_taken_back(client: Client) -> None:
    page = text_of(client, "/salaries/?level=senior&city=pune&sort=-low")
    chips = page.partition('<ul class="chips"')[2].partition("</ul>")[0]

    assert CHIP.findall(chips) == [
        ("/salaries/?city=pune&amp;sort=-low", "Senior"),
        ("/salaries/?level=senior&amp;sort=-low", "Pune"),
        ("/salaries/", "Reset all"),
    ]


def test_a_sort_link_turns_the_direction_of_its_own_column_only() -> None:
    links = sort_links(Slice(sort="low"), "/salaries/")

    assert (links["low"].direction, links["low"].url) == ("ascending", "/salaries/?sort=-low")
    assert (links["high"].direction, links["high"].url) == ("none", "/salaries/?sort=high")
    assert sort_links(Slice(sort="-low"), "/")["low"].direction == "descending"


@pytest.mark.django_db
def test_the_default_role_has_a_chip_beside_another(client: Client) -> None:
    both = client.get("/salaries/?role=product-manager&role=technical-product-manager")
    alone = client.get("/salaries/?role=technical-product-manager")

    assert {chip.label: chip.url for chip in both.context["chips"]} == {
        "Product Manager": "/salaries/",
        "Technical Product Manager": "/salaries/?role=product-manager",
    }
    assert alone.context["chips"] == ()
