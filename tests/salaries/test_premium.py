"""The reported premium over HTTP: applied, checked against its own example, and other data."""

import html
import re
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from salaries.known import Known
from salaries.models import DataRelease, Factor, PayFigure
from salaries.premium import page, read

pytestmark = pytest.mark.django_db


def text_of(response: Any) -> str:
    """Return the words of the page, each run of white space as one space."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(words).split())


def test_without_a_pay_the_page_explains_the_claim_and_asks(client: Client) -> None:
    response = client.get("/salaries/premium/")

    assert response.status_code == 200
    assert '<label for="f-pm">' in response.content.decode()
    assert "about 10 to 20 % more than a product manager" in text_of(response)
    assert 'id="answer"' not in response.content.decode()


@pytest.mark.parametrize(
    ("query", "amount"),
    [
        ("pm=120000&cur=USD", "$132,000-144,000"),
        ("pm=$120,000", "$132,000-144,000"),
        ("pm=120k&cur=USD", "$132,000-144,000"),
        ("pm=30+lakh", "₹33-36 lakh"),
        ("pm=30,00,000&cur=INR", "₹33-36 lakh"),
        ("pm=1.2+crore", "₹1.32-1.44 crore"),
    ],
)
def test_the_rule_is_applied_to_the_given_pay(client: Client, query: str, amount: str) -> None:
    response = client.get(f"/salaries/premium/?{query}")

    assert response.status_code == 200
    assert f"{amount} a year for a TPM at the same level, reported" in text_of(response)


def test_the_result_carries_kind_source_sample_and_year(client: Client) -> None:
    answer = text_of(client.get("/salaries/premium/?pm=30+lakh")).partition("₹33-36 lakh")[2]

    basis = answer.partition("What is claimed")[0]
    for words in ("Reported", "sample not stated", "undated", "Diving Deep"):
        assert words in basis


def test_the_example_of_the_source_is_checked(client: Client) -> None:
    response = client.get("/salaries/premium/?pm=120000&cur=USD")

    example = text_of(response).partition("The source's own example, checked")[2]
    assert "a PM on $120,000 against a TPM on $130,000-150,000 a year" in example
    assert "That is 8.3 to 25 % more, not 10 to 20 %." in example
    assert "By the rule, $120,000 would give $132,000-144,000." in example
    assert 'href="/data/contradictions/#premium-against-example"' in response.content.decode()


def test_the_facts_of_the_inventory_are_on_the_page(client: Client) -> None:
    page = client.get("/salaries/premium/").content.decode()

    assert 'data-inventory="X-03"' in page
    assert 'data-inventory="SF-08"' in page


def test_other_data_are_listed_and_none_is_the_guide_s_own(client: Client) -> None:
    response = client.get("/salaries/premium/")

    others = text_of(response).partition("What the data say")[2]
    assert [factor.value for factor in response.context["premiums"]] == ["1.012", "1.037", "1.150"]
    for words in ("Modelled", "n = 594 employers", "n = 3,836 filings", "2025", "US visa filings"):
        assert words in others
    assert "None is this guide's own number" in others


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("pm=120000&cur=EUR", ["“EUR” is not known", "INR, USD"]),
        ("pm=120000&cur=usd", ["“usd” is not known", "INR, USD"]),
        ("pm=120000&cur=USD&cur=INR", ["Give one value, not 2: INR, USD."]),
        ("pm=30", ["“30” is too little", "Lakh or rupees?"]),
        ("pm=120&cur=USD", ["Thousands or dollars?", "$120,000"]),
        ("pm=10000&cur=USD", ["looks like a month's pay"]),
        ("pm=30+lakh&cur=USD", ["not in US dollars"]),
        ("pm=lots&cur=EUR", ["“lots” is not an amount", "“EUR” is not known"]),
        ("pm=lots", ["“lots” is not an amount"]),
        ("pm=30+lakh&pm=31+lakh", ["Give one amount, not 2."]),
    ],
)
def test_what_is_not_understood_is_named_and_the_form_is_kept(
    client: Client, query: str, words: list[str]
) -> None:
    response = client.get(f"/salaries/premium/?{query}")

    assert response.status_code == 400
    assert [word for word in words if word not in text_of(response)] == []
    typed = QueryDict(query).get("pm")
    assert f'value="{typed}"' in response.content.decode()
    assert 'id="answer"' not in response.content.decode()


def test_unknown_parameters_are_named_as_ignored(client: Client) -> None:
    response = client.get("/salaries/premium/?colour=red&pm=30+lakh")

    assert response.status_code == 200
    assert "no such parameter: colour" in text_of(response)


@pytest.mark.parametrize("query", ["pm=30+lakh", "pm=30", ""])
def test_no_cache_no_next_page_and_no_search_engine_learns_the_pay(
    client: Client, query: str
) -> None:
    response = client.get(f"/salaries/premium/?{query}")

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


def test_no_link_on_the_page_carries_the_pay(client: Client) -> None:
    page = client.get("/salaries/premium/?pm=3712345").content.decode()

    links = re.findall(r'(?:href|action|src)="([^"]*)"', page)
    assert [link for link in links if "3712345" in link or "pm=" in link] == []


def test_a_release_that_states_no_range_applies_nothing(client: Client) -> None:
    Factor.objects.premiums().filter(kind="reported").delete()

    response = client.get("/salaries/premium/?pm=30+lakh")

    assert response.status_code == 200
    assert "This data release states no premium as a range" in text_of(response)


def test_an_example_that_is_gone_is_not_checked() -> None:
    PayFigure.objects.filter(key="RB008").delete()

    context = page(QueryDict(), read(QueryDict()), Known())

    assert context["rule"].percent == "10 to 20 %"
    assert context["example"] is None


def test_a_site_without_a_release_still_shows_the_page(client: Client) -> None:
    DataRelease.objects.update(status="withdrawn")

    response = client.get("/salaries/premium/?pm=30+lakh")

    assert response.status_code == 200
    assert response.context["premiums"] == []


class AnyQueryString(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=60), st.text(max_size=20) | st.sampled_from(["INR", "USD"]))
    def test_never_breaks_the_page(self, pm: str, cur: str) -> None:
        response = self.client.get("/salaries/premium/", query_params={"pm": pm, "cur": cur})

        assert response.status_code in {200, 400}


@pytest.mark.parametrize("value", ["%00", "9" * 50_000, "%F0%9F%98%80" * 500])
@pytest.mark.parametrize("name", ["pm", "cur"])
def test_a_hostile_value_is_refused(client: Client, name: str, value: str) -> None:
    response = client.get(f"/salaries/premium/?{name}={value}")

    assert response.status_code == 400
    assert "\0" not in response.content.decode()


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/salaries/premium/").status_code == 405
