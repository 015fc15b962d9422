"""What goes along with an answer: who may read and keep it, and when it need not be sent again."""

import pytest
from django.test import Client

from roles.models import Role

pytestmark = pytest.mark.django_db

PATHS = (
    "/api/v1/salaries/?level=senior",
    "/api/v1/roles/",
    "/api/v1/roles/technical-product-manager/",
    "/api/v1/releases/",
    "/api/v1/releases/2026-11/",
    "/api/v1/schema/",
)
every_path = pytest.mark.parametrize("path", PATHS)


@every_path
def test_an_answer_is_json_for_everybody_without_a_cookie(client: Client, path: str) -> None:
    response = client.get(path, headers={"origin": "https://elsewhere.example"})

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Expose-Headers"] == "ETag, Retry-After"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@every_path
def test_what_has_not_changed_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)

    second = client.get(path, headers={"if-none-match": first["ETag"]})

    assert (second.status_code, second.content) == (304, b"")
    assert second["ETag"] == first["ETag"]
    assert second["Cache-Control"] == first["Cache-Control"]


def test_what_has_changed_is_sent(client: Client) -> None:
    first = client.get("/api/v1/roles/")
    Role.objects.filter(slug="product-manager").update(summary="Something else.")

    second = client.get("/api/v1/roles/", headers={"if-none-match": first["ETag"]})

    assert second.status_code == 200
    assert second["ETag"] != first["ETag"]


def test_the_order_of_parameters_does_not_change_the_answer(client: Client) -> None:
    one = client.get("/api/v1/salaries/?level=senior&size=large&country=india")
    other = client.get("/api/v1/salaries/?size=large&level=senior")

    assert one["ETag"] == other["ETag"]


@every_path
def test_head_says_what_get_says_without_the_body(client: Client, path: str) -> None:
    get, head = client.get(path), client.head(path)

    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == get["ETag"]


def test_a_browser_that_asks_before_asking_is_told_what_is_allowed(client: Client) -> None:
    response = client.options(
        "/api/v1/salaries/",
        headers={"origin": "https://elsewhere.example", "access-control-request-method": "GET"},
    )

    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    # What the page about the API tells a program to send.
    assert "if-none-match" in response["Access-Control-Allow-Headers"].split(", ")


def test_options_name_the_methods(client: Client) -> None:
    response = client.options("/api/v1/roles/")

    assert response.status_code == 200
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", ["/", "/salaries/", "/salaries/export.csv", "/admin/login/"])
def test_nothing_else_may_be_read_from_another_site(client: Client, path: str) -> None:
    response = client.get(path, headers={"origin": "https://elsewhere.example"})

    assert "Access-Control-Allow-Origin" not in response


def test_the_session_of_an_editor_changes_nothing(client: Client, admin_client: Client) -> None:
    path = "/api/v1/roles/"

    assert admin_client.get(path).content == client.get(path).content


@pytest.mark.parametrize(
    "accept",
    ["""*/*; a="x; b*=bogus''%41\"""", "application/json; indent=8", "application/*; q=0.1"],
)
def test_the_layout_of_an_answer_is_one_whatever_is_asked(client: Client, accept: str) -> None:
    plain = client.get("/api/v1/roles/")

    response = client.get("/api/v1/roles/", headers={"accept": accept})

    assert response.status_code == 200
    assert response.content == plain.content
