"""Whatever is answered, the result is what its own explanation counts."""

from collections.abc import Mapping
from random import Random

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roles.fit.asking import Given, read_answers
from roles.fit.explaining import Explanation
from roles.fit.leaning import Direction
from roles.fit.page import fit_page, fit_questions
from roles.models import FitQuestion
from roles.querystring import QueryError
from tests.roles.fit_answers import LETTERS, MANY, PUSHES, direction_by_hand, pushed

pytestmark = pytest.mark.django_db

TOWARDS_TPM = {"pm": 0, "neither": 1, "tpm": 2}
RANKS = {Direction.PM: 0, Direction.NONE: 1, Direction.TPM: 2}


@pytest.fixture(name="questions")
def shipped() -> list[FitQuestion]:
    return fit_questions()


def explained(questions: list[FitQuestion], letters: Mapping[str, str]) -> Explanation:
    given_answers = Given(tuple((name, letter) for name, letter in letters.items() if letter))
    return fit_page(questions, given_answers).explanation


@MANY
@given(letters=LETTERS)
def test_the_direction_is_what_the_shown_answers_add_up_to(
    questions: list[FitQuestion], letters: dict[str, str]
) -> None:
    explanation = explained(questions, letters)

    shown = {side.push.value: [vote.key for vote in side.votes] for side in explanation.sides}
    assert shown == {push: pushed(letters, push) for push in ("tpm", "pm", "neither")}
    assert explanation.count.direction.value == direction_by_hand(letters)
    assert explanation.count.direction.value in explanation.count.verdict
    assert explanation.count.explanation.startswith(
        f"Towards TPM {len(shown['tpm'])}, towards PM {len(shown['pm'])}: "
    )


@MANY
@given(letters=LETTERS, data=st.data())
def test_an_answer_changed_towards_tpm_never_moves_the_result_towards_pm(
    questions: list[FitQuestion], letters: dict[str, str], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(list(PUSHES)))
    before, after = sorted(
        (letters | {name: letter} for letter in data.draw(two_letters(name))),
        key=lambda answers: TOWARDS_TPM[PUSHES[name].get(answers[name], "neither")],
    )

    first, second = (explained(questions, answers).count for answers in (before, after))

    assert RANKS[second.direction] >= RANKS[first.direction]


def two_letters(name: str) -> st.SearchStrategy[list[str]]:
    """Draw two different answers to a question, or one of them and none."""
    return st.lists(st.sampled_from(["", *PUSHES[name]]), min_size=2, max_size=2, unique=True)


@MANY
@given(letters=LETTERS)
def test_every_question_is_either_explained_once_or_named_as_open(
    questions: list[FitQuestion], letters: dict[str, str]
) -> None:
    explanation = explained(questions, letters)

    votes = [vote.key for side in explanation.sides for vote in side.votes]
    still_open = [link.url.lstrip("#") for link in explanation.open]
    assert sorted(votes + still_open) == sorted(PUSHES)
    assert still_open == [name for name, letter in letters.items() if not letter]


@MANY
@given(letters=LETTERS)
def test_an_answer_is_shown_with_its_own_words_reason_and_ground(
    questions: list[FitQuestion], letters: dict[str, str]
) -> None:
    by_key = {question.key: question for question in questions}

    for side in explained(questions, letters).sides:
        for vote in side.votes:
            answers = {answer.letter: answer for answer in by_key[vote.key].answers.all()}
            answer = answers[letters[vote.key]]
            assert (vote.answer, vote.reason) == (answer.text, answer.reason)
            assert vote.ground.claim.key == by_key[vote.key].ground.key
            assert vote.ground.claim.mentions


@MANY
@given(letters=LETTERS, order=st.randoms())
def test_an_address_gives_the_same_answers_in_whatever_order_they_come(
    questions: list[FitQuestion], letters: dict[str, str], order: Random
) -> None:
    pairs = [f"{name}={letter}" for name, letter in letters.items()]
    order.shuffle(pairs)

    answers = read_answers(QueryDict("&".join(pairs)), questions)

    assert answers.answers == tuple(pair for pair in letters.items() if pair[1])
    assert read_answers(QueryDict(answers.query.lstrip("?")), questions) == answers


@pytest.mark.parametrize(
    ("query", "field", "message", "choices"),
    [
        ("q1=z", "q1", "“z” is not an answer to the question “Two problems", ("a", "b", "c")),
        ("q10=c", "q10", "“c” is not an answer to the question", ("a", "b")),
        ("q1=a&q1=b", "q1", "A question takes one answer, not 2.", ("a", "b", "c")),
        ("q99=a", "q99", "There is no question “q99”.", tuple(PUSHES)),
        ("q0=", "q0", "There is no question “q0”.", tuple(PUSHES)),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_can(
    questions: list[FitQuestion], query: str, field: str, message: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(QueryError) as caught:
        read_answers(QueryDict(query), questions)

    assert caught.value.message.startswith(message)
    assert (caught.value.field, caught.value.choices) == (field, choices)


@pytest.mark.parametrize("query", ["q1=a&q1=a", "q1=a&q1=", "q2=&q1=a"])
def test_a_repeated_or_an_empty_answer_does_no_harm(
    questions: list[FitQuestion], query: str
) -> None:
    assert read_answers(QueryDict(query), questions) == Given((("q1", "a"),))


def test_an_unknown_parameter_is_named_as_ignored(questions: list[FitQuestion]) -> None:
    answers = read_answers(QueryDict("colour=red&q=a&q2=b"), questions)

    assert answers == Given((("q2", "b"),), ("colour", "q"))
