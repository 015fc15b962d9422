"""The matrix of skills and career levels, group by group."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.choices import MAIN_ROLE, Level, Proficiency, SkillGroup
from roles.cited import Cited, Citing, Link
from roles.models import Skill, SkillExpectation, Statement
from roles.querystring import several, unknown_names

PARAMETER = "group"
# What the documents say about skills as a whole, and where this guide files one of them.
STATEMENTS = ("ks-17", "ks-18", "x-16")


@dataclass(frozen=True, slots=True)
class Asked:
    """The groups asked for, all of them when none was, and the parameters nobody knows."""

    groups: tuple[SkillGroup, ...]
    ignored: tuple[str, ...]

    @property
    def is_all(self) -> bool:
        return len(self.groups) == len(SkillGroup)

    @property
    def canonical(self) -> str:
        return group_url(*([] if self.is_all else self.groups))

    @property
    def title(self) -> str:
        if self.is_all:
            return gettext("Skills by career level")
        groups = ", ".join(str(group.label) for group in self.groups)
        return gettext("Skills by career level: {groups}").format(groups=groups)


@dataclass(frozen=True, slots=True)
class Cell:
    """How deep a skill is expected at a level; None where that is not described."""

    level: Level
    proficiency: Proficiency | None
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    skill: Link
    inventory: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The skills of one group."""

    group: SkillGroup
    rows: tuple[Row, ...]

    @property
    def caption(self) -> str:
        return gettext("{group}: {number} skills at four career levels").format(
            group=self.group.label, number=len(self.rows)
        )


@dataclass(frozen=True, slots=True)
class Matrix:
    levels: tuple[Link, ...]
    tables: tuple[Table, ...]
    links: tuple[Link, ...]
    statements: tuple[Cited, ...]


def read_groups(query: QueryDict) -> Asked:
    """Read the groups asked for; raise QueryError when there is no such group."""
    refusal = gettext("“{value}” is not a group of skills.")
    given = several(query, PARAMETER, known=SkillGroup.values, refusal=refusal)
    groups = tuple(map(SkillGroup, given)) or tuple(SkillGroup)
    return Asked(groups, unknown_names(query, known=(PARAMETER,)))


def matrix(asked: Asked) -> Matrix:
    """Return the skills of the groups asked for, at the levels of the main role."""
    skills = list(Skill.objects.in_order().prefetch_related(expectations()))
    return Matrix(
        levels=level_links(),
        tables=tuple(_table(group, skills) for group in asked.groups),
        links=tuple(_group_links(asked)),
        statements=_statements(),
    )


def expectations() -> "Prefetch[str, QuerySet[SkillExpectation], str]":
    """Return what fetches the expectations of skills, each with its role."""
    return Prefetch("expectations", SkillExpectation.objects.select_related("role"))


def group_url(*groups: SkillGroup) -> str:
    query = "&".join(f"{PARAMETER}={group.value}" for group in groups)
    return f"{reverse('roles:skills')}?{query}" if query else reverse("roles:skills")


def level_links() -> tuple[Link, ...]:
    """Return a link to the page of each level of the main role."""
    return tuple(
        Link(str(level.label), reverse("level", args=[MAIN_ROLE, level.value])) for level in Level
    )


def cells(skill: Skill, expected: Iterable[SkillExpectation]) -> tuple[Cell, ...]:
    """Return one cell for each level, in order, given what one role expects."""
    depths = {row.level: Proficiency(row.proficiency) for row in expected}
    page = skill.get_absolute_url()
    return tuple(Cell(level, depths.get(level), f"{page}#{level.value}") for level in Level)


def _table(group: SkillGroup, skills: Iterable[Skill]) -> Table:
    return Table(group, tuple(_row(skill) for skill in skills if skill.group == group))


def _row(skill: Skill) -> Row:
    expected = [row for row in skill.expectations.all() if row.role.slug == MAIN_ROLE]
    link = Link(skill.title, skill.get_absolute_url())
    return Row(skill.key, link, " ".join(skill.inventory_ids), cells(skill, expected))


def _group_links(asked: Asked) -> Iterable[Link]:
    yield Link(gettext("All groups"), group_url(), is_current=asked.is_all)
    for group in SkillGroup:
        is_current = group in asked.groups and not asked.is_all
        yield Link(str(group.label), group_url(group), is_current=is_current)


def _statements() -> tuple[Cited, ...]:
    found = Statement.objects.with_sources().in_bulk(STATEMENTS, field_name="key")
    citing = Citing(found.values())
    return tuple(citing(found[key]) for key in STATEMENTS if key in found)
