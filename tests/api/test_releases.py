"""The data releases as programs read them: those that are published, and what they hold."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from salaries.models import DataRelease, Factor, PayFigure
from salaries.releases.contents import checksum, seal

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def test_a_release_says_what_it_stands_for_and_holds(client: Client) -> None:
    seal(["2026-11"])

    found = client.get("/api/v1/releases/").json()

    assert (found["count"], found["ignored"]) == (1, [])
    (release,) = found["releases"]
    assert release == {
        "slug": "2026-11",
        "as_of": "2026-11-21",
        "is_current": True,
        "notes": DataRelease.objects.get().notes,
        "sha256": checksum(DataRelease.objects.get()),
        "counts": {
            "reported": PayFigure.objects.filter(kind="reported").count(),
            "observed": PayFigure.objects.filter(kind="observed").count(),
            "factors": Factor.objects.count(),
            "observations": 0,
        },
        "url": f"{SITE}/api/v1/releases/2026-11/",
        "salaries": f"{SITE}/api/v1/salaries/?release=2026-11",
        "page": f"{SITE}/data/releases/2026-11/",
    }
    assert client.get(release["url"]).json() == {"ignored": [], "release": release}
    assert client.get(release["page"]).status_code == 200
    assert client.get(release["salaries"]).json()["release"] == "2026-11"


def test_the_newest_comes_first_and_is_the_current_one(client: Client) -> None:
    DataRelease.objects.create(slug="2027-05", as_of=date(2027, 5, 1), status="published")

    found = client.get("/api/v1/releases/").json()["releases"]

    assert [(release["slug"], release["is_current"]) for release in found] == [
        ("2027-05", True),
        ("2026-11", False),
    ]
    assert found[0]["counts"] == {
        "reported": 0,
        "observed": 0,
        "factors": 0,
        "observations": 0,
    }


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_what_is_published_is_there(client: Client, status: str) -> None:
    DataRelease.objects.create(slug="2027-05", as_of=date(2027, 5, 1), status=status)

    assert client.get("/api/v1/releases/").json()["count"] == 1
    assert client.get("/api/v1/releases/2027-05/").status_code == 404


def test_before_the_first_release_there_is_none_and_no_figure(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    found = client.get("/api/v1/salaries/").json()

    assert client.get("/api/v1/releases/").json()["releases"] == []
    assert (found["release"], found["as_of"], found["rows"]) == (None, None, [])


def test_unknown_parameters_are_named(client: Client) -> None:
    assert client.get("/api/v1/releases/?colour=red").json()["ignored"] == ["colour"]
    assert client.get("/api/v1/releases/2026-11/?colour=red").json()["ignored"] == ["colour"]


def test_what_a_release_holds_is_counted_once(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    DataRelease.objects.create(slug="2027-05", as_of=date(2027, 5, 1), status="published")
    seal(["2026-11", "2027-05"])
    client.get("/api/v1/releases/")

    with django_assert_num_queries(1):
        client.get("/api/v1/releases/")
