"""What is due to be read again stands in one list, whatever kind of claim it is."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from roles.models import Claim, Question, Responsibility, Skill
from tests.admin_pages import address

pytestmark = pytest.mark.django_db

LIST = address(Claim, "changelist")


def test_overdue_claims_of_every_kind_stand_in_one_list_with_their_kind(
    admin_client: Client,
) -> None:
    yesterday = localdate() - timedelta(days=1)
    due = [Responsibility.objects.all()[0], Question.objects.all()[0]]
    Claim.objects.update(review_by=yesterday + timedelta(days=100))
    Claim.objects.filter(pk__in=[claim.pk for claim in due]).update(review_by=yesterday)

    page = admin_client.get(LIST, {"review": "overdue"})

    shown = {(claim.pk, kind_on(page.text, claim.pk)) for claim in page.context["cl"].result_list}
    assert shown == {(due[0].pk, "responsibility"), (due[1].pk, "question")}


def kind_on(page: str, pk: int) -> str:
    """Return what the row of the claim says in the column of kinds."""
    row = page.partition(f'href="{address(Claim, "change", pk)}')[2]
    return row.partition('"field-kind">')[2].partition("<")[0]


def test_a_claim_in_the_list_opens_on_the_page_of_its_kind(admin_client: Client) -> None:
    skill = Skill.objects.all()[0]

    answer = admin_client.get(address(Claim, "change", skill.pk))

    assert answer.headers["Location"] == address(Skill, "change", skill.pk)


def test_a_claim_that_is_not_there_is_said_not_to_be(admin_client: Client) -> None:
    answer = admin_client.get(address(Claim, "change", 999_999), follow=True)

    assert "Perhaps it was deleted?" in answer.text


def test_nothing_is_added_or_deleted_in_the_list(admin_client: Client) -> None:
    assert admin_client.get(address(Claim, "add")).status_code == 403
    assert 'name="action"' not in admin_client.get(LIST).text


def test_a_claim_is_deleted_on_the_page_of_its_kind(admin_client: Client) -> None:
    claim = Responsibility.objects.all()[0]

    admin_client.post(address(Responsibility, "delete", claim.pk), {"post": "yes"})

    assert not Claim.objects.filter(pk=claim.pk).exists()
