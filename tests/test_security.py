"""The admin's door: who guesses passwords is soon locked out."""

from http import HTTPStatus
from secrets import token_hex
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

PASSWORD = token_hex()


@pytest.fixture(autouse=True)
def editor() -> User:
    return User.objects.create_superuser("editor", password=PASSWORD)


def log_in(client: Client, password: str, *, claimed_address: str = "203.0.113.1") -> Any:
    return client.post(
        "/admin/login/",
        {"username": "editor", "password": password},
        headers={"X-Forwarded-For": claimed_address},
    )


def test_the_fifth_wrong_password_is_refused_wherever_it_claims_to_come_from(
    client: Client,
) -> None:
    answers = [
        log_in(client, "a guess", claimed_address=f"203.0.113.{number}").status_code
        for number in range(5)
    ]

    assert answers == [HTTPStatus.OK] * 4 + [HTTPStatus.TOO_MANY_REQUESTS]


def test_who_is_locked_out_does_not_get_in_with_the_right_password(client: Client) -> None:
    for _ in range(5):
        log_in(client, "a guess")

    answer = log_in(client, PASSWORD, claimed_address="203.0.113.99")

    assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert client.get("/admin/").status_code == HTTPStatus.FOUND


def test_who_is_locked_out_is_told_for_how_long_on_a_page_that_leads_on(
    client: Client, settings: Settings
) -> None:
    for _ in range(4):
        log_in(client, "a guess")

    page = log_in(client, "a guess").text

    assert settings.AXES_COOLOFF_TIME == 1
    assert "For an hour this name is locked at your network address." in page
    assert '<a href="/roles/">the roles</a>' in page


def test_the_right_password_is_taken_after_four_wrong_ones(client: Client) -> None:
    for _ in range(4):
        log_in(client, "a guess")

    log_in(client, PASSWORD)

    assert client.get("/admin/").status_code == HTTPStatus.OK


def test_a_session_that_was_logged_out_is_no_longer_let_in(client: Client) -> None:
    log_in(client, PASSWORD)
    kept = client.cookies["sessionid"].value

    client.post("/admin/logout/")
    client.cookies["sessionid"] = kept

    assert client.get("/admin/").status_code == HTTPStatus.FOUND
