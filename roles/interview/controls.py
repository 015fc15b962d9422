"""The filter form, the chips, and what can be asked for where nothing is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy

from roles.choices import Level, SkillGroup
from roles.cited import Link, counted
from roles.interview.asking import FIELDS, Field, Skills, Wanted
from roles.models import InterviewQuestion, Skill
from roles.options import Option, OptionGroup, options

ANY = {
    "level": gettext_lazy("Any level"),
    "skill": gettext_lazy("Any skill"),
    "group": gettext_lazy("Any group"),
}


@dataclass(frozen=True, slots=True)
class Controls:
    """Every control of the form.

    Where several skills are chosen, each is a box of its own, and the list adds another.
    """

    levels: tuple[Option, ...]
    groups: tuple[Option, ...]
    chosen_skills: tuple[Option, ...]
    skills: tuple[OptionGroup, ...]
    chips: tuple[Link, ...]


def controls(wanted: Wanted, skills: Skills) -> Controls:
    several = len(wanted.skill) > 1
    names = {slug: skill.title for slug, skill in skills.items()}
    return Controls(
        levels=options(((level, f"{level.label}, {level.years}") for level in Level), wanted.level),
        groups=options(SkillGroup.choices, wanted.group),
        chosen_skills=options(((slug, names[slug]) for slug in wanted.skill), wanted.skill)
        if several
        else (),
        skills=tuple(
            OptionGroup(
                str(group.label),
                options(
                    ((slug, names[slug]) for slug, skill in skills.items() if skill.group == group),
                    () if several else wanted.skill,
                ),
            )
            for group in SkillGroup
        ),
        chips=tuple(_chips(wanted, skills)),
    )


def label_of(field: Field, value: str, skills: Skills) -> str:
    """Return a value of a filter in words."""
    match field:
        case "level":
            return gettext("{level} level").format(level=Level(value).label)
        case "skill":
            return skills[value].title
        case "group":
            return str(SkillGroup(value).label)


def wider(
    wanted: Wanted, questions: Sequence[InterviewQuestion], skills: Skills
) -> tuple[Link, ...]:
    """Return what to try where nothing is found: each time one filter less, and the skills."""
    narrower = [field for field in FIELDS if wanted.values(field)]
    fewer = [(ANY[field], wanted.without(field)) for field in narrower]
    asked = [*fewer, (gettext("All questions"), Wanted())]
    found = ((label, one, sum(map(one.matches, questions))) for label, one in asked)
    return (
        *(
            Link(f"{label}: {counted(number, 'question')}", one.url)
            for label, one, number in found
            if number
        ),
        *(_skill_link(skills[slug]) for slug in wanted.skill),
    )


def _skill_link(skill: Skill) -> Link:
    label = gettext("{skill}: what each level can do").format(skill=skill.title)
    return Link(label, skill.get_absolute_url())


def _chips(wanted: Wanted, skills: Skills) -> Iterator[Link]:
    for field in FIELDS:
        for value in wanted.values(field):
            yield Link(label_of(field, value, skills), wanted.without(field, value).url)
