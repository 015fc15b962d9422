"""What the database refuses of a fit question, and how its answers are named."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from roles.models import Claim, FitAnswer, FitQuestion

pytestmark = pytest.mark.django_db


def answer(**changes: str) -> FitAnswer:
    values = {"letter": "c", "text": "Neither.", "push": "neither", "reason": "It names no role."}
    return FitAnswer(question=FitQuestion.objects.get(key="q10"), **{**values, **changes})


def test_a_third_answer_can_be_added() -> None:
    answer().save()

    assert FitAnswer.objects.get_by_natural_key("q10", "c").push == "neither"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"letter": "d"}, "fit_answer_letter_is_known"),
        ({"push": "boss"}, "fit_answer_push_is_known"),
        ({"text": ""}, "fit_answer_says_what_and_why"),
        ({"reason": ""}, "fit_answer_says_what_and_why"),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(changes: dict[str, str], rule: str) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        answer(**changes).save()


def test_a_letter_is_used_once() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        answer(letter="a").save()


def test_no_two_questions_rest_on_the_same_claim() -> None:
    question = FitQuestion(
        key="q11",
        title="Once more?",
        text="The same point.",
        ground=Claim.objects.get(key="c-01"),
        review_by=date(2027, 1, 1),
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        question.save()


def test_an_answer_is_found_by_its_question_and_letter() -> None:
    found = FitAnswer.objects.get_by_natural_key("q1", "a")

    assert found.natural_key() == ("q1", "a")
    assert str(found) == "Two problems are on the table. Which one would you take first?, a"
