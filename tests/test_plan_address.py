"""The address of a plan holds it whole, survives renaming, and refuses what it cannot mean."""

from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from roles.models import Skill
from tests.admin_pages import address, save
from tests.hostile.input import HOSTILE, MANY
from tests.markup import section, text_of
from tests.plan_pages import PLAN, bands, link, marked

pytestmark = pytest.mark.django_db


def test_the_links_of_a_plan_give_the_same_plan_again(client: Client) -> None:
    first = text_of(client, PLAN)
    lasting = link(first, "Link to this plan</a>")
    label = 'Link to this plan with the pay of release <span class="unbroken">2026-11</span></a>'
    pinned = link(first, label)

    assert lasting == "/plan/?from=mid&to=senior&s.kt-01=3&s.kt-02=2&s.kt-06=0"
    assert pinned == "/plan/?from=mid&to=senior&release=2026-11&s.kt-01=3&s.kt-02=2&s.kt-06=0"
    for url in (lasting, pinned, PLAN):
        again = text_of(client, url)
        assert section(again, "gaps") == section(first, "gaps")
        assert section(again, "others") == section(first, "others")
        assert bands(again) == bands(first)


def test_three_marks_survive_the_renaming_of_a_skill_in_the_admin(admin_client: Client) -> None:
    lasting = link(text_of(admin_client, PLAN), "Link to this plan</a>")
    skill = Skill.objects.get(key="kt-02")
    marks = {"s.kt-01": "3", "s.kt-02": "2", "s.kt-06": "0"}
    assert marked(text_of(admin_client, lasting)) == marks

    save(
        admin_client,
        address(Skill, "change", skill.pk),
        title="Programming interfaces",
        slug="programming-interfaces",
    )

    page = text_of(admin_client, lasting)
    assert marked(page) == marks
    assert "Programming interfaces" in section(page, "gaps")
    assert "Left out" not in page


def test_a_visitor_who_came_by_slugs_is_told_of_the_lasting_link(client: Client) -> None:
    notice = "names a skill by a word that an editor may change"

    assert notice in text_of(client, PLAN)
    assert notice not in text_of(client, "/plan/?from=mid&s.kt-02=2")


def test_what_nobody_knows_is_named(client: Client) -> None:
    page = text_of(client, "/plan/?from=mid&s.wizard=2&colour=red")

    assert "Left out, because the guide has no such skill: s.wizard." in page
    assert "Ignored, because this page has no such parameter: colour." in page


@pytest.mark.parametrize(
    ("query", "field", "choice"),
    [
        ("from=boss", "from", "senior"),
        ("from=lead", "from", "senior"),
        ("from=mid&to=entry", "to", "lead"),
        ("role=product-manager", "role", "tpm"),
        ("s.apis=9", "s.apis", "4"),
        ("s.apis=1&s.apis=2", "s.apis", "1"),
        ("from=mid&release=1999-01", "release", "2026-11"),
    ],
)
def test_what_no_plan_answers_is_refused_on_page_and_file(
    client: Client, query: str, field: str, choice: str
) -> None:
    page = text_of(client, f"/plan/?{query}", status=HTTPStatus.BAD_REQUEST)
    answer = client.get(f"/plan/plan.json?{query}")

    assert f"<code>{field}</code>" in page
    assert f"<code>{choice}</code>" in page
    assert 'id="gaps"' not in page
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert answer.json()["errors"][0]["field"] == field


@settings(MANY, max_examples=30)
@given(
    name=st.sampled_from(["role", "from", "to", "release", "s.apis", "s.kt-02", "s."]) | HOSTILE,
    value=HOSTILE,
)
def test_no_query_breaks_the_page(client: Client, name: str, value: str) -> None:
    response = client.get("/plan/", {name: value})

    assert response.status_code in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}
    assert len(response.content) < 100_000


@pytest.mark.parametrize("url", ["/plan/", "/plan/plan.json"])
def test_a_plan_only_answers_reads(url: str) -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.head(url).status_code == HTTPStatus.OK
    assert client.post(url).status_code == HTTPStatus.METHOD_NOT_ALLOWED
