"""The career lattice: from which jobs a person comes, through which levels, and to which jobs."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from roles.choices import MAIN_ROLE, Level, PathName, Section
from roles.models import Statement

# The ways in that have a guide of their own, by the claim that describes them.
GUIDES = {"way-in-engineer": PathName.ENGINEER_TO_TPM, "way-in-pm": PathName.PM_TO_TPM}
# The directions that statements describe, before and after the levels.
WAYS_IN = (Section.FROM_ENGINEERING, Section.FROM_PRODUCT)
WAYS_ON = (Section.SIDEWAYS, Section.ONWARD)


@dataclass(frozen=True, slots=True)
class Node:
    """A job in the lattice, and where more is said about it."""

    key: str
    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    anchor: str
    heading: str
    nodes: tuple[Node, ...]


def lattice(statements: Sequence[Statement]) -> tuple[Direction, ...]:
    """Return the directions that have a job in them: in, up, sideways, onward."""
    directions = (
        *(_described(section, statements) for section in WAYS_IN),
        Direction("up", gettext("Up"), tuple(_level(level) for level in Level)),
        *(_described(section, statements) for section in WAYS_ON),
    )
    return tuple(direction for direction in directions if direction.nodes)


def _described(section: Section, statements: Sequence[Statement]) -> Direction:
    nodes = (
        Node(statement.key, statement.title, _address(statement))
        for statement in statements
        if statement.section == section
    )
    return Direction(section.value, str(section.label), tuple(nodes))


def _address(statement: Statement) -> str:
    """Return the guide to a way in, the page of another role, or the claim on this page."""
    if statement.key in GUIDES:
        return reverse("roles:path", args=[GUIDES[statement.key].value])
    if statement.role.slug != MAIN_ROLE:
        return statement.role.get_absolute_url()
    return f"#{statement.key}"


def _level(level: Level) -> Node:
    url = reverse("level", args=[MAIN_ROLE, level.value])
    label = gettext("{level} level").format(level=level.label)
    return Node(f"level-{level.value}", label, url, level.years)
