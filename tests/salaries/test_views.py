import csv

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

pytestmark = pytest.mark.django_db

BAD = ("level=wizard", "page=7", "city=%00", "city=" + "x" * 10_000, "page=" + "9" * 5_000)


def test_the_first_view_explains_itself(client: Client) -> None:
    page = client.get("/salaries/").content.decode()

    assert "Technical Product Managers in India, according to IPL guide (2024): 4 bands" in page
    bands, _, over_all_levels = page.partition('id="claims"')
    assert bands.count('class="band-row"') == 4
    assert over_all_levels.count('class="band-row"') == 3
    for amount in ("₹10-15 lakh", "₹15-22 lakh", "₹22-30 lakh", "₹30-50 lakh and more"):
        assert amount in page


def test_the_heading_names_every_filter(client: Client) -> None:
    page = client.get("/salaries/?level=senior&city=bengaluru&size=large").content.decode()

    assert "<h1>Senior Technical Product Manager pay in Bengaluru, large companies</h1>" in page
    assert "release 2026-11" in page.partition("</title>")[0]


@pytest.mark.parametrize("query", BAD)
@pytest.mark.parametrize("path", ["/salaries/", "/salaries/export.csv", "/salaries/figure.json"])
def test_a_query_that_is_not_understood_is_refused_everywhere(
    client: Client, path: str, query: str
) -> None:
    response = client.get(f"{path}?{query}")

    assert response.status_code == 400
    assert "lakh" not in response.content.decode()


def test_a_refusal_names_the_field_and_the_choices(client: Client) -> None:
    page = client.get("/salaries/?level=wizard").content.decode()
    data = client.get("/salaries/figure.json?level=wizard").json()

    assert "entry, mid, senior, lead" in page
    (error,) = data["errors"]
    assert error["field"] == "level"
    assert error["choices"] == ["entry", "mid", "senior", "lead"]


@pytest.mark.parametrize(
    ("query", "left_out", "url"),
    [
        ("level=mid&city=atlantis", "city", "/salaries/?level=mid"),
        ("level=wizard&city=atlantis&size=large", "level, city", "/salaries/?size=large"),
        ("level=wizard&size=large&page=2", "level, page", "/salaries/?size=large"),
        (
            "city=pune&country=united-states&view=trend&currency=USD&level=mid",
            "city, currency",
            "/salaries/?level=mid&country=united-states&view=trend",
        ),
        (
            "view=trend&currency=USD&basis=ppp",
            "currency, basis of amounts",
            "/salaries/?view=trend",
        ),
        (
            "level=mid&country=india&page=9&city=pune&city=nowhere",
            "city, page",
            "/salaries/?level=mid",
        ),
    ],
)
def test_what_a_refusal_offers_is_answered(
    client: Client, query: str, left_out: str, url: str
) -> None:
    page = client.get(f"/salaries/?{query}")

    assert f"The same without: {left_out}</a>" in page.text
    assert page.context["rest_url"] == url
    assert client.get(url).status_code == 200


def test_a_chart_and_the_api_refuse_in_the_same_words(client: Client) -> None:
    query = "level=wizard&industry=fintech&page=two&release=1999-01"

    errors = client.get(f"/salaries/figure.json?{query}").json()["errors"]

    assert errors == client.get(f"/api/v1/salaries/?{query}").json()["errors"]


def test_an_unknown_parameter_is_named_and_the_rest_is_answered(client: Client) -> None:
    response = client.get("/salaries/?colour=red&level=senior")

    assert response.status_code == 200
    assert "no such parameter: colour" in response.content.decode()
    assert len(response.context["answer"].rows) == 1


@pytest.mark.parametrize("path", ["/salaries/", "/salaries/export.csv", "/salaries/figure.json"])
def test_another_name_of_a_city_is_redirected(client: Client, path: str) -> None:
    response = client.get(f"{path}?city=bangalore&level=mid")

    assert response.status_code == 302
    assert response["Location"] == f"{path}?city=bengaluru&level=mid"


def test_several_levels_are_shown_together(client: Client) -> None:
    rows = client.get("/salaries/?level=senior&level=mid").context["answer"].rows

    assert [row.level for row in rows] == ["mid", "senior"]


def test_the_canonical_address_does_not_depend_on_the_order(client: Client) -> None:
    one = client.get("/salaries/?size=large&level=senior&country=india").content.decode()
    other = client.get("/salaries/?level=senior&size=large").content.decode()

    link = 'href="http://testserver/salaries/?level=senior&amp;size=large"'
    assert link in one
    assert link in other


def test_chips_remove_one_filter_and_keep_the_others(client: Client) -> None:
    chips = client.get("/salaries/?level=senior&city=pune").context["chips"]

    assert [(chip.label, chip.url) for chip in chips] == [
        ("Senior", "/salaries/?city=pune"),
        ("Pune", "/salaries/?level=senior"),
    ]


def test_pages_and_sort_links_keep_every_filter(client: Client) -> None:
    query = "&".join(f"city={city}" for city in ("pune", "mumbai", "chennai", "hyderabad"))
    page = client.get(f"/salaries/?{query}&size=small&size=large")

    assert [link.number for link in page.context["pages"]] == [1, 2]
    assert page.context["pages"][1].url.endswith("size=small&size=large&page=2")
    assert "city=mumbai" in page.context["sort_links"]["low"].url
    assert len(page.context["answer"].page_rows) == 24


def test_a_page_beyond_the_last_is_refused(client: Client) -> None:
    response = client.get("/salaries/?page=2")

    assert response.status_code == 400
    assert "there is only one page" in response.content.decode()


def test_a_file_says_what_it_is_and_where_it_ends(client: Client) -> None:
    response = client.get("/salaries/export.csv?level=senior")

    lines = list(csv.reader(response.content.decode().splitlines()))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0] == ["# tpmguide", "Senior Technical Product Manager pay in India"]
    assert lines[1] == ["# query", "http://testserver/salaries/?level=senior"]
    assert lines[2] == ["# data release", "2026-11"]
    assert lines[5] == ["# rows", "1"]
    assert lines[-1] == ["# end of file", "1"]


def test_the_file_holds_the_figures_over_all_levels_after_the_rows(client: Client) -> None:
    page = client.get("/salaries/").context["answer"]

    lines = list(csv.reader(client.get("/salaries/export.csv").text.splitlines()))

    levels = [line[lines[6].index("level")] for line in lines[7:-1]]
    assert page.claims
    assert levels == [*(row.level.value for row in page.rows), *[""] * len(page.claims)]
    assert lines[5] == ["# rows", str(len(levels))]
    assert lines[-1] == ["# end of file", str(len(levels))]


def test_the_file_names_a_parameter_that_is_not_understood(client: Client) -> None:
    lines = list(
        csv.reader(client.get("/salaries/export.csv?level=senior&colour=red").text.splitlines())
    )

    assert lines[3] == ["# ignored", "no such parameter: colour"]


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/salaries/").status_code == 405


class AnyQueryString(TestCase):
    @settings(max_examples=100, deadline=None)
    @given(st.text(max_size=80))
    def test_never_breaks_the_page(self, text: str) -> None:
        response = self.client.get("/salaries/", query_params={"city": text, text: "1"})

        assert response.status_code in {200, 302, 400}
