"""The page of a pay band, over HTTP: its numbers, its neighbours, and what it says of them."""

import html
import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from salaries.band.steps import Step
from salaries.models import PayFigure

pytestmark = pytest.mark.django_db

PATH = "/salaries/band/"
PUNE = "level=senior&city=pune&spread=40"
UNITED_STATES = "level=senior&country=united-states"
Amounts = tuple[str, str, str]


def text_of(response: Any) -> str:
    """Return the words of the page, each run of white space as one space."""
    words = re.sub(r"<[^>]+>", " ", response.text)
    return " ".join(html.unescape(words).split())


def steps(client: Client, query: str) -> dict[str, Step]:
    built = client.get(f"{PATH}?{query}").context["built"]
    return {step.level.value: step for step in built.steps}


def amounts(step: Step) -> Amounts:
    return step.low, step.mid, step.high


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
    assert amounts(steps(client, query)["senior"]) == expected
    assert [word for word in expected if word not in text_of(page)] == []


def test_the_levels_next_to_it_are_built_alike_with_overlap_and_step(client: Client) -> None:
    india, abroad = steps(client, "level=senior"), steps(client, UNITED_STATES)

    assert amounts(india["mid"]) == ("₹14,80,000", "₹18,50,000", "₹22,20,000")
    assert india["mid"].overlap == "₹1,40,000, 13.5 % of the Senior band"
    assert amounts(abroad["mid"]) == ("$139,366", "$174,208", "$209,049")
    assert abroad["mid"].overlap == "$52,695, 67.4 % of the Senior band"
    beside = [found["mid"].beside for found in (india, abroad)]
    assert [one.progression_said for one in beside if one] == [
        "+40.5 % from Mid to Senior",
        "+12.2 % from Mid to Senior",
    ]
    assert steps(client, "level=senior&spread=40")["mid"].overlap == "none"


def test_where_a_level_has_no_figure_of_the_kind_nothing_stands_in_for_it(client: Client) -> None:
    page = client.get(f"{PATH}?level=senior")

    assert "₹30-50 lakh and more has no upper end, and so no middle." in text_of(page)
    lead = steps(client, UNITED_STATES)["lead"]
    assert (lead.band, lead.why_not) == (
        None,
        "No figure yet: what there is rests on fewer than 30 values.",
    )
    assert "lead" not in steps(client, "level=mid")
    assert list(steps(client, "level=entry")) == ["entry", "mid"]


def test_an_open_band_gives_a_midpoint_only_where_its_stated_end_is_chosen(
    client: Client,
) -> None:
    page = client.get(f"{PATH}?level=lead")

    assert page.context["built"] is None
    assert "a band without an upper end has no middle" in text_of(page)
    (item,) = page.context["items"]
    chosen = client.get(item.url)
    assert amounts(steps(client, item.url.partition("?")[2])["lead"]) == (
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
    assert "The rule finds no figure of total compensation for this choice." in text_of(total)
    assert advertised.context["built"].headline.startswith("A band of $156,354-234,531")


def test_the_page_warns_where_only_published_claims_stand_behind_it(client: Client) -> None:
    for query in (PUNE, "level=senior", "level=lead"):
        what = "these figures" if query == "level=lead" else "this band"
        assert f"Only published claims stand behind {what}" in text_of(
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


def test_the_method_works_the_example_that_the_page_shows(client: Client) -> None:
    method = client.get("/data/method/")
    page = client.get(method.context["band_url"])

    assert method.context["band"]["built"] == page.context["built"]
    for words in ("₹26,00,000 ÷ (2 + 0.40) = ₹21,66,667", "(1 + 0.40) = ₹30,33,334"):
        assert words in text_of(method)
        assert words in text_of(page)


def test_a_level_whose_figure_is_not_higher_than_that_below_is_remarked(client: Client) -> None:
    said = "The higher level's figure is not higher here."
    before = text_of(client.get(f"{PATH}?level=senior"))

    PayFigure.objects.filter(level="mid").update(low=22_00_000, high=30_00_000)

    assert said not in before
    assert said in text_of(client.get(f"{PATH}?level=senior"))
    assert said in client.get("/salaries/band.csv?level=senior").text


def test_the_working_says_an_amount_once(client: Client) -> None:
    observed = text_of(client.get(f"{PATH}?{UNITED_STATES}"))
    modelled = text_of(client.get(f"{PATH}?{PUNE}"))

    assert "Midpoint = the observed median of $195,442 Minimum" in observed
    assert "₹22-30 lakh = ₹26,00,000 Minimum" in modelled
