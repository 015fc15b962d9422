"""The signs of a path as a form: the reader of the answers, and the signs in their groups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from roles.choices import IndicatorTheme
from roles.cited import Cited, Citing
from roles.models import TransitionIndicator
from roles.querystring import several, unknown_names

PARAMETER = "yes"


@dataclass(frozen=True, slots=True)
class Answers:
    """The keys of the signs that were ticked, in the order of the page."""

    ticked: tuple[str, ...]
    ignored: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The answers as a query string, always in the same order; nothing for no answers."""
        pairs = [(PARAMETER, key) for key in self.ticked]
        return f"?{urlencode(pairs)}" if pairs else ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence to tick, and what to do where it is not true yet."""

    claim: Cited
    next_step: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs of one kind; the missing ones are those not ticked."""

    heading: str
    signs: tuple[Sign, ...]

    @property
    def count(self) -> str:
        return gettext("{number} of {total}").format(number=len(self.ticked), total=len(self.signs))

    @property
    def ticked(self) -> tuple[Sign, ...]:
        return tuple(sign for sign in self.signs if sign.is_ticked)

    @property
    def missing(self) -> tuple[Sign, ...]:
        return tuple(sign for sign in self.signs if not sign.is_ticked)


def read_answers(query: QueryDict, indicators: Iterable[TransitionIndicator]) -> Answers:
    """Read which signs were ticked; raise QueryError for one that the path does not have."""
    known = [indicator.key for indicator in indicators]
    refusal = gettext("“{value}” is not a sign on this path.")
    ticked = several(query, PARAMETER, known=known, refusal=refusal)
    return Answers(ticked, unknown_names(query, known=(PARAMETER,)))


def sign_groups(
    indicators: Sequence[TransitionIndicator], answers: Answers, citing: Citing
) -> tuple[SignGroup, ...]:
    """Return the signs under their themes, without the themes that have none."""
    groups = (
        SignGroup(
            str(theme.label),
            tuple(
                Sign(citing(indicator), indicator.next_step, indicator.key in answers.ticked)
                for indicator in indicators
                if indicator.theme == theme
            ),
        )
        for theme in IndicatorTheme
    )
    return tuple(group for group in groups if group.signs)
