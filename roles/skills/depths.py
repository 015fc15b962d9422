"""How deep a skill goes: the words for it, what each means, and what changes between two."""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from roles.choices import Level, Proficiency


@dataclass(frozen=True, slots=True)
class Depth:
    """One depth, with what a person of that depth does."""

    proficiency: Proficiency
    meaning: str


DEPTHS = (
    Depth(
        Proficiency.NOT_EXPECTED,
        gettext_noop("The work of the level does not call for the skill. The descriptor says why."),
    ),
    Depth(
        Proficiency.AWARENESS,
        gettext_noop(
            "Follows a discussion of the subject, and does single tasks with the help of others."
        ),
    ),
    Depth(
        Proficiency.WORKING,
        gettext_noop(
            "Does ordinary cases alone, and brings unusual ones to a person with more experience."
        ),
    ),
    Depth(
        Proficiency.PRACTITIONER,
        gettext_noop("Handles unusual and difficult cases alone, and helps others with theirs."),
    ),
    Depth(
        Proficiency.EXPERT,
        gettext_noop("Sets how others do it, answers for the result, and develops people in it."),
    ),
)


def change(now: Proficiency, before: Proficiency, *, below: Level) -> str:
    """Return in a sentence how a depth differs from that of the level below."""
    rise = _rank(now) - _rank(before)
    if not rise:
        text = gettext("As deep as at {level} level, applied to wider work.")
    elif before is Proficiency.NOT_EXPECTED:
        text = gettext("Not expected at {level} level, and expected from here on.")
    elif rise > 0:
        text = gettext("Deeper than at {level} level: {before} becomes {now}.")
    else:
        text = gettext("Less deep than at {level} level: {before} becomes {now}.")
    return text.format(level=below.label, before=_word(before), now=_word(now))


def _rank(proficiency: Proficiency) -> int:
    return list(Proficiency).index(proficiency)


def _word(proficiency: Proficiency) -> str:
    return proficiency.label.lower()
