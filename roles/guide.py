"""Puts a role page together: reads the claims about a role, lays them out in page order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext

from roles.answers import dispute_links
from roles.blocks import (
    Block,
    challenges_block,
    collaborators_block,
    day_block,
    future_block,
    levels_block,
    lifecycle_block,
    statement_block,
)
from roles.choices import Level, Section
from roles.cited import Cited, Citing, Link
from roles.first_uses import FirstUses
from roles.models import (
    Activity,
    Challenge,
    Claim,
    Collaborator,
    GlossaryTerm,
    LifecycleNote,
    Responsibility,
    Role,
    RoleLevel,
    Statement,
    Strategy,
    Tool,
    Trend,
)
from roles.models.claims import citations_in_order
from roles.onward import after_role
from roles.responsibilities import Order, responsibilities_block


@dataclass(frozen=True, slots=True)
class RoleGuide:
    """A role page; one that is not full has a definition and nothing else yet."""

    role: Role
    blocks: tuple[Block, ...]
    is_full: bool
    following: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Every claim about a role, each kind in its own order."""

    statements: list[Statement]
    responsibilities: list[Responsibility]
    activities: list[Activity]
    collaborators: list[Collaborator]
    lifecycle: list[LifecycleNote]
    challenges: list[Challenge]
    strategies: list[Strategy]
    trends: list[Trend]
    levels: list[RoleLevel]

    @classmethod
    def about(cls, role: Role, *, order: Order) -> Self:
        """Read the claims from the database, and the sources of all of them in one query."""
        duties = role.responsibilities
        material = cls(
            list(role.statements.in_order()),
            list(duties.most_documents_first() if order.is_by_sources else duties.in_order()),
            list(role.activities.in_order()),
            list(role.collaborators.in_order()),
            list(role.lifecyclenotes.in_order()),
            list(role.challenges.in_order()),
            list(role.strategies.in_order().prefetch_related("answers")),
            list(role.trends.in_order()),
            list(role.rolelevels.in_order()),
        )
        prefetch_related_objects(material.claims, citations_in_order())
        return material

    @property
    def claims(self) -> list[Claim]:
        return [claim for field in fields(self) for claim in getattr(self, field.name)]


class Writer:
    """Writes the blocks of one page; asked in page order, as first uses are linked."""

    def __init__(self, material: Material, terms: Iterable[GlossaryTerm]) -> None:
        self.material = material
        self.citing = Citing(material.claims)
        self.uses = FirstUses(terms)

    def cite(self, claim: Claim, **more: Any) -> Cited:
        """Return the claim; its title links a term only where its text does not use the term."""
        pieces = self.uses.link(claim.text)
        return self.citing(claim, pieces=pieces, heading=self.uses.link(claim.title), **more)

    def prose(self, *sections: Section) -> Iterator[Block]:
        for section in sections:
            yield statement_block(section, self.material.statements, self.cite)

    def role(self) -> Iterator[Block]:
        """Write what the role is."""
        yield from self.prose(
            Section.TAKEAWAYS, Section.DEFINITION, Section.FACETS, Section.NOT_THE_JOB
        )
        yield from self.prose(Section.WHERE_FOUND, Section.WHY)

    def work(self, order: Order, page: str) -> Iterator[Block]:
        """Write what is done, with whom, and when."""
        material = self.material
        yield responsibilities_block(material.responsibilities, self.cite, order=order, page=page)
        yield day_block(material.activities, self.cite)
        yield collaborators_block(material.collaborators, self.cite)
        yield from self.prose(Section.ORGANISATION, Section.PRACTICES)
        yield lifecycle_block(material.lifecycle, Tool.objects.in_order(), self.cite)
        yield from self.prose(Section.ROADMAP, Section.VISION)
        yield from self.prose(Section.MARKET_RESEARCH, Section.RISK)

    def outlook(self, today: date) -> Iterator[Block]:
        """Write what is hard, what is coming, and how a person enters and rises."""
        material = self.material
        yield challenges_block(material.challenges, material.strategies, self.cite)
        yield future_block(material.trends, self.cite, today=today)
        yield from self.prose(Section.INDUSTRIES, Section.EXAMPLES, Section.JOB_DESCRIPTION)
        yield levels_block(material.levels, self.cite)


def role_guide(role: Role, others: Iterable[Role], *, order: Order, today: date) -> RoleGuide:
    """Return the whole page of a role, without the sections that have no content."""
    material = Material.about(role, order=order)
    writer = Writer(material, GlossaryTerm.objects.in_order())
    written = [*writer.role(), *writer.work(order, role.get_absolute_url()), *writer.outlook(today)]
    blocks = [block for block in written if block.groups]
    is_full = len(blocks) > 1
    closing = [pay_block(role), disagreements_block()] if is_full else []
    every = (*blocks, *closing, neighbours_block(role, others))
    return RoleGuide(role, every, is_full, after_role(role.slug))


def pay_block(role: Role) -> Block:
    explorer = f"{reverse('salaries:explorer')}?role={role.slug}"
    links = (
        Link(
            gettext("Pay at {level} level").format(level=level.label),
            f"{explorer}&level={level.value}",
        )
        for level in Level
    )
    return Block(
        "pay",
        gettext("Pay"),
        note=gettext(
            "The salary explorer shows what is reported, observed and modelled, with sources."
        ),
        links=tuple(links),
    )


def disagreements_block() -> Block:
    return Block(
        "disagreements",
        gettext("Where the sources disagree"),
        note=gettext("Each question leads to what every source says, with its date."),
        links=dispute_links(),
    )


def neighbours_block(role: Role, others: Iterable[Role]) -> Block:
    comparison = reverse("roles:compare")
    links = (
        Link(
            gettext("{role} and {other}").format(role=role.short_name, other=other.name),
            f"{comparison}?roles={role.slug},{other.slug}",
        )
        for other in others
    )
    heading = gettext("Compare with a neighbouring role")
    return Block("neighbours", heading, links=tuple(links))
