"""What the pages about paths are written from: claims of several kinds, cited in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.blocks import Block, Group, filled, statement_block
from roles.choices import Section
from roles.cited import Citing, Fact, Link
from roles.models import Claim, Contradiction, Statement
from roles.models.claims import citations_in_order

COURSES_NOTE = gettext_lazy(
    "Listed because a source names them; this guide recommends none. What was checked is what "
    "the source says of them, not what they offer today."
)
NOTES = {
    Section.FROM_PRODUCT: gettext_lazy("Every move that no source describes says so."),
    Section.CERTIFICATION: COURSES_NOTE,
    Section.RESOURCES: COURSES_NOTE,
    Section.BENEFITS: gettext_lazy(
        "One undated source names all of these; no other confirms them."
    ),
}


def cite_all(claims: Sequence[Claim]) -> Citing:
    """Fetch the sources of all claims of a page, and return what turns the claims into values."""
    prefetch_related_objects(claims, citations_in_order())
    return Citing(claims)


def section_block(section: Section, statements: Iterable[Statement], citing: Citing) -> Block:
    """Return the statements of a section, with what a reader should know of all of them."""
    return replace(statement_block(section, statements, citing), note=str(NOTES.get(section, "")))


def disputes_named(*slugs: str) -> list[Contradiction]:
    """Return these contradictions in this order; one that an editor deleted is left out."""
    found = Contradiction.objects.in_bulk(slugs, field_name="slug")
    return [found[slug] for slug in slugs if slug in found]


def disputes_block(disputes: Iterable[Contradiction], citing: Citing) -> Block:
    register = reverse("contradictions")
    claims = tuple(
        citing(
            dispute,
            facts=(
                Fact(
                    gettext("In full"),
                    "",
                    (Link(gettext("What each source says"), f"{register}#{dispute.slug}"),),
                ),
            ),
        )
        for dispute in disputes
    )
    heading = gettext("Where the sources disagree")
    return Block("disagreements", heading, filled([Group("", claims)]))
