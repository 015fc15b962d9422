"""The page of all paths: the lattice, and what the sources ask for and promise."""

from dataclasses import dataclass

from django.urls import reverse

from roles.blocks import Block
from roles.choices import PathName, Section
from roles.cited import Link
from roles.models import Statement
from roles.paths.lattice import WAYS_IN, WAYS_ON, Direction, lattice
from roles.paths.material import cite_all, disputes_block, disputes_named, section_block
from roles.paths.resources import resources_of, with_resources

# What is said beside the lattice itself, in the order of the page.
SECTIONS = (
    *WAYS_IN,
    *WAYS_ON,
    Section.EDUCATION,
    Section.EXPERIENCE,
    Section.CERTIFICATION,
    Section.PREREQUISITES,
    Section.BENEFITS,
    Section.FIT,
    Section.PROSPECTS,
)
DISPUTES = ("degree-required", "where-tpms-are-found")


@dataclass(frozen=True, slots=True)
class Overview:
    """The guides are links to the pages of single paths."""

    guides: tuple[Link, ...]
    directions: tuple[Direction, ...]
    blocks: tuple[Block, ...]


def overview() -> Overview:
    statements = list(Statement.objects.of_section(*SECTIONS).in_order().select_related("role"))
    disputes = disputes_named(*DISPUTES)
    resources = resources_of(*SECTIONS)
    citing = cite_all([*statements, *disputes, *resources])
    sections = (section_block(section, statements, citing) for section in SECTIONS)
    blocks = (
        *(with_resources(block, resources, citing) for block in sections),
        disputes_block(disputes, citing),
    )
    return Overview(
        path_links(),
        lattice(statements),
        tuple(block for block in blocks if block.groups),
    )


def path_links() -> tuple[Link, ...]:
    """Return a link to each path that has a guide of its own."""
    return tuple(
        Link(str(name.label), reverse("roles:path", args=[name.value])) for name in PathName
    )
