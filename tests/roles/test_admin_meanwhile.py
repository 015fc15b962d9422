"""Two editors have one page open: what the first saves, the second does not overwrite unseen."""

import pytest
from django.test import Client

from roles.models import Responsibility, Strategy
from salaries.models import DataRelease, PayFigure
from tests.admin_pages import address, errors_of, posted

pytestmark = pytest.mark.django_db


def opened(client: Client, url: str) -> dict[str, object]:
    """Return what a browser sends of the page that it has open, the hidden state included."""
    return {name: value for name, value in posted(client.get(url)).items() if value is not None}


def test_a_page_that_was_opened_before_overwrites_nothing(admin_client: Client) -> None:
    claim = Responsibility.objects.all()[0]
    url = address(Responsibility, "change", claim.pk)
    first, second = opened(admin_client, url), opened(admin_client, url)

    admin_client.post(url, {**first, "text": "Mended by the first."})
    page = admin_client.post(url, {**second, "title": "Renamed by the second"})

    assert "Somebody has saved this since you opened the page" in errors_of(page)
    assert "What differs from the saved state: Title, Text" in errors_of(page)
    saved = Responsibility.objects.get(pk=claim.pk)
    assert (saved.title, saved.text) == (claim.title, "Mended by the first.")


def test_the_sources_of_a_claim_are_not_overwritten_either(admin_client: Client) -> None:
    claim = Responsibility.objects.filter(citations__isnull=False)[0]
    url = address(Responsibility, "change", claim.pk)
    sent = opened(admin_client, url)

    claim.citations.update(place="line 999")
    page = admin_client.post(url, {**sent, "title": "Renamed"})

    assert "What differs from the saved state: Title" in errors_of(page)
    assert set(claim.citations.values_list("place", flat=True)) == {"line 999"}


def test_who_opens_it_again_saves(admin_client: Client) -> None:
    claim = Responsibility.objects.all()[0]
    url = address(Responsibility, "change", claim.pk)
    for text in ("First.", "Second."):
        answer = admin_client.post(url, {**opened(admin_client, url), "text": text})

        assert answer.status_code == 302

    assert Responsibility.objects.get(pk=claim.pk).text == "Second."


def test_what_is_chosen_of_many_counts_in_any_order(admin_client: Client) -> None:
    strategy = Strategy.objects.filter(answers__isnull=False)[0]
    url = address(Strategy, "change", strategy.pk)
    sent = opened(admin_client, url)

    strategy.answers.clear()
    page = admin_client.post(url, {**sent, "answers": []})

    assert "Somebody has saved this" in errors_of(page)


def test_a_figure_that_an_import_has_moved_into_the_next_state_is_saved(
    admin_client: Client,
) -> None:
    DataRelease.objects.update(status="draft")
    figure = PayFigure.objects.get(key="RB001")
    url = address(PayFigure, "change", figure.pk)
    sent = opened(admin_client, url)

    PayFigure.objects.filter(pk=figure.pk).update(
        release=DataRelease.objects.create(slug="moved", as_of="2026-11-30")
    )
    answer = admin_client.post(url, {**sent, "low": 1_100_000})

    assert answer.status_code == 302
