"""The self-assessment as a form: a field for each skill, and what the answers mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy

from roles.choices import Level, SkillGroup
from roles.cited import Link
from roles.options import Option, options
from roles.plan.asking import PREFIX, STARTS, Asked
from roles.plan.ladders import Ladder
from roles.plan.ratings import Rating
from roles.skills.depths import DEPTHS
from roles.skills.matrix import group_url


@dataclass(frozen=True, slots=True)
class Field:
    """A choice of one; the name is that of the parameter."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The fields of one group of skills; the link leads to what each depth means for each."""

    label: str
    count: str
    matrix: Link
    fields: tuple[Field, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an answer says about a person."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    levels: tuple[Field, ...]
    groups: tuple[FieldGroup, ...]
    meanings: tuple[Meaning, ...]


NOT_YET = gettext_lazy("You have not done this, alone or with help.")


def form(asked: Asked, ladders: Sequence[Ladder]) -> Form:
    groups = (
        _group(asked, group, [ladder for ladder in ladders if ladder.group is group])
        for group in SkillGroup
    )
    return Form(
        (
            _level_field("from", gettext("Your level now"), STARTS, asked.start),
            _level_field("to", gettext("Level to plan for"), tuple(Level)[1:], asked.target),
        ),
        tuple(group for group in groups if group.fields),
        tuple(_meanings()),
    )


def _level_field(name: str, label: str, levels: Iterable[Level], chosen: Level) -> Field:
    choices = ((level.value, f"{level.label} ({level.years})") for level in levels)
    return Field(name, label, options(choices, [chosen.value]))


def _group(asked: Asked, group: SkillGroup, ladders: Sequence[Ladder]) -> FieldGroup:
    rated = sum(ladder.key in asked.ratings for ladder in ladders)
    return FieldGroup(
        str(group.label),
        gettext("{number} of {total} rated").format(number=rated, total=len(ladders)),
        Link(gettext("What each depth means: {group}").format(group=group.label), group_url(group)),
        tuple(_skill_field(ladder, asked.ratings.get(ladder.key)) for ladder in ladders),
        # Without a rating yet, the first group shows what there is to do.
        is_open=not asked.ratings and group is next(iter(SkillGroup)),
    )


def _skill_field(ladder: Ladder, chosen: Rating | None) -> Field:
    choices = [("", gettext("Not rated")), *((str(one.value), one.label) for one in Rating)]
    marked = "" if chosen is None else str(chosen.value)
    return Field(f"{PREFIX}{ladder.key}", ladder.title, options(choices, [marked]))


def _meanings() -> Iterable[Meaning]:
    yield Meaning(str(Rating.NOT_YET.label), str(NOT_YET))
    for depth in DEPTHS[1:]:
        yield Meaning(str(depth.proficiency.label), gettext(depth.meaning))
