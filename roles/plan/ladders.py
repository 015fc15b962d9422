"""Each skill as a ladder: how deep one role expects it, level by level."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roles.choices import Level, Proficiency, SkillGroup
from roles.comparison import roles_by_name
from roles.models import Skill
from roles.skills.matrix import expectations


@dataclass(frozen=True, slots=True)
class Rung:
    """What one level expects; the descriptor says what a person there does."""

    level: Level
    depth: Proficiency
    descriptor: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The key stays when an editor changes title or slug."""

    key: str
    slug: str
    title: str
    group: SkillGroup
    url: str
    rungs: tuple[Rung, ...]

    def at(self, level: Level) -> Rung | None:
        return next((rung for rung in self.rungs if rung.level is level), None)


@dataclass(frozen=True, slots=True)
class Known:
    """What a query may name: the slugs of roles by any name, the keys of skills by key or slug."""

    roles: Mapping[str, str]
    skills: Mapping[str, str]


def skills_in_order() -> list[Skill]:
    """Return every skill with its expectations, in the order of the matrix of skills."""
    skills = Skill.objects.in_order().prefetch_related(expectations())
    return sorted(skills, key=lambda skill: SkillGroup.values.index(skill.group))


def known(skills: Sequence[Skill]) -> Known:
    """Return what may be named; a role is known if it expects a skill somewhere."""
    roles = {row.role.slug: row.role for skill in skills for row in skill.expectations.all()}
    by_slug = {skill.slug: skill.key for skill in skills}
    return Known(
        {name: role.slug for name, role in roles_by_name(roles.values()).items()},
        # A key is nobody else's slug, whatever an editor chooses.
        by_slug | {skill.key: skill.key for skill in skills},
    )


def ladders(skills: Iterable[Skill], role: str) -> tuple[Ladder, ...]:
    return tuple(_ladder(skill, role) for skill in skills)


def _ladder(skill: Skill, role: str) -> Ladder:
    rungs = (
        Rung(Level(row.level), Proficiency(row.proficiency), row.descriptor)
        for row in skill.expectations.all()
        if row.role.slug == role
    )
    return Ladder(
        skill.key,
        skill.slug,
        skill.title,
        SkillGroup(skill.group),
        skill.get_absolute_url(),
        tuple(sorted(rungs, key=lambda rung: rung.level.rank)),
    )
