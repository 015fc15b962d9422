"""Editors find what they look for in the admin's lists."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from roles.models import Claim, Responsibility, Source
from tests.admin_pages import address

pytestmark = pytest.mark.django_db


def responsibility() -> Responsibility:
    return Responsibility.objects.get(key="r-01")


@pytest.mark.parametrize(
    ("choice", "days", "is_listed"),
    [
        ("overdue", -1, True),
        ("overdue", 0, False),
        ("soon", 0, True),
        ("soon", 31, False),
        ("later", 31, True),
        ("later", 30, False),
        ("", 5, True),
    ],
)
def test_a_list_shows_what_is_to_be_reviewed(
    admin_client: Client, choice: str, days: int, *, is_listed: bool
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    Claim.objects.filter(key="r-01").update(review_by=day)

    page = admin_client.get(address(Responsibility, "changelist"), {"review": choice})

    assert (responsibility() in page.context["cl"].result_list) is is_listed


def test_a_list_counts_sources_also_when_it_is_narrowed_to_one(admin_client: Client) -> None:
    source = responsibility().citations.all()[0].source

    page = admin_client.get(
        address(Responsibility, "changelist"), {"citations__source__id__exact": source.pk}
    )

    counted = {claim.key: claim.sources for claim in page.context["cl"].result_list}
    assert counted["r-01"] == responsibility().citations.count()


def test_an_editor_finds_a_source_while_typing(admin_client: Client) -> None:
    source = Source.objects.all()[0]

    answer = admin_client.get(
        "/admin/autocomplete/",
        {
            "term": source.title,
            "app_label": "roles",
            "model_name": "citation",
            "field_name": "source",
        },
    )

    assert {"id": str(source.pk), "text": source.title} in answer.json()["results"]
