"""The page of one career level: its scope, its skills, and what changes from the level below."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from roles.choices import Level, Proficiency
from roles.cited import Cited, Citing, Fact, Link, from_roles
from roles.models import Role, RoleLevel, SkillExpectation
from roles.onward import after_level


@dataclass(frozen=True, slots=True)
class Step:
    """One level on the ladder."""

    label: str
    years: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What is said in one aspect of two neighbouring levels."""

    aspect: str
    below: str
    here: str
    mark: str


@dataclass(frozen=True, slots=True)
class Change:
    """What changes from the level of this label."""

    below: str
    sentence: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ExpectedSkill:
    """A skill page at this level; risen_from is how deep the level below goes, if less."""

    link: Link
    risen_from: str


@dataclass(frozen=True, slots=True)
class SkillGroup:
    proficiency: str
    skills: tuple[ExpectedSkill, ...]


@dataclass(frozen=True, slots=True)
class LevelPage:
    """The page of a level; the lowest one changes from nothing."""

    role: Role
    level: Level
    lead: str
    trail: tuple[Link, ...]
    ladder: tuple[Step, ...]
    scope: Cited
    change: Change | None
    skills: tuple[SkillGroup, ...]
    following: tuple[Link, ...]

    @property
    def title(self) -> str:
        return gettext("{level}-level {role}").format(level=self.level.label, role=self.role.name)


def level_page(role: Role, name: str) -> LevelPage | None:
    """Return the page of the level of that name, or None if the role has no such level."""
    described = {row.level: row for row in role.rolelevels.with_sources()}
    if name not in described:
        return None
    level, row = Level(name), described[name]
    lower = level_below(level)
    below = described.get(lower) if lower else None
    return LevelPage(
        role,
        level,
        lead=years_said(level),
        trail=trail(role, level),
        ladder=ladder(role.slug, current=level),
        scope=Citing([row])(row, facts=tuple(Fact(*said) for said in aspects(row).items())),
        change=change(row, below) if below else None,
        skills=skill_groups(expectations(role, level, lower), level),
        following=after_level(level),
    )


def level_below(level: Level) -> Level | None:
    return list(Level)[level.rank - 1] if level.rank else None


def years_said(level: Level) -> str:
    """Return the years of a level as the half-open interval they are."""
    if level.years_below is None:
        return gettext("From {start} years of experience, without an upper end.").format(
            start=level.years_from
        )
    return gettext(
        "From {start} years of experience up to, but not including, {end} years."
    ).format(start=level.years_from, end=level.years_below)


def trail(role: Role, level: Level) -> tuple[Link, ...]:
    return from_roles(
        Link(role.name, role.get_absolute_url()),
        Link(str(level.label), level_url(role.slug, level), is_current=True),
    )


def ladder(role: str, *, current: Level | None = None) -> tuple[Step, ...]:
    return tuple(
        Step(str(level.label), level.years, level_url(role, level), is_current=level is current)
        for level in Level
    )


def level_url(role: str, level: str) -> str:
    """Return the address of a level, whose page tells its pay too and so is the project's."""
    return reverse("level", args=[role, level])


def aspects(row: RoleLevel) -> dict[str, str]:
    """Return the aspects in which levels differ, with what is said of this one."""
    return {
        gettext("Years of experience"): Level(row.level).years,
        gettext("Autonomy"): row.autonomy,
        gettext("People"): row.people,
        gettext("Decisions"): row.decisions,
    }


def change(row: RoleLevel, below: RoleLevel) -> Change:
    before, now = aspects(below), aspects(row)
    return Change(
        str(Level(below.level).label),
        row.change,
        tuple(
            Difference(
                name,
                before[name],
                said,
                gettext("same") if said == before[name] else gettext("changed"),
            )
            for name, said in now.items()
        ),
    )


def expectations(role: Role, *levels: Level | None) -> list[SkillExpectation]:
    """Return how deep each skill is expected at these levels, with the skills."""
    at_levels = role.skill_expectations.filter(level__in=[level for level in levels if level])
    return list(at_levels.select_related("skill").order_by("skill__position", "skill__key"))


def skill_groups(rows: Iterable[SkillExpectation], level: Level) -> tuple[SkillGroup, ...]:
    """Return the skills of the level, deepest first, given those of the level below too."""
    rows = tuple(rows)
    here = [row for row in rows if row.level == level]
    before = {row.skill_id: Proficiency(row.proficiency) for row in rows if row.level != level}
    groups = (
        SkillGroup(
            str(depth.label),
            tuple(_skill(row, depth, before) for row in here if row.proficiency == depth),
        )
        for depth in reversed(Proficiency)
    )
    return tuple(group for group in groups if group.skills)


def _skill(
    row: SkillExpectation, depth: Proficiency, before: Mapping[int, Proficiency]
) -> ExpectedSkill:
    page = reverse("roles:skill", args=[row.skill.slug])
    risen_from = before.get(row.skill_id, depth)
    return ExpectedSkill(
        Link(row.skill.title, f"{page}#{row.level}"),
        "" if risen_from is depth else str(risen_from.label),
    )
