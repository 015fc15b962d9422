"""Which answer pushed which way and why, and the count that follows from just these answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from roles.choices import Push
from roles.cited import Cited, Citing, Link
from roles.fit.asking import Given
from roles.fit.leaning import Count
from roles.models import Claim, FitAnswer, FitQuestion


@dataclass(frozen=True, slots=True)
class Ground:
    """What a question rests on; the address is that of its row in the comparison, if it has one."""

    claim: Cited
    url: str


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer as it was given; the last address is the page without it."""

    key: str
    question: str
    answer: str
    reason: str
    ground: Ground
    url_without: str


@dataclass(frozen=True, slots=True)
class Side:
    """The answers that push one way."""

    push: Push
    votes: tuple[Vote, ...]

    @property
    def heading(self) -> str:
        return f"{self.push.label}: {len(self.votes)}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sides in a fixed order, and the questions without an answer."""

    sides: tuple[Side, ...]
    open: tuple[Link, ...]

    @property
    def count(self) -> Count:
        """What is counted is what is shown, so that the two cannot differ."""
        numbers = {side.push: len(side.votes) for side in self.sides}
        return Count(
            tpm=numbers[Push.TPM],
            pm=numbers[Push.PM],
            neither=numbers[Push.NEITHER],
            open=len(self.open),
        )

    @property
    def is_empty(self) -> bool:
        return not any(side.votes for side in self.sides)


def explain(questions: Sequence[FitQuestion], given: Given, citing: Citing) -> Explanation:
    chosen = list(_chosen(questions, given))
    sides = (
        Side(
            push,
            tuple(
                _vote(question, answer, given, citing)
                for question, answer in chosen
                if answer.push == push
            ),
        )
        for push in Push
    )
    still_open = (question for question in questions if not given.letter(question.key))
    return Explanation(
        tuple(sides), tuple(Link(question.title, f"#{question.key}") for question in still_open)
    )


def ground_of(question: FitQuestion, citing: Citing) -> Ground:
    return Ground(citing(question.ground), _address(question.ground))


def _chosen(
    questions: Sequence[FitQuestion], given: Given
) -> Iterator[tuple[FitQuestion, FitAnswer]]:
    for question in questions:
        for answer in question.answers.all():
            if answer.letter == given.letter(question.key):
                yield question, answer


def _vote(question: FitQuestion, answer: FitAnswer, given: Given, citing: Citing) -> Vote:
    return Vote(
        question.key,
        question.title,
        answer.text,
        answer.reason,
        ground_of(question, citing),
        f"{reverse('roles:fit')}{given.without(question.key).query}",
    )


def _address(ground: Claim) -> str:
    """Return the row of the comparison; a claim of another kind is shown with its question."""
    if getattr(ground, "dimension", None) is None:
        return f"#{ground.key}"
    return f"{reverse('roles:compare')}#{ground.key}"
