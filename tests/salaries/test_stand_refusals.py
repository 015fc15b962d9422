"""What is no pay, or no place, is refused: the field is named, and what would be right."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

pytestmark = pytest.mark.django_db


def text_of(response: Any) -> str:
    """Return the words of the page, each run of white space as one space."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(words).split())


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("level=senior&pay=26", ["“26” is too little", "Lakh or rupees?"]),
        ("level=senior&pay=2600", ["Lakh or rupees?"]),
        ("level=senior&pay=216667", ["looks like a month's pay"]),
        ("city=seattle&pay=27+lakh", ["not in US dollars"]),
        ("pay=27+lakh&pay=28+lakh", ["Give one amount, not 2."]),
        ("pay=27+lakh&pay_kind=gross", ["“gross” is not known", "base, total"]),
        ("level=wizard&pay=27+lakh", ["“wizard” is not known", "entry, mid, senior, lead"]),
        ("level=mid&level=senior&pay=27+lakh", ["Give one value, not 2: mid, senior."]),
        ("city=pune&city=seattle&pay=27+lakh", ["Give one value, not 2: pune, seattle."]),
        ("country=india&country=united-states", ["Give one value, not 2: india, united-states."]),
        ("city=pune&country=united-states", ["Pune: not in the United States"]),
        ("release=1999-01&pay=27+lakh", ["Data release: “1999-01”", "2026-11"]),
    ],
)
def test_what_is_not_understood_is_named_with_what_would_be_right(
    client: Client, query: str, words: list[str]
) -> None:
    page = client.get(f"/salaries/stand/?{query}")

    assert page.status_code == 400
    assert [word for word in words if word not in text_of(page)] == []
    assert "of the way through" not in text_of(page)


def told(page: Any) -> dict[str, str]:
    """Return what is said beside each field that is refused."""
    said = re.findall(r'<p class="error" id="refused-(\w+)">(.*?)</p>', page.text)
    return {name: html.unescape(text) for name, text in said}


def test_all_that_is_wrong_is_told_at_once_each_beside_its_field(client: Client) -> None:
    page = client.get("/salaries/stand/?level=wizard&city=oz&pay=abc&pay_kind=gross&role=pm")

    assert list(told(page)) == ["pay", "pay_kind", "level", "city", "role"]
    for name in told(page):
        assert f'href="#f-{name}"' in page.text
        assert re.search(rf'id="f-{name}"[^>]*aria-describedby="refused-{name}', page.text)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("level=wizard&pay=26", "“26” is too little for a year's pay. Lakh or rupees?"),
        ("level=wizard&city=seattle&pay=27+lakh", "“27 lakh” is not in US dollars"),
        ("level=wizard&city=seattle&pay=130000", ""),
        # Without a place an amount is read in the currency that it names, if any.
        ("city=oz&pay=26", ""),
        ("city=oz&pay=27+lakh", ""),
        ("city=oz&pay=1+lakh", "“1 lakh” looks like a month's pay."),
        ("country=oz&pay=$12", "“$12” is too little for a year's pay. Thousands or dollars?"),
        ("city=oz&pay=27+lakh&pay=28+lakh", "Give one amount, not 2."),
        ("city=pune&country=united-states&pay=abc", "“abc” is not an amount."),
    ],
)
def test_a_pay_beside_a_place_that_is_refused_is_judged_as_far_as_it_can_be(
    client: Client, query: str, said: str
) -> None:
    page = client.get(f"/salaries/stand/?{query}")

    assert page.status_code == 400
    assert told(page).get("pay", "").startswith(said)
    assert ("pay" in told(page)) == bool(said)


def test_a_form_that_is_refused_keeps_what_was_typed(client: Client) -> None:
    page = client.get("/salaries/stand/?level=senior&city=pune&pay=%22%3E26").content.decode()

    assert 'value="&quot;&gt;26"' in page
    assert re.search(r'value="senior"\s+selected', page)
    assert re.search(r'value="pune"\s+selected', page)
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(("release", "times"), [("1999-01", 0), ("2026-11", 1)])
def test_a_release_that_is_refused_is_not_sent_again(
    client: Client, release: str, times: int
) -> None:
    page = client.get(f"/salaries/stand/?level=senior&pay=26&release={release}")

    assert page.status_code == 400
    assert page.text.count('name="release"') == times


def test_unknown_parameters_are_named_as_ignored(client: Client) -> None:
    page = client.get("/salaries/stand/?colour=red&sort=low&pay=27+lakh")

    assert page.status_code == 200
    assert "no such parameter: colour, sort" in text_of(page)


class AnyQueryString(TestCase):
    @settings(max_examples=100, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from(["pay", "pay_kind", "level", "city", "country", "release", "x"]),
            st.lists(
                st.text(max_size=30) | st.sampled_from(["27 lakh", "$130,000", "pune", "base"]),
                max_size=2,
            ),
        )
    )
    def test_never_breaks_the_page(self, values: dict[str, list[str]]) -> None:
        response = self.client.get("/salaries/stand/", query_params=values)

        assert response.status_code in {200, 302, 400}


@pytest.mark.parametrize("value", ["%00", "26%00lakh", "9" * 50_000, "%F0%9F%98%80" * 500])
@pytest.mark.parametrize("name", ["pay", "pay_kind", "release", "city"])
def test_a_hostile_value_is_refused(client: Client, name: str, value: str) -> None:
    response = client.get(f"/salaries/stand/?{name}={value}")

    assert response.status_code == 400
    assert "\0" not in response.content.decode()
    assert len(response.content) < 60_000


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/salaries/stand/").status_code == 405
