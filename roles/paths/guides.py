"""The page of one path: its steps, what is disputed, resources, and the signs to tick."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from roles.blocks import Block, Group, filled
from roles.choices import MAIN_ROLE, Level, PathName, Section
from roles.cited import Citing, Link, from_home
from roles.models import PathStep, Statement, TransitionIndicator
from roles.onward import premium
from roles.paths.checklist import Answers, SignGroup, sign_groups
from roles.paths.material import cite_all, disputes_block, disputes_named, section_block
from roles.paths.reading import Reading, read_signs
from roles.paths.resources import resources_of, with_resources
from roles.paths.steps import steps_block


@dataclass(frozen=True, slots=True)
class Route:
    """What is particular to one path; the way in is the key of the claim that sums it up."""

    name: PathName
    start: str
    lead: str
    signs_note: str
    way_in: str
    resources: Section
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PathGuide:
    """The address is that of the page, the permalink that of the page with these answers."""

    route: Route
    address: str
    permalink: str
    trail: tuple[Link, ...]
    blocks: tuple[Block, ...]
    groups: tuple[SignGroup, ...]
    reading: Reading
    following: tuple[Link, ...]


# A person arrives at one of these, whatever their years in another job.
FIRST_LEVELS = (Level.ENTRY, Level.MID)
ROUTES = {
    PathName.ENGINEER_TO_TPM: Route(
        PathName.ENGINEER_TO_TPM,
        start=gettext_noop("an engineer"),
        lead=gettext_noop("The technical half is there; product work is what has to be added."),
        signs_note=gettext_noop(
            "No source lists such signs for engineers. Each is drawn from what a source "
            "says about the way in; where that goes beyond the source, it is marked."
        ),
        way_in="way-in-engineer",
        resources=Section.CERTIFICATION,
        disputes=("degree-required", "do-tpms-code", "architecture-decisions"),
    ),
    PathName.PM_TO_TPM: Route(
        PathName.PM_TO_TPM,
        start=gettext_noop("a product manager"),
        lead=gettext_noop("The product half is there; technical depth is what has to be added."),
        signs_note=gettext_noop(
            "One source lists these as signs that a product manager is turning into a TPM."
        ),
        way_in="way-in-pm",
        resources=Section.RESOURCES,
        disputes=("degree-required", "do-tpms-code"),
    ),
}


def path_guide(
    route: Route, indicators: Sequence[TransitionIndicator], answers: Answers
) -> PathGuide:
    """Return the page of a path, with its signs as they were ticked."""
    statements = list(Statement.objects.of_section(*_sections(route)).in_order())
    steps = list(PathStep.objects.of_path(route.name).in_order())
    disputes = disputes_named(*route.disputes)
    resources = resources_of(route.resources)
    citing = cite_all([*statements, *steps, *disputes, *indicators, *resources])
    listed = with_resources(section_block(route.resources, statements, citing), resources, citing)
    groups = sign_groups(indicators, answers, citing)
    address = reverse("roles:path", args=[route.name.value])
    blocks = (
        way_in_block(route, statements, citing),
        steps_block(steps, citing),
        disputes_block(disputes, citing),
        resources_block(listed),
    )
    return PathGuide(
        route,
        address,
        f"{address}{answers.query}",
        _trail(route),
        tuple(block for block in blocks if block.groups),
        groups,
        read_signs(groups, start=route.start),
        following(route),
    )


def way_in_block(route: Route, statements: Sequence[Statement], citing: Citing) -> Block:
    claims = tuple(citing(statement) for statement in statements if statement.key == route.way_in)
    return Block("way-in", gettext("In short"), filled([Group("", claims)]))


def resources_block(listed: Block) -> Block:
    """Return the resources under the same anchor on every path, whatever section they are of."""
    label = gettext("All on certification and courses")
    more = Link(label, f"{reverse('roles:paths')}#certification")
    return replace(listed, anchor="resources", links=(more,))


def following(route: Route) -> tuple[Link, ...]:
    """Return where to go from here: the first levels, their pay, and the role left behind."""
    levels = tuple(_level_link(level) for level in FIRST_LEVELS)
    pay = tuple(_pay_link(level) for level in FIRST_LEVELS)
    if route.name is PathName.ENGINEER_TO_TPM:
        return (*levels, *pay)
    return (
        *levels,
        *pay,
        premium(),
        Link(gettext("What tells PM and TPM apart"), reverse("roles:compare")),
    )


def _level_link(level: Level) -> Link:
    label = gettext("What {level} level asks for").format(level=level.label)
    return Link(label, reverse("level", args=[MAIN_ROLE, level]))


def _pay_link(level: Level) -> Link:
    label = gettext("Pay at {level} level").format(level=level.label)
    return Link(label, f"{reverse('salaries:explorer')}?level={level}")


def _sections(route: Route) -> tuple[Section, ...]:
    return (Section.FROM_ENGINEERING, Section.FROM_PRODUCT, route.resources)


def _trail(route: Route) -> tuple[Link, ...]:
    return from_home(
        Link(gettext("Paths"), reverse("roles:paths")),
        Link(
            str(route.name.label), reverse("roles:path", args=[route.name.value]), is_current=True
        ),
    )
