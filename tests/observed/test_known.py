"""What is read for one request is kept for the next as long as nothing is committed."""

import gc
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from roles.models import Role, Source
from salaries.environ import STATE
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from tests.observed.conftest import Publish
from tests.salaries.adverts import PRODUCT_MANAGER, adverts
from tests.salaries.examples import explorer_of

pytestmark = pytest.mark.django_db

PATH = f"/salaries/?{PRODUCT_MANAGER}&level="
COUNTRIES = ("country=india", "country=united-states&kind=observed")
LARGE = range(150_000, 210_000, 5_000)
# What rests on the observations of a release, and so on its snapshot.
WITH_PAY = (
    "/",
    "/hi/",
    "/roles/technical-product-manager/",
    "/hi/roles/technical-product-manager/",
    "/roles/technical-product-manager/senior/",
    "/plan/?from=mid&to=senior",
    "/plan/plan.json?from=mid&to=senior",
    "/salaries/compare/?a=level:senior&b=level:lead",
    "/salaries/export.csv",
    "/salaries/figure.json",
    "/salaries/card.svg",
    "/data/method/",
    "/data/contradictions/",
    "/data/quality/",
    "/api/",
    "/api/v1/salaries/",
    "/api/v1/schema/",
)


@pytest.fixture
def state() -> dict[str, Any]:
    return a_state()


def a_state() -> dict[str, Any]:
    """Return a state of the database that no other test has seen, as a request says it."""
    return {STATE: str(uuid4())}


def test_in_the_same_state_an_answer_is_made_without_the_database(
    client: Client, state: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(f"/api/v1{PATH}mid", **state).json()

    with django_assert_num_queries(0):
        second = client.get(f"/api/v1{PATH}senior", **state).json()

    assert second == client.get(f"/api/v1{PATH}senior").json() != first


def test_in_another_state_everything_is_read_anew(client: Client, state: dict[str, Any]) -> None:
    before = client.get(f"{PATH}mid", **state).context["heading"]
    Role.objects.filter(slug="product-manager").update(name="Manager of products")

    assert client.get(f"{PATH}mid", **state).context["heading"] == before
    assert "Manager of products" in client.get(f"{PATH}mid", **a_state()).context["heading"]


def test_in_another_state_garbage_is_looked_for_everywhere(
    client: Client, state: dict[str, Any]
) -> None:
    client.get(f"{PATH}mid", **state)
    gc.freeze()
    client.get(f"/hi{PATH}mid", **state)
    out_of_sight = gc.get_freeze_count()

    client.get(f"{PATH}mid", **a_state())

    assert out_of_sight > 0
    assert gc.get_freeze_count() == 0


def test_a_request_that_says_no_state_reads_everything(client: Client) -> None:
    before = client.get(f"{PATH}mid").context["heading"]
    Role.objects.filter(slug="product-manager").update(name="Manager of products")

    assert client.get(f"{PATH}mid").context["heading"] != before


def test_all_slices_of_a_release_share_what_is_kept_of_its_observations(publish: Publish) -> None:
    publish(*adverts(LARGE))
    known = Known()

    observed = [Explorer(QueryDict(country), known).ledger.observed for country in COUNTRIES]

    assert observed[0] is not None
    assert observed[0] is observed[1]


def test_what_is_kept_in_one_language_is_not_given_in_another(
    client: Client, publish: Publish, state: dict[str, Any]
) -> None:
    publish(*adverts(LARGE))
    addresses = [f"{PATH}senior", f"/hi{PATH}senior"]

    kept = [client.get(address, **state).context for address in addresses]

    for context, prefix in zip(kept, ("/data/", "/hi/data/"), strict=True):
        urls = [source.url for row in context["answer"].rows for source in row.sources]
        assert urls
        assert all(url.startswith(prefix) for url in urls)


@pytest.mark.parametrize("path", WITH_PAY)
def test_no_page_is_kept_that_lacks_a_snapshot(
    client: Client, publish: Publish, state: dict[str, Any], path: str
) -> None:
    publish(*adverts(LARGE))

    with patch("salaries.known.snapshot_of", return_value=None):
        without = client.get(path, **state)
    whole = client.get(path, **state)

    assert (without.status_code, whole.status_code) == (200, 200)
    assert "no-store" in without["Cache-Control"]
    assert "no-store" not in whole.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/", 0),
        ("/roles/technical-product-manager/", 16),
        ("/roles/technical-product-manager/senior/", 5),
        ("/salaries/premium/", 6),
        ("/data/method/", 7),
        ("/api/v1/schema/", 0),
    ],
)
def test_a_page_with_pay_among_other_things_reads_only_those_anew(
    client: Client,
    state: dict[str, Any],
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    queries: int,
) -> None:
    client.get(path, **state)

    with django_assert_num_queries(queries):
        client.get(path, **state)


@pytest.mark.parametrize("folder", ["", "/api/v1"])
def test_what_is_said_without_a_snapshot_is_not_kept(
    client: Client, publish: Publish, state: dict[str, Any], folder: str
) -> None:
    publish(*adverts(LARGE))

    with patch("salaries.known.snapshot_of", return_value=None):
        without = client.get(f"{folder}{PATH}senior", **state)
    whole = client.get(f"{folder}{PATH}senior", **state)

    assert "no-store" in without["Cache-Control"]
    assert "no-store" not in whole.get("Cache-Control", "")
    assert ("12 adverts" in without.text, "12 adverts" in whole.text) == (False, True)


def test_a_source_that_was_renamed_is_said_anew_in_the_file(
    client: Client, state: dict[str, Any]
) -> None:
    path = f"{PATH}mid".replace("/salaries/", "/salaries/export.csv")
    before = client.get(path, **state).text
    Source.objects.update(attribution="Somebody else")

    assert client.get(path, **state).text == before
    assert "Somebody else" in client.get(path, **a_state()).text


def test_more_slices_than_are_kept_are_answered_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salaries.known.MOST_LEDGERS", 2)
    known = Known()
    queries = [f"{country}{place}" for country in COUNTRIES for place in ("", "&size=large")]

    kept = [Explorer(QueryDict(query), known).answer for query in queries * 2]

    assert kept == [explorer_of(query).answer for query in queries * 2]
    assert len({answer.rows for answer in kept}) >= 3
