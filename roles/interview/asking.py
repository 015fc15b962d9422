"""The reader of the filters: which questions are wanted, and the address that says so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy

from roles.choices import Level, SkillGroup
from roles.models import InterviewQuestion, Skill
from roles.querystring import several, unknown_names

Field = Literal["level", "skill", "group"]
FIELDS: tuple[Field, ...] = ("level", "skill", "group")
REFUSALS = {
    "level": gettext_lazy("“{value}” is not a career level."),
    "skill": gettext_lazy("“{value}” is not a skill of this guide."),
    "group": gettext_lazy("“{value}” is not a skill group."),
}
Skills = Mapping[str, Skill]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, in the order of the page; an empty field asks for all of it."""

    level: tuple[str, ...] = ()
    skill: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The address that asks for the same, with its parameters always in the same order."""
        pairs = [(field, value) for field in FIELDS for value in self.values(field)]
        page = reverse("roles:interview")
        return f"{page}?{urlencode(pairs)}" if pairs else page

    def values(self, field: Field) -> tuple[str, ...]:
        return {"level": self.level, "skill": self.skill, "group": self.group}[field]

    def without(self, field: Field, *values: str) -> "Wanted":
        """Return the same without these values of a field, or without any of it."""
        kept = tuple(one for one in self.values(field) if values and one not in values)
        return replace(self, **{field: kept})

    def matches(self, question: InterviewQuestion) -> bool:
        expected = question.expectation
        asked = (
            (self.level, expected.level),
            (self.skill, expected.skill.slug),
            (self.group, expected.skill.group),
        )
        return all(not values or value in values for values, value in asked)


def skills_in_order() -> Skills:
    """Return every skill by its slug, group by group."""
    groups = list(SkillGroup)
    skills = sorted(Skill.objects.in_order(), key=lambda one: groups.index(SkillGroup(one.group)))
    return {skill.slug: skill for skill in skills}


def read_wanted(query: QueryDict, skills: Skills) -> Wanted:
    """Read the filters; raise QueryError for a level, a skill or a group that there is not."""
    return Wanted(
        level=_read(query, "level", Level.values),
        skill=_read(query, "skill", list(skills)),
        group=_read(query, "group", SkillGroup.values),
        ignored=unknown_names(query, known=FIELDS),
    )


def _read(query: QueryDict, field: Field, known: Collection[str]) -> tuple[str, ...]:
    return several(query, field, known=known, refusal=str(REFUSALS[field]))
