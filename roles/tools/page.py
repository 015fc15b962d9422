"""The page of one tool: what it is, what the sources say, and advice that goes beyond them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext

from roles.choices import MAIN_ROLE, Basis
from roles.cited import Cited, Citing, Fact, Link, from_skills
from roles.models import GlossaryTerm, Skill, Tool
from roles.models.claims import citations_in_order
from roles.tools.library import HEADING, line_and_rest, stage_of, stage_url


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of advice under its heading."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ToolPage:
    """The line says what the tool is; said is what the sources say; the parts go beyond them."""

    claim: Cited
    line: str
    said: str
    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]
    trail: tuple[Link, ...]
    before: Link | None
    after: Link | None
    badge: str


def tool_page(tool: Tool, tools: Sequence[Tool]) -> ToolPage:
    """Return the page of a tool; the tools are all of them, in the order of the list."""
    prefetch_related_objects([tool], citations_in_order())
    line, said = line_and_rest(tool.text)
    links = [_link(other) for other in tools]
    index = tools.index(tool)
    return ToolPage(
        claim=Citing([tool])(tool),
        line=line,
        said=said,
        parts=_parts(tool),
        facts=tuple(_facts(tool)),
        trail=_trail(tool),
        before=links[index - 1] if index else None,
        after=links[index + 1] if index + 1 < len(links) else None,
        badge=str(Basis.EDITORIAL.label),
    )


def _parts(tool: Tool) -> tuple[Part, ...]:
    return (
        Part("use", gettext("When to use it"), tool.when_to_use),
        Part("avoid", gettext("When not to use it"), tool.when_not),
        Part("example", gettext("Example"), tool.example),
        Part("owner", gettext("Who usually owns it"), f"{tool.owner}."),
    )


def _facts(tool: Tool) -> Iterator[Fact]:
    """Give where the tool belongs, and the skill and the term that share its slug."""
    stage = stage_of(tool)
    lifecycle = f"{reverse('roles:detail', args=[MAIN_ROLE])}#lifecycle"
    yield _fact(gettext("Lifecycle stage"), str(stage.label), stage_url(stage))
    used = gettext("The role over the product lifecycle")
    yield _fact(gettext("Where it is used"), used, lifecycle)
    for skill in Skill.objects.filter(slug=tool.slug):
        yield _fact(gettext("Related skill"), skill.title, skill.get_absolute_url())
    for term in GlossaryTerm.objects.filter(slug=tool.slug):
        yield _fact(
            gettext("In the glossary"), term.title, f"{reverse('roles:glossary')}#{term.slug}"
        )


def _fact(term: str, label: str, url: str) -> Fact:
    return Fact(term, label, (Link(label, url),))


def _trail(tool: Tool) -> tuple[Link, ...]:
    return from_skills(
        Link(str(HEADING), reverse("roles:tools")),
        Link(tool.title, tool.get_absolute_url(), is_current=True),
    )


def _link(tool: Tool) -> Link:
    return Link(tool.title, tool.get_absolute_url())
