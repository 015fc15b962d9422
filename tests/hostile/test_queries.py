"""Whatever is asked of a release with many rows: an answer or a refusal, and nobody found."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.hostile.queries import API, Words, requests
from tests.hostile.revealed import Revealed
from tests.observed import synthetic

pytestmark = pytest.mark.django_db

ROWS, REQUESTS, PARTS = 20_000, 1_500, 6


@pytest.fixture
def release(tmp_path: Path, settings: Settings) -> None:
    settings.SNAPSHOTS = tmp_path
    settings.API_RATE = ""
    synthetic.publish(ROWS)


@pytest.mark.usefixtures("release")
@pytest.mark.parametrize("part", range(PARTS))
def test_is_answered_or_refused_and_reveals_nobody(client: Client, part: int) -> None:
    revealed, statuses = Revealed(), dict.fromkeys((200, 302, 400), 0)

    for address in requests(REQUESTS // PARTS, words=Words.of_the_site(), seed=part):
        response = client.get(address)
        assert response.status_code in statuses, address
        statuses[response.status_code] += 1
        if address.startswith(API) and response.status_code == 200:
            revealed.read(response.json())

    assert min(statuses[200], statuses[400]) > 0
    assert len(revealed.samples) > 50
    assert revealed.faults == []
    assert revealed.small_differences() == []


@pytest.mark.parametrize(
    ("samples", "small"),
    [
        ({("", ""): 12, ("pune", ""): 9}, 2),
        ({("", ""): 12, ("pune", ""): 7}, 0),
        ({("", ""): 22, ("pune", ""): 9, ("delhi-ncr", ""): 10}, 1),
        ({("", ""): 22, ("pune", ""): 9, ("", "small"): 10}, 0),
        ({("pune", ""): 12, ("pune", "small"): 9}, 2),
        ({("", ""): 12, ("pune", "small"): 9}, 1),
    ],
)
def test_a_difference_that_is_too_small_is_noticed(
    samples: dict[tuple[str, str], int], small: int
) -> None:
    revealed = Revealed()
    revealed.samples = {("same", *narrow, ""): n for narrow, n in samples.items()}

    assert len(revealed.small_differences()) == small
