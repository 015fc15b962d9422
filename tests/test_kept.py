"""Parts of pages are made once, for nothing but what they are given and what the database says."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from django.test.utils import override_script_prefix
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from roles.choices import Section
from roles.models import Statement
from salaries.environ import STATE
from salaries.known import Known, known
from salaries.models import DataRelease, Factor

pytestmark = pytest.mark.django_db

MARKED = re.compile(r'href="([^"#?]*)"\s+aria-current="page"')


@pytest.fixture
def state() -> dict[str, Any]:
    return a_state()


def a_state() -> dict[str, Any]:
    """Return a state of the database that no other test has seen, as a request says it."""
    return {STATE: str(uuid4())}


def what_moves_pay(client: Client, path: str, **said: Any) -> str:
    return client.get(path, **said).text.partition('id="factors"')[2].partition("<footer")[0]


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_a_claim_that_was_edited_is_said_anew(
    client: Client, state: dict[str, Any], prefix: str
) -> None:
    before = what_moves_pay(client, f"{prefix}/salaries/", **state)
    claim = Statement.objects.of_section(Section.PAY_FACTORS)[0]
    claim.text = "Said otherwise since."
    claim.save()

    assert what_moves_pay(client, f"{prefix}/salaries/?level=mid", **state) == before
    after = what_moves_pay(client, f"{prefix}/salaries/?level=mid", **a_state())
    assert "Said otherwise since." not in before
    assert "Said otherwise since." in after


def test_a_ratio_that_was_edited_is_said_anew(client: Client, state: dict[str, Any]) -> None:
    before = what_moves_pay(client, "/salaries/", **state)
    Factor.objects.premiums().update(label="Compared anew")

    assert what_moves_pay(client, "/salaries/?level=mid", **state) == before
    assert "Compared anew" not in before
    assert "Compared anew" in what_moves_pay(client, "/salaries/?level=mid", **a_state())


def test_each_release_has_its_own_ratios(client: Client, state: dict[str, Any]) -> None:
    DataRelease.objects.create(slug="2027-05", as_of="2027-05-01", status="published")

    newest = what_moves_pay(client, "/salaries/", **state)
    older = what_moves_pay(client, "/salaries/?release=2026-11", **state)

    assert "1.150" not in newest
    assert "1.150" in older


def test_each_country_has_its_own_order_and_each_language_its_own_words(
    client: Client, state: dict[str, Any]
) -> None:
    paths = ("/salaries/", "/salaries/?country=united-states", "/hi/salaries/")

    kept = [what_moves_pay(client, path, **state) for path in paths]

    assert kept == [what_moves_pay(client, path) for path in paths]
    assert len(set(kept)) == len(paths)


def test_what_is_kept_is_made_without_the_database(
    client: Client, state: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/salaries/", **state)

    with django_assert_num_queries(0):
        client.get("/salaries/?level=mid", **state)


@pytest.mark.parametrize(
    "path",
    ["/salaries/", "/salaries/stand/", "/salaries/band/", "/roles/", "/hi/", "/privacy/"],
)
def test_each_page_is_marked_where_its_own_entry_is(
    client: Client, state: dict[str, Any], path: str
) -> None:
    client.get("/salaries/compare/", **state)
    client.get("/faq/", **state)

    kept = client.get(path, **state).text

    assert kept == client.get(path).text
    assert set(MARKED.findall(kept)) == {path}


def test_what_was_made_below_another_prefix_is_not_given(
    rf: RequestFactory, state: dict[str, Any]
) -> None:
    with override_script_prefix("/guide/"):
        below = known(rf.get("/", **state)).once("address", lambda: reverse("roles:faq"))

    address = known(rf.get("/", **state)).once("address", lambda: reverse("roles:faq"))

    assert (below, address) == ("/guide/faq/", "/faq/")


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salaries.known.MOST_MADE", 2)
    within = Known()

    made = [within.once(number, object) for number in (1, 1, 2, 3, 1)]

    assert made[0] is made[1]
    assert made[4] is not made[0]
    assert len({*made}) == 4
