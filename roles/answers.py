"""What the FAQ, the glossary and the list of contradictions show, as plain values."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.choices import MAIN_ROLE, Section
from roles.cited import Cited, Citing, Link, Mention, amount_caution, mention
from roles.models import Contradiction, GlossaryTerm, Position, Question, Skill, Tool
from roles.models.claims import ClaimQuerySet
from roles.onward import after_answer

# The sections of the main role's page that a term may be the name of.
ROLE_SECTIONS = {
    "responsibilities": gettext_lazy("Responsibilities"),
    Section.ROADMAP.value: Section.ROADMAP.label,
    Section.JOB_DESCRIPTION.value: Section.JOB_DESCRIPTION.label,
}


@dataclass(frozen=True, slots=True)
class Stand:
    """What one source says in a dispute."""

    source: Mention
    text: str
    caution: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with its answer; where the sources disagree, also what each says."""

    slug: str
    claim: Cited
    stands: tuple[Stand, ...]
    dispute: Link | None
    following: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    slug: str
    claim: Cited
    stands: tuple[Stand, ...]
    resolution: str
    questions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Term:
    slug: str
    claim: Cited
    aliases: str
    see_also: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with one letter."""

    anchor: str
    label: str
    terms: tuple[Term, ...]


def answers() -> tuple[Answer, ...]:
    questions = (
        Question.objects.with_sources()
        .in_order()
        .select_related("dispute")
        .prefetch_related(Prefetch("dispute__positions", _positions()))
    )
    citing = Citing(questions)
    return tuple(_answer(question, citing) for question in questions)


def disputes() -> tuple[Dispute, ...]:
    return _disputes(Contradiction.objects.of_sources())


def readings() -> tuple[Dispute, ...]:
    """Return how this guide reads what the documents leave out or leave unclear."""
    return _disputes(Contradiction.objects.of_the_guide())


def _disputes(found: ClaimQuerySet[Contradiction]) -> tuple[Dispute, ...]:
    positions = Prefetch("positions", _positions())
    contradictions = found.with_sources().in_order().prefetch_related(positions, "questions")
    citing = Citing(contradictions)
    return tuple(
        Dispute(
            contradiction.slug,
            citing(contradiction),
            _stands(contradiction.positions.all()),
            contradiction.resolution,
            tuple(
                Link(question.title, f"{reverse('roles:faq')}#{question.slug}")
                for question in contradiction.questions.all()
            ),
        )
        for contradiction in contradictions
    )


def terms() -> tuple[Term, ...]:
    """Return every term of the glossary in alphabetical order."""
    entries = sorted(GlossaryTerm.objects.with_sources(), key=lambda entry: entry.title.casefold())
    citing = Citing(entries)
    pages = _pages_by_slug()
    return tuple(
        Term(entry.slug, citing(entry), ", ".join(entry.aliases), tuple(pages.get(entry.slug, ())))
        for entry in entries
    )


def terms_by_letter() -> tuple[Letter, ...]:
    groups = groupby(terms(), key=lambda term: term.claim.title[0].upper())
    return tuple(Letter(f"letter-{label.lower()}", label, tuple(group)) for label, group in groups)


def dispute_links() -> tuple[Link, ...]:
    """Return a link to everything that the sources disagree about."""
    found = Contradiction.objects.of_sources().in_order()
    return tuple(_dispute_link(dispute) for dispute in found)


def reading_links() -> tuple[Link, ...]:
    """Return a link to every reading, all of which are on the method page."""
    method = reverse("method")
    found = Contradiction.objects.of_the_guide().in_order()
    return tuple(Link(reading.title, f"{method}#{reading.slug}") for reading in found)


def _positions() -> QuerySet[Position]:
    return Position.objects.select_related("source")


def _answer(question: Question, citing: Citing) -> Answer:
    dispute = question.dispute
    return Answer(
        question.slug,
        citing(question),
        _stands(dispute.positions.all()) if dispute else (),
        _dispute_link(dispute) if dispute else None,
        after_answer(question.slug),
    )


def _dispute_link(dispute: Contradiction) -> Link:
    return Link(dispute.title, f"{reverse('contradictions')}#{dispute.slug}")


def _stands(positions: Iterable[Position]) -> tuple[Stand, ...]:
    sources = [
        (position, mention(position.source, url=position.source.get_absolute_url()))
        for position in positions
    ]
    return tuple(
        Stand(source, position.text, amount_caution(position.text, [source]))
        for position, source in sources
    )


def _pages_by_slug() -> Mapping[str, Sequence[Link]]:
    """Return what a term of the same slug leads to: a skill, a tool, a section of the role page."""
    pages: defaultdict[str, list[Link]] = defaultdict(list)
    for skill in Skill.objects.in_order():
        pages[skill.slug].append(
            Link(gettext("Skill: {title}").format(title=skill.title), skill.get_absolute_url())
        )
    for tool in Tool.objects.in_order():
        pages[tool.slug].append(
            Link(gettext("Tool: {title}").format(title=tool.title), tool.get_absolute_url())
        )
    role_page = reverse("roles:detail", args=[MAIN_ROLE])
    for anchor, heading in ROLE_SECTIONS.items():
        label = gettext("Role page: {heading}").format(heading=heading)
        pages[anchor].append(Link(label, f"{role_page}#{anchor}"))
    return pages
