"""How often one address may ask; a cache that is down keeps nobody out."""

import pytest
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

PATH = "/api/v1/releases/"


@pytest.fixture(autouse=True)
def two_a_minute(no_limit: None, settings: Settings) -> None:
    del no_limit  # asked for so that this comes after it
    settings.API_RATE = "2/min"


def statuses(client: Client, times: int, **headers: str) -> list[int]:
    return [client.get(PATH, headers=headers).status_code for _ in range(times)]


def test_who_asks_too_often_is_told_when_to_come_again(client: Client) -> None:
    assert statuses(client, 2) == [200, 200]

    response = client.get(PATH)

    assert response.status_code == response.json()["status"] == 429
    assert response["Content-Type"] == "application/problem+json"
    assert 1 <= int(response["Retry-After"]) <= 60


def test_another_address_has_its_own_count(client: Client) -> None:
    statuses(client, 3)

    assert client.get(PATH, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_a_header_that_anybody_can_write_gives_no_new_count(client: Client) -> None:
    found = [statuses(client, 1, **{"x-forwarded-for": f"192.0.2.{at}"})[0] for at in range(3)]

    assert found == [200, 200, 429]


def test_behind_a_proxy_its_word_on_the_address_counts(client: Client, settings: Settings) -> None:
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": 1}

    found = [
        statuses(client, 1, **{"x-forwarded-for": f"x, 192.0.2.{at}"})[0] for at in (1, 1, 1, 2)
    ]

    assert found == [200, 200, 429, 200]


def test_pages_are_not_counted(client: Client) -> None:
    statuses(client, 3)

    assert client.get("/salaries/").status_code == 200


@pytest.mark.parametrize("rate", ["", "1000/min"])
def test_the_rate_is_a_setting(client: Client, settings: Settings, rate: str) -> None:
    settings.API_RATE = rate

    assert statuses(client, 4) == [200] * 4


def test_while_the_cache_is_down_everybody_may_ask(
    client: Client, settings: Settings, free_port: int
) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": f"redis://127.0.0.1:{free_port}/0",
            "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 0.25},
        }
    }

    assert statuses(client, 4) == [200] * 4
