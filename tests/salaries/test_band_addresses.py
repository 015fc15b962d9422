"""The addresses of a pay band: what they keep, what they leave out, and where they are found."""

import re
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from tests.explorer.test_permalinks import publish_newer
from tests.salaries.test_band import PATH, PUNE, text_of

pytestmark = pytest.mark.django_db

# A figure of India, which no choice in the United States has.
STALE = "level=senior&city=seattle&anchor=reported.not-stated.ipl-guide-2024"


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


def test_a_figure_of_another_choice_is_left_out_and_the_page_says_so(client: Client) -> None:
    page = client.get(f"{PATH}?{STALE}")
    without = client.get(f"{PATH}?level=senior&city=seattle")

    said = "The figure that was chosen for the midpoint is none of this choice."
    assert (page.status_code, said in text_of(page)) == (HTTPStatus.OK, True)
    assert said not in text_of(without)
    assert page.context["built"] == without.context["built"]
    for link in ("permalink", "csv_url", "explorer_url"):
        assert page.context[link] == without.context[link]
    assert "ipl-guide-2024" not in page.text.partition("<form")[2].partition("</form>")[0]


def test_the_file_says_of_a_figure_of_another_choice_that_it_is_left_out(client: Client) -> None:
    file = client.get(f"/salaries/band.csv?{STALE}")

    assert file.status_code == HTTPStatus.OK
    assert "# midpoint,The figure that was chosen for the midpoint is none of this" in file.text
    assert "anchor=" not in file.text
