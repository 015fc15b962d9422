"""The pages of releases below /hi/ mark what is English, and only that."""

import pytest
from django.test import Client
from django.utils import translation

from salaries.choices import ReleaseStatus
from salaries.models import DataRelease, PayFigure
from salaries.observations.columns import TEMPLATE
from salaries.releases.links import with_status
from tests.i18n.reading import DEVANAGARI, Texts
from tests.releases.making import draft, published

pytestmark = pytest.mark.django_db


def texts(client: Client, path: str) -> dict[str, list[str]]:
    """Return the texts of a page in Hindi, by their language."""
    response = client.get(f"/hi{path}")
    assert response.status_code == 200
    return Texts(response.content.decode()).of


def test_what_columns_of_a_file_mean_is_marked_as_english(client: Client) -> None:
    said = texts(client, "/data/observations/")

    assert {column.meaning for column in TEMPLATE} <= set(said["en"])
    assert "प्रेक्षणों की फ़ाइलें" in said["hi"]


def test_sources_and_the_notes_of_a_release_are_marked_as_english(client: Client) -> None:
    published({}, notes="Filings of the year were added.")

    release = texts(client, "/data/releases/2027-05/")
    changes = texts(client, "/data/releases/diff/")

    assert "Filings of the year were added." in release["en"]
    assert "Filings of the year were added." in changes["en"]
    assert any("CC" in text for text in release["en"])


def test_trails_and_tallies_are_in_the_language_of_the_page(client: Client) -> None:
    said = texts(client, "/data/quality/")["hi"]

    assert {"होम", "डेटा की गुणवत्ता", "प्रेक्षित आँकड़े", "वेतन के अनुपात"} <= set(said)


def test_values_that_differ_are_english_and_what_happened_to_them_is_not(client: Client) -> None:
    made = draft({})
    PayFigure.objects.filter(release=made, key="RB001").update(low=1_100_000)
    DataRelease.objects.filter(pk=made.pk).update(status="published")

    said = texts(client, "/data/releases/diff/?from=2026-11&to=2027-05")

    assert "low: 10,00,000 → 11,00,000" in said["en"]
    assert "RB001" in said["en"]
    assert not [text for text in said["en"] if DEVANAGARI.search(text)]


def test_a_release_in_a_list_says_its_state_in_english_as_the_database_does() -> None:
    for status in ReleaseStatus:
        if status is not ReleaseStatus.STAGING:
            release = DataRelease(slug="2026-11", status=status)

            assert with_status(release) == f"2026-11 ({status.value})"


def test_a_state_is_not_frozen_in_the_language_in_which_it_was_first_said() -> None:
    with translation.override("hi"):
        str(ReleaseStatus.PUBLISHED.label)

    with translation.override("en"):
        assert str(ReleaseStatus.PUBLISHED.label) == "Published"
