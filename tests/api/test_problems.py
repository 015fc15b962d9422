"""What goes wrong is said in one shape: RFC 9457, with the fields at fault."""

from typing import Any

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from tpmguide.api import problems, salaries

pytestmark = pytest.mark.django_db


def problem(response: Any, status: int) -> dict[str, Any]:
    """Return the problem of an answer, once it is known to be one."""
    found: dict[str, Any] = response.json()
    assert response.status_code == found["status"] == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert found["type"] == "about:blank"
    assert found["title"]
    assert found["detail"]
    return found


@pytest.mark.parametrize(
    ("query", "field", "words", "choices"),
    [
        ("level=wizard", "level", "“wizard”", ["entry", "mid", "senior", "lead"]),
        ("size=huge", "size", "“huge”", ["small", "medium", "large"]),
        ("release=2025-01", "release", "“2025-01”", ["2026-11"]),
        ("sort=low&sort=high", "sort", "Give one value", None),
        ("page=two", "page", "whole number from 1 to 999", []),
        ("page=2", "page", "there is only one page", []),
        ("city=pune&country=united-states", "city", "Pune: not in the United States", None),
        ("city=%00", "city", "is not known here", None),
    ],
)
def test_a_query_that_is_not_understood_is_refused_by_field(
    client: Client, query: str, field: str, words: str, choices: list[str] | None
) -> None:
    (error,) = problem(client.get(f"/api/v1/salaries/?{query}"), 400)["errors"]

    assert error["field"] == field
    assert words in error["message"]
    assert choices is None or error["choices"] == choices


def test_every_field_at_fault_is_named(client: Client) -> None:
    found = problem(client.get("/api/v1/salaries/?level=wizard&size=huge&page=0"), 400)

    assert [error["field"] for error in found["errors"]] == ["level", "size", "page"]


def test_the_message_is_the_one_of_the_page(client: Client) -> None:
    (refusal,) = client.get("/salaries/?level=wizard").context["refusals"]
    (error,) = problem(client.get("/api/v1/salaries/?level=wizard"), 400)["errors"]

    assert error["message"] == refusal.message


@pytest.mark.parametrize("path", ["v2/salaries/", "v0/roles/", "wizard/releases/", "V1/schema/"])
def test_an_unknown_version_is_answered_with_those_that_exist(client: Client, path: str) -> None:
    found = problem(client.get(f"/api/{path}"), 404)

    assert found["detail"] == "The versions of the API are: v1."


@pytest.mark.parametrize("path", ["v1/", "v1/wizards/", "v1/salaries/senior/", "%00/", "x"])
def test_an_address_of_nothing_says_where_there_is_something(client: Client, path: str) -> None:
    found = problem(client.get(f"/api/{path}"), 404)

    assert "v1" in found["detail"]
    assert "/api/" in found["detail"]


def test_elsewhere_an_address_of_nothing_is_a_page(client: Client) -> None:
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("roles/technical-produkt-manager/", "technical-product-manager"),
        ("releases/2026-12/", "2026-11"),
    ],
)
def test_a_name_of_nothing_is_answered_with_those_that_are_near(
    client: Client, path: str, near: str
) -> None:
    (error,) = problem(client.get(f"/api/v1/{path}"), 404)["errors"]

    assert error["field"] == "slug"
    assert error["choices"][0] == near


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_only_reading_is_allowed(client: Client, method: str) -> None:
    response = getattr(client, method)("/api/v1/salaries/")

    problem(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("media", ["*/*", "application/json", "text/html", "nonsense", ""])
def test_whatever_is_asked_for_the_answer_is_json(client: Client, media: str) -> None:
    response = client.get("/api/v1/roles/", headers={"accept": media})

    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    problem(client.get("/api/v1/roles/wizard/", headers={"accept": media}), 404)


def test_a_failure_of_the_site_is_said_in_the_same_shape(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("a secret of the site")

    monkeypatch.setattr(salaries, "answered", fail)
    client.raise_request_exception = False

    response = client.get("/api/v1/salaries/")

    problem(response, 500)
    assert "secret" not in response.content.decode()


def test_too_many_parameters_are_refused_in_the_same_shape(
    client: Client, settings: Settings
) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10

    problem(client.get("/api/v1/salaries/?" + "&".join("a=1" for _ in range(11))), 400)


def test_a_host_that_is_not_the_site_is_refused_in_the_same_shape(client: Client) -> None:
    problem(client.get("/api/v1/salaries/", headers={"host": "elsewhere.example"}), 400)


def test_elsewhere_django_answers_with_pages() -> None:
    request = RequestFactory().get("/salaries/")

    assert problems.server_error(request)["Content-Type"].startswith("text/html")
    assert problems.bad_request(request, ValueError())["Content-Type"].startswith("text/html")
