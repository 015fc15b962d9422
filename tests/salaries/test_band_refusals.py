"""What is no band is refused by its field, with what would be right; a pay is kept nowhere."""

import html
import logging
import re
from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from salaries.choices import Currency
from tests.salaries.test_band import PATH, PUNE, text_of

pytestmark = pytest.mark.django_db

RIGHT = "Give a whole number of per cent from 10 to 150, such as 50."


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("level=senior&spread=abc", ["“abc” is no spread.", RIGHT]),
        ("level=senior&spread=-5", ["“-5” is no spread.", RIGHT]),
        ("level=senior&spread=1e9", ["“1e9” is no spread.", RIGHT]),
        ("level=senior&spread=NaN", ["“NaN” is no spread.", RIGHT]),
        ("level=senior&spread=9", ["“9” is no spread.", RIGHT]),
        ("level=senior&spread=151", ["“151” is no spread.", RIGHT]),
        ("level=senior&spread=%D9%A4%D9%A0", ["is no spread.", RIGHT]),
        ("level=senior&spread=40&spread=50", ["Give one value, not 2: 40, 50.", RIGHT]),
        ("level=wizard", ["“wizard” is not known", "entry, mid, senior, lead"]),
        ("level=mid&level=senior", ["Give one value, not 2: mid, senior."]),
        ("spread=40", ["Choose one level: entry, mid, senior, lead."]),
        ("pay=27+lakh", ["Choose one level: entry, mid, senior, lead."]),
        ("level=senior&pay=text", ["“text” is not an amount."]),
        ("level=senior&pay=26", ["“26” is too little", "Lakh or rupees?"]),
        ("level=senior&pay_kind=gross", ["“gross” is not known", "base, total"]),
        ("level=senior&city=oz", ["“oz” is not known here."]),
        ("level=senior&city=pune&country=united-states", ["Pune: not in the United States"]),
        ("level=senior&currency=XYZ", ["“XYZ” is not known here.", "INR"]),
        ("level=senior&currency=EUR&pay=27+lakh", ["beside amounts in INR only"]),
        ("level=senior&release=1999-01", ["Data release: “1999-01”", "2026-11"]),
        (
            "level=senior&anchor=nobody",
            ["“nobody” is not known here. Choose from: ₹26 lakh: Reported, "],
        ),
    ],
)
def test_what_is_not_understood_is_named_with_what_would_be_right(
    client: Client, query: str, words: list[str]
) -> None:
    page = client.get(f"{PATH}?{query}")

    assert page.status_code == HTTPStatus.BAD_REQUEST
    assert [word for word in words if word not in text_of(page)] == []
    assert "built" not in page.context


def test_all_that_is_wrong_is_told_at_once_each_beside_its_field(client: Client) -> None:
    wrong = "level=wizard&city=oz&spread=x&pay=abc&pay_kind=gross&currency=XYZ"
    page = client.get(f"{PATH}?{wrong}").text

    told = re.findall(r'<p class="error" id="refused-(\w+)">', page)
    assert told == ["level", "city", "currency", "spread", "pay_kind", "pay"]
    for name in told:
        assert f'href="#f-{name}"' in page
        assert re.search(rf'id="f-{name}"[^>]*aria-describedby="refused-{name}', page)
    assert 'value="x"' in page


def test_an_unknown_figure_is_refused_beside_the_list_of_figures(client: Client) -> None:
    page = client.get(f"{PATH}?level=senior&anchor=x").text

    assert 'id="refused-anchor"' in page
    assert 'id="f-anchor"' in page


def test_unknown_parameters_are_named_as_ignored(client: Client) -> None:
    page = client.get(f"{PATH}?level=senior&colour=red&basis=ppp")

    assert page.status_code == HTTPStatus.OK
    assert "no such parameter: colour, basis" in text_of(page)


NAMES = ("level", "city", "size", "country", "currency", "spread", "anchor", "pay", "release", "x")
WORDS = ("senior", "lead", "pune", "40", "150", "27 lakh", "USD", *Currency.values)


class AnyQueryString(TestCase):
    @settings(max_examples=100, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from(NAMES),
            st.lists(st.text(max_size=30) | st.sampled_from(WORDS), max_size=2),
        )
    )
    def test_never_breaks_page_or_file(self, values: dict[str, list[str]]) -> None:
        for path in (PATH, "/salaries/band.csv"):
            response = self.client.get(path, query_params=values)

            assert response.status_code in {200, 302, 400}


@pytest.mark.parametrize("value", ["%00", "4%000", "9" * 50_000, "%F0%9F%98%80" * 500])
@pytest.mark.parametrize("name", ["spread", "anchor", "pay", "release", "city"])
def test_a_hostile_value_is_refused(client: Client, name: str, value: str) -> None:
    response = client.get(f"{PATH}?level=senior&{name}={value}")

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert "\0" not in response.text
    assert len(response.content) < 60_000


@pytest.mark.parametrize("path", [PATH, "/salaries/band.csv"])
def test_only_reading_is_allowed(client: Client, path: str) -> None:
    assert client.post(path).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    "query",
    [
        f"{PUNE}&pay=27+lakh",
        "level=mid&city=bangalore&pay=27+lakh",
        "pay=26",
        "level=mid&size=",
        "",
    ],
)
def test_no_cache_no_next_page_and_no_search_engine_learns_the_pay(
    client: Client, query: str
) -> None:
    response = client.get(f"{PATH}?{query}")

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_no_link_on_the_page_carries_the_pay(client: Client) -> None:
    page = client.get(f"{PATH}?level=senior&country=united-states&pay=$187,654").text

    links = re.findall(r'(?:href|action|src)="([^"]*)"', page)
    assert any("anchor=observed.total" in link for link in links)
    assert [link for link in links if "187" in link or "pay=" in html.unescape(link)] == []


def test_no_log_of_the_site_holds_the_pay(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get(f"{PATH}?level=wizard&pay=2712345")
        client.get(f"{PATH}?level=senior&pay=2712345")

    logged = " ".join(record.getMessage() for record in caplog.records)
    assert "Bad Request: /salaries/band/" in logged
    assert "2712345" not in logged
