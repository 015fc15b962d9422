"""What the ticked signs of a path amount to, by a rule that the page prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import ceil

from django.utils.translation import gettext, gettext_noop

from roles.paths.checklist import SignGroup

# No source says how many signs make the change. Thirds are the coarsest cut that still tells
# "few", "some" and "most" apart; a finer one would claim more than a count can show.
SOME_FROM, MOST_FROM = Fraction(1, 3), Fraction(2, 3)


class Standing(Enum):
    """How far the signs go, in words about a person who starts from some other job."""

    NONE = gettext_noop(
        "Nothing is ticked. Tick what is true of your job now, and read the signs again."
    )
    FEW = gettext_noop(
        "Few of the signs are there. By what you ticked, your job is still mainly that of {start}."
    )
    SOME = gettext_noop(
        "Some of the signs are there. By what you ticked, your job holds parts of the TPM role "
        "beside those of {start}."
    )
    UNEVEN = gettext_noop(
        "Most of the signs are there, but one group has none. The sources describe a role that "
        "has all of them, so look at the empty group first."
    )
    MOST = gettext_noop(
        "Most of the signs are there, some in every group. Much of what you do now is what the "
        "sources call the work of a TPM."
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """The count, what it amounts to, and the rule that says so."""

    count: str
    verdict: str
    rule: tuple[str, ...]
    is_empty: bool


def read_signs(groups: Sequence[SignGroup], *, start: str) -> Reading:
    ticked, total = _count(groups)
    now = standing(groups)
    return Reading(
        gettext("You ticked {number} of {total} signs.").format(number=ticked, total=total),
        gettext(now.value).format(start=gettext(start)),
        rule(total),
        is_empty=now is Standing.NONE,
    )


def standing(groups: Sequence[SignGroup]) -> Standing:
    ticked, total = _count(groups)
    if not ticked:
        return Standing.NONE
    if Fraction(ticked, total) >= MOST_FROM:
        return Standing.MOST if all(group.ticked for group in groups) else Standing.UNEVEN
    return Standing.SOME if Fraction(ticked, total) >= SOME_FROM else Standing.FEW


def rule(total: int) -> tuple[str, ...]:
    """Return the rule in words, for a path of so many signs."""
    some, most = ceil(SOME_FROM * total), ceil(MOST_FROM * total)
    return (
        gettext("Fewer than {some} of {total}: few of the signs.").format(some=some, total=total),
        gettext("From {some}, a third: some of the signs.").format(some=some),
        gettext(
            "From {most}, two thirds: most of the signs, if every group has at least one."
        ).format(most=most),
    )


def _count(groups: Sequence[SignGroup]) -> tuple[int, int]:
    ticked = sum(len(group.ticked) for group in groups)
    return ticked, sum(len(group.signs) for group in groups)
