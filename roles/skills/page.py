"""The page of one skill: why it matters, how deep at each level, and what leans on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext

from roles.choices import MAIN_ROLE, Level, Proficiency, SkillGroup
from roles.cited import Cited, Citing, Link, from_skills
from roles.models import Responsibility, Role, Skill, SkillExpectation, Statement, Tool
from roles.models.claims import citations_in_order
from roles.skills.depths import change
from roles.skills.matrix import Cell, cells, expectations, group_url
from roles.skills.related import RELATED, Related

# The one statement of the documents about skills and pay.
PAY_STATEMENT = "sf-09"


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder; the lowest has no change."""

    level: Level
    proficiency: Proficiency
    descriptor: str
    change: str


@dataclass(frozen=True, slots=True)
class Need:
    """How deep one role needs the skill."""

    role: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SkillPage:
    claim: Cited
    url: str
    group: Link
    steps: tuple[Step, ...]
    needs: tuple[Need, ...]
    tools: tuple[Link, ...]
    duties: tuple[Link, ...]
    interview: Link
    pay: tuple[Link, ...]
    pay_statement: Cited | None
    trail: tuple[Link, ...]
    before: Link | None
    after: Link | None


def skill_page(skill: Skill, skills: Iterable[Skill]) -> SkillPage:
    """Return the page of a skill; the skills are all of them, in their order."""
    prefetch_related_objects([skill], expectations())
    statement = Statement.objects.in_bulk([PAY_STATEMENT], field_name="key").get(PAY_STATEMENT)
    claims = [skill, statement] if statement else [skill]
    prefetch_related_objects(claims, citations_in_order())
    citing = Citing(claims)
    related = RELATED.get(skill.slug, Related())
    neighbours = [other for other in skills if other.group == skill.group]
    index = neighbours.index(skill)
    return SkillPage(
        claim=citing(skill),
        url=skill.get_absolute_url(),
        group=_group_link(skill),
        steps=steps(skill.expectations.all()),
        needs=tuple(_needs(skill)),
        tools=_tools(related.tools),
        duties=_duties(related.duties),
        interview=_interview(skill),
        pay=_pay(),
        pay_statement=citing(statement) if statement else None,
        trail=_trail(skill),
        before=_link(neighbours[index - 1]) if index else None,
        after=_link(neighbours[index + 1]) if index + 1 < len(neighbours) else None,
    )


def steps(expected: Iterable[SkillExpectation]) -> tuple[Step, ...]:
    """Return what the main role expects, lowest level first."""
    rows = [row for row in expected if row.role.slug == MAIN_ROLE]
    rows.sort(key=lambda row: Level(row.level).rank)
    return tuple(_step(row, below) for row, below in zip(rows, [None, *rows], strict=False))


def _step(row: SkillExpectation, below: SkillExpectation | None) -> Step:
    depth = Proficiency(row.proficiency)
    rise = change(depth, Proficiency(below.proficiency), below=Level(below.level)) if below else ""
    return Step(Level(row.level), depth, row.descriptor, rise)


def _needs(skill: Skill) -> Iterable[Need]:
    rows = sorted(skill.expectations.all(), key=lambda row: (row.role.position, row.role.slug))
    for role, expected in groupby(rows, key=_role):
        yield Need(Link(role.name, role.get_absolute_url()), cells(skill, expected))


def _role(row: SkillExpectation) -> Role:
    return row.role


def _tools(slugs: Sequence[str]) -> tuple[Link, ...]:
    found = Tool.objects.in_bulk(slugs, field_name="slug")
    return tuple(
        Link(found[slug].title, found[slug].get_absolute_url()) for slug in slugs if slug in found
    )


def _duties(keys: Sequence[str]) -> tuple[Link, ...]:
    found = Responsibility.objects.in_bulk(keys, field_name="key")
    page = reverse("roles:detail", args=[MAIN_ROLE])
    return tuple(Link(found[key].title, f"{page}#{key}") for key in keys if key in found)


def _interview(skill: Skill) -> Link:
    url = f"{reverse('roles:interview')}?skill={skill.slug}"
    return Link(gettext("Interview questions on {skill}").format(skill=skill.title), url)


def _pay() -> tuple[Link, ...]:
    explorer = f"{reverse('salaries:explorer')}?level="
    label = gettext("Pay at {level} level")
    return tuple(
        Link(label.format(level=level.label), f"{explorer}{level.value}") for level in Level
    )


def _trail(skill: Skill) -> tuple[Link, ...]:
    return from_skills(
        _group_link(skill),
        Link(skill.title, skill.get_absolute_url(), is_current=True),
    )


def _group_link(skill: Skill) -> Link:
    group = SkillGroup(skill.group)
    return Link(str(group.label), group_url(group))


def _link(skill: Skill) -> Link:
    return Link(skill.title, skill.get_absolute_url())
