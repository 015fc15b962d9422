"""An editor keeps interview questions, each tied to what a level is expected to do."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from roles.models import InterviewQuestion, SkillExpectation
from tests.admin_pages import address, errors_of, save

pytestmark = pytest.mark.django_db


def new_question(**changes: object) -> dict[str, object]:
    expectation = SkillExpectation.objects.get(skill__slug="cost", level="senior")
    return {
        "key": "iq-cost-senior",
        "title": "A year of cost",
        "text": "What did your product cost to run last year?",
        "good_answer": "Gives a sum and where it comes from.",
        "expectation": expectation.pk,
        "basis": "editorial",
        "review_by": "2027-01-01",
        "inventory_ids": "[]",
        **changes,
    }


def test_a_new_question_is_on_the_page_at_once(admin_client: Client) -> None:
    answer = save(admin_client, address(InterviewQuestion, "add"), **new_question())

    assert answer.status_code == 302
    page = admin_client.get("/interview/?skill=cost&level=senior").text
    assert "Gives a sum and where it comes from." in page
    assert "proficiency--working" in page


def test_a_question_needs_what_a_good_answer_shows(admin_client: Client) -> None:
    page = save(admin_client, address(InterviewQuestion, "add"), **new_question(good_answer=""))

    assert "This field is required." in errors_of(page)


def test_a_question_that_is_not_marked_as_the_guides_own_needs_a_source(
    admin_client: Client,
) -> None:
    page = save(admin_client, address(InterviewQuestion, "add"), **new_question(basis="sourced"))

    assert "A claim names at least one source." in errors_of(page)


def test_the_database_refuses_a_question_without_a_good_answer() -> None:
    every = InterviewQuestion.objects.filter(key="iq-apis-senior")

    with (
        pytest.raises(IntegrityError, match="interview_question_says_what_is_good"),
        transaction.atomic(),
    ):
        every.update(good_answer="")
