"""The page of a pay band, over HTTP: its numbers, its neighbours, and where it is found."""

import html
import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from salaries.band.ladder import Rung
from tests.explorer.test_permalinks import publish_newer

pytestmark = pytest.mark.django_db

PATH = "/salaries/band/"
PUNE = "level=senior&city=pune&spread=40"
UNITED_STATES = "level=senior&country=united-states"
Amounts = tuple[str, str, str]


def text_of(response: Any) -> str:
    """Return the words of the page, each run of white space as one space."""
    words = re.sub(r"<[^>]+>", " ", response.text)
    return " ".join(html.unescape(words).split())


def rungs(client: Client, query: str) -> dict[str, Rung]:
    built = client.get(f"{PATH}?{query}").context["built"]
    return {rung.level.value: rung for rung in built.rungs}


def amounts(rung: Rung) -> Amounts:
    return rung.low, rung.mid, rung.high


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Reported 22 to 30 lakh: around 26 lakh.
        ("level=senior&spread=40", ("₹21,66,667", "₹26,00,000", "₹30,33,334")),
        ("level=senior", ("₹20,80,000", "₹26,00,000", "₹31,20,000")),
        # Modelled 22 to 30 lakh, and 24.5 to 33.5.
        (PUNE, ("₹21,66,667", "₹26,00,000", "₹30,33,334")),
        (
            "level=senior&city=hyderabad&size=large",
            ("₹23,20,000", "₹29,00,000", "₹34,80,000"),
        ),
        # The median of 165 adverts, not that of 11 answers.
        (UNITED_STATES, ("$156,354", "$195,442", "$234,531")),
        # Modelled for the city before observed in the country.
        ("level=senior&city=seattle", ("$174,000", "$217,500", "$261,000")),
        ("level=senior&currency=EUR", ("€21,080", "€26,350", "€31,620")),
    ],
)
def test_a_band_is_built_around_the_middle_of_one_figure(
    client: Client, query: str, expected: Amounts
) -> None:
    page = client.get(f"{PATH}?{query}")

    assert page.status_code == HTTPStatus.OK
    assert amounts(rungs(client, query)["senior"]) == expected
    assert [word for word in expected if word not in text_of(page)] == []


def test_the_levels_next_to_it_are_built_alike_with_overlap_and_step(client: Client) -> None:
    india, abroad = rungs(client, "level=senior"), rungs(client, UNITED_STATES)

    assert amounts(india["mid"]) == ("₹14,80,000", "₹18,50,000", "₹22,20,000")
    assert india["mid"].overlap == "₹1,40,000, 13.5 % of this band"
    assert amounts(abroad["mid"]) == ("$139,366", "$174,208", "$209,049")
    assert abroad["mid"].overlap == "$52,695, 67.4 % of this band"
    steps = [found["mid"].beside for found in (india, abroad)]
    assert [step.steps for step in steps if step] == [
        "+40.5 % from Mid to Senior",
        "+12.2 % from Mid to Senior",
    ]
    assert rungs(client, "level=senior&spread=40")["mid"].overlap == "none"


def test_where_a_level_has_no_figure_of_the_kind_nothing_stands_in_for_it(client: Client) -> None:
    page = client.get(f"{PATH}?level=senior")

    assert "₹30-50 lakh and more has no upper end, and so no middle." in text_of(page)
    lead = rungs(client, UNITED_STATES)["lead"]
    assert (lead.band, lead.why_not) == (
        None,
        "No figure yet: what there is rests on fewer than 30 values.",
    )
    assert "lead" not in rungs(client, "level=mid")
    assert list(rungs(client, "level=entry")) == ["entry", "mid"]


def test_an_open_band_gives_a_midpoint_only_where_its_stated_end_is_chosen(
    client: Client,
) -> None:
    page = client.get(f"{PATH}?level=lead")

    assert page.context["built"] is None
    assert "a band without an upper end has no middle" in text_of(page)
    (item,) = page.context["items"]
    chosen = client.get(item.url)
    assert amounts(rungs(client, item.url.partition("?")[2])["lead"]) == (
        "₹32,00,000",
        "₹40,00,000",
        "₹48,00,000",
    )
    assert "This band states no upper end." in text_of(chosen)


def test_another_figure_can_be_chosen_and_is_named(client: Client) -> None:
    few, used = client.get(f"{PATH}?{UNITED_STATES}").context["items"]

    chosen = client.get(few.url)

    assert (used.is_used, used.url) == (True, "")
    assert "Take $170,000 as the midpoint" in text_of(client.get(f"{PATH}?{UNITED_STATES}"))
    assert "the observed median of $170,000" in text_of(chosen)
    assert "This figure rests on fewer than 30 values" in text_of(chosen)
    assert 'value="observed.total.so-2023-us"' in chosen.text


def test_a_kind_of_pay_that_no_sound_figure_has_builds_nothing(client: Client) -> None:
    total = client.get(f"{PATH}?{UNITED_STATES}&pay_kind=total")
    advertised = client.get(f"{PATH}?{UNITED_STATES}&pay_kind=advertised")

    assert total.context["built"] is None
    assert "is of the kind total compensation" in text_of(total)
    assert advertised.context["built"].headline.startswith("A band of $156,354-234,531")


def test_the_page_warns_where_only_published_claims_stand_behind_it(client: Client) -> None:
    for query in (PUNE, "level=senior", "level=lead"):
        assert "Only published claims stand behind this band" in text_of(
            client.get(f"{PATH}?{query}")
        )
    assert client.get(f"{PATH}?{UNITED_STATES}").context["warning"] == ""
    assert "no pay that was observed is held for this choice itself" in text_of(
        client.get(f"{PATH}?level=senior&city=seattle")
    )


def test_the_evidence_is_what_the_explorer_shows(client: Client) -> None:
    for query in ("level=senior&city=seattle", "level=senior&role=product-manager", PUNE):
        page = client.get(f"{PATH}?{query}")
        explorer = client.get(page.context["explorer_url"])

        assert tuple(item.row for item in page.context["items"]) == explorer.context["answer"].rows


def test_a_pay_has_its_compa_ratio_and_its_position_in_the_range(client: Client) -> None:
    def said(pay: str) -> str:
        return text_of(client.get(f"{PATH}?{PUNE}&pay={pay}"))

    assert "Compa-ratio 1.04: 3.8 % above the midpoint." in said("27+lakh")
    assert (
        "Position in range 61.5 %: ₹5,33,333 above the minimum, ₹3,33,334 below the maximum."
        in said("27+lakh")
    )
    assert "Compa-ratio 1.00: exactly the midpoint." in said("2600000")
    assert "Position in range -19.2 %: ₹1,66,667 below the minimum." in said("20+lakh")
    assert "Position in range 111.5 %: ₹99,999 above the maximum." in said("31,33,333")


def test_a_pay_of_another_kind_is_not_set_beside_the_band(client: Client) -> None:
    page = client.get(f"{PATH}?level=lead&country=united-states&pay=$210,000&pay_kind=base")
    key = "anchor=observed.total.so-2023-us"
    chosen = client.get(f"{PATH}?level=lead&country=united-states&pay=$210,000&pay_kind=base&{key}")

    assert page.context["built"] is None
    assert "Not compared: the figure is of another kind of pay" in text_of(chosen)
    assert "Compa-ratio" not in text_of(chosen)


def test_without_a_level_the_page_is_a_form_that_a_link_may_have_filled(client: Client) -> None:
    page = client.get(f"{PATH}?city=pune&size=large")

    assert page.status_code == HTTPStatus.OK
    assert "built" not in page.context
    for name in ("level", "city", "size", "role", "country", "currency", "spread", "pay"):
        assert f'<label for="f-{name}">' in page.text
    assert re.search(r'value="pune"\s+selected', page.text)
    assert client.get(page.context["example_url"]).context["built"]


def test_where_there_is_no_figure_the_page_says_so_and_what_to_try(client: Client) -> None:
    page = client.get(f"{PATH}?role=core-product-manager&level=senior&city=pune")

    assert page.status_code == HTTPStatus.OK
    assert "holds no figure for the choice" in text_of(page)
    assert "Leave out the city and the company size." in text_of(page)


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("level=senior&city=&size=&spread=50&pay=", "level=senior"),
        ("city=pune&level=senior&country=india", "level=senior&city=pune"),
        ("level=senior&role=technical-product-manager&spread=040", "level=senior&spread=40"),
        ("city=bangalore&level=mid&pay=20+lakh", "level=mid&city=bengaluru&pay=20+lakh"),
        ("spread=&level=", ""),
    ],
)
def test_the_address_says_no_more_than_was_chosen(client: Client, query: str, target: str) -> None:
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == (f"{PATH}?{target}" if target else PATH)
    assert client.get(response["Location"]).status_code == HTTPStatus.OK


def test_a_permanent_link_keeps_every_number_after_a_newer_release(client: Client) -> None:
    def data(url: str) -> tuple[Any, ...]:
        page = client.get(url)
        return (
            page.context["built"],
            page.context["items"],
            client.get(page.context["csv_url"]).text,
        )

    link = client.get(f"{PATH}?{PUNE}").context["permalink"]
    before, current = data(link), data(f"{PATH}?{PUNE}")
    publish_newer()

    assert link == f"{PATH}?level=senior&city=pune&release=2026-11&spread=40"
    assert data(link) == before
    assert data(f"{PATH}?{PUNE}") != current


def test_the_method_works_the_example_that_the_page_shows(client: Client) -> None:
    method = client.get("/data/method/")
    page = client.get(method.context["band_url"])

    assert method.context["band"]["built"] == page.context["built"]
    for words in ("₹26,00,000 ÷ (2 + 0.40) = ₹21,66,667", "(1 + 0.40) = ₹30,33,334"):
        assert words in text_of(method)
        assert words in text_of(page)


def test_explorer_levels_home_and_search_lead_here(client: Client) -> None:
    explorer = client.get("/salaries/?level=senior&city=pune&kind=modelled&release=2026-11")
    level = client.get("/roles/technical-product-manager/senior/")

    assert explorer.context["band_url"] == f"{PATH}?level=senior&city=pune&release=2026-11"
    assert 'href="/salaries/band/?level=senior"' in level.text
    assert f'href="{PATH}"' in client.get("/").text
    for words in ("compa-ratio", "salary band", "range spread"):
        assert f'href="{PATH}"' in client.get("/search/", {"q": words}).text


def test_the_navigation_of_the_salary_pages_marks_this_one(client: Client) -> None:
    links = client.get(PATH).text.partition('aria-label="Salaries"')[2].partition("</nav>")[0]

    assert re.findall(r'href="([^"]+)"\s+aria-current="page"', links) == [PATH]
