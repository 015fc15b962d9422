"""Questions that tell whether the work of a TPM or that of a PM is nearer to a person's wishes."""

from django.db import models
from django.db.models import Q

from roles.choices import Push
from roles.models.claims import Claim
from roles.rules import rule

# The letters that answers go by in a shared address; a fourth answer would hide the choice.
LETTERS = ("a", "b", "c")


class FitQuestion(Claim):
    """A question of the fit helper: the title asks, the text sets the scene.

    The key is also the name of its parameter, as in /fit/?q1=a. No two questions rest on the same
    claim, so that no difference between the roles counts twice.
    """

    ground = models.ForeignKey(
        Claim,
        models.RESTRICT,
        related_name="fit_questions",
        help_text="What the answers rest on, such as a dimension of the comparison.",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("ground",), name="fit_question_has_its_own_ground"),
        )


class FitAnswerManager(models.Manager["FitAnswer"]):
    def get_by_natural_key(self, question: str, letter: str) -> "FitAnswer":
        return self.get(question__key=question, letter=letter)


class FitAnswer(models.Model):
    """One answer to a question: which way it pushes, and why."""

    question = models.ForeignKey(FitQuestion, models.CASCADE, related_name="answers")
    letter = models.CharField(max_length=1, help_text="Never changes: it is part of addresses.")
    text = models.CharField(max_length=250)
    push = models.CharField(max_length=7, choices=Push)
    reason = models.CharField(max_length=250)

    objects = FitAnswerManager()

    class Meta:
        ordering = ("question", "letter")
        constraints = (
            models.UniqueConstraint(
                fields=("question", "letter"), name="fit_question_uses_a_letter_once"
            ),
            rule(condition=Q(letter__in=LETTERS), name="fit_answer_letter_is_known"),
            rule(condition=Q(push__in=Push.values), name="fit_answer_push_is_known"),
            rule(condition=~Q(text="") & ~Q(reason=""), name="fit_answer_says_what_and_why"),
        )

    def __str__(self) -> str:
        return f"{self.question}, {self.letter}"

    def natural_key(self) -> tuple[str, str]:
        return (self.question.key, self.letter)
