"""The page of the fit helper: the questions as a form, and what the answers amount to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.choices import MAIN_ROLE, Level, PathName, Push
from roles.cited import Citing, Link, counted, from_home
from roles.fit.asking import Given
from roles.fit.explaining import Explanation, Ground, explain, ground_of
from roles.fit.leaning import rule
from roles.models import FitAnswer, FitQuestion
from roles.models.claims import citations_in_order
from roles.onward import comparison, path

TITLE = gettext_lazy("TPM or PM?")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen."""

    letter: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the form."""

    key: str
    title: str
    scene: str
    options: tuple[Option, ...]
    ground: Ground


@dataclass(frozen=True, slots=True)
class FitPage:
    """The address is that of the page, the permalink that of the page with these answers."""

    title: str
    address: str
    permalink: str
    trail: tuple[Link, ...]
    questions: tuple[Asked, ...]
    explanation: Explanation
    rule: tuple[str, ...]
    following: tuple[Link, ...]


def fit_questions() -> list[FitQuestion]:
    """Return the questions with their answers and with the claims that they rest on."""
    questions = FitQuestion.objects.in_order().select_related("ground__dimension")
    return list(questions.prefetch_related("answers"))


def fit_page(questions: Sequence[FitQuestion], given: Given) -> FitPage:
    grounds = [question.ground for question in questions]
    prefetch_related_objects(grounds, citations_in_order())
    citing = Citing(grounds)
    explanation = explain(questions, given, citing)
    address = reverse("roles:fit")
    return FitPage(
        _title(explanation),
        address,
        f"{address}{given.query}",
        _trail(address),
        tuple(_asked(question, given, citing) for question in questions),
        explanation,
        (*rule(), _chances(questions)),
        following(),
    )


def _trail(address: str) -> tuple[Link, ...]:
    return from_home(
        Link(gettext("Compare"), reverse("roles:compare")),
        Link(str(TITLE), address, is_current=True),
    )


def following() -> tuple[Link, ...]:
    """Return where to go from here, the same whichever way the answers push."""
    levels = (
        Link(
            gettext("A TPM at {level} level").format(level=level.label),
            reverse("level", args=[MAIN_ROLE, level.value]),
        )
        for level in Level
    )
    return (
        comparison(),
        *map(path, PathName),
        *levels,
        Link(gettext("Interview questions"), reverse("roles:interview")),
    )


def _title(explanation: Explanation) -> str:
    return str(TITLE) if explanation.is_empty else f"{TITLE} {explanation.count.verdict}"


def _asked(question: FitQuestion, given: Given, citing: Citing) -> Asked:
    letter = given.letter(question.key)
    options = tuple(
        Option(answer.letter, answer.text, answer.letter == letter)
        for answer in question.answers.all()
    )
    ground = ground_of(question, citing)
    return Asked(question.key, question.title, question.text, options, ground)


def _chances(questions: Sequence[FitQuestion]) -> str:
    """Say how many of the questions have an answer for each side."""
    answers = [answer for question in questions for answer in question.answers.all()]
    tpm, pm = (_number(answers, push) for push in (Push.TPM, Push.PM))
    asked = counted(len(questions), "question")
    return gettext(
        "Of {questions}, {tpm} have an answer towards TPM and {pm} have one towards PM."
    ).format(questions=asked, tpm=tpm, pm=pm)


def _number(answers: Sequence[FitAnswer], push: Push) -> int:
    return len({answer.question_id for answer in answers if answer.push == push})
