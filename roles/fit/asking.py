"""The reader of the answers, which stand in the address and nowhere else."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from roles.models import FitQuestion
from roles.querystring import QueryError, echo, unknown_names

# A name that can only be meant as a question; any other unknown name is ignored and said so.
QUESTION = re.compile(r"q[0-9]+")


@dataclass(frozen=True, slots=True)
class Given:
    """The questions that were answered, each with its letter, in the order of the page."""

    answers: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The answers as a query string, always in the same order; nothing for no answers."""
        return f"?{urlencode(self.answers)}" if self.answers else ""

    def letter(self, question: str) -> str:
        return dict(self.answers).get(question, "")

    def without(self, question: str) -> "Given":
        return replace(self, answers=tuple(pair for pair in self.answers if pair[0] != question))


def read_answers(query: QueryDict, questions: Sequence[FitQuestion]) -> Given:
    """Read the answers; raise QueryError for a question or an answer that there is not."""
    names = [question.key for question in questions]
    _refuse_unknown(query, names)
    letters = ((question.key, _letter(query, question)) for question in questions)
    given = tuple((name, letter) for name, letter in letters if letter)
    return Given(given, unknown_names(query, known=names))


def _refuse_unknown(query: Iterable[str], names: Sequence[str]) -> None:
    for name in query:
        if QUESTION.fullmatch(name) and name not in names:
            message = gettext("There is no question “{value}”.").format(value=echo(name))
            raise QueryError(message, field=echo(name), choices=names)


def _letter(query: QueryDict, question: FitQuestion) -> str:
    """Return the letter given to a question, or nothing where it is open."""
    letters = [answer.letter for answer in question.answers.all()]
    given = list(dict.fromkeys(value for value in query.getlist(question.key) if value))
    unknown = [value for value in given if value not in letters]
    if unknown:
        message = gettext("“{value}” is not an answer to the question “{question}”").format(
            value=echo(unknown[0]), question=question.title
        )
        raise QueryError(message, field=question.key, choices=letters)
    if len(given) > 1:
        message = gettext("A question takes one answer, not {number}.").format(number=len(given))
        raise QueryError(message, field=question.key, choices=letters)
    return given[0] if given else ""
