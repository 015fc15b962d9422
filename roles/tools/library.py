"""The list of tools and techniques, by stage of the product lifecycle."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.choices import Stage
from roles.cited import Cited, Citing, Link, from_skills
from roles.models import Tool
from roles.models.claims import citations_in_order
from roles.querystring import several, unknown_names

HEADING = gettext_lazy("Tools and techniques")
PARAMETER = "stage"
END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The stages asked for, all of them when none was, and the parameters nobody knows."""

    stages: tuple[Stage, ...]
    ignored: tuple[str, ...]

    @property
    def is_all(self) -> bool:
        return len(self.stages) == len(Stage)


@dataclass(frozen=True, slots=True)
class Entry:
    """A tool in the list; the line says what it is."""

    claim: Cited
    url: str
    line: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The tools of one stage."""

    anchor: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Library:
    title: str
    trail: tuple[Link, ...]
    shelves: tuple[Shelf, ...]
    links: tuple[Link, ...]
    ignored: tuple[str, ...]


def read_stages(query: QueryDict) -> Wanted:
    """Read the stages asked for; raise QueryError when there is no such stage."""
    refusal = gettext("“{value}” is not a stage of the product lifecycle.")
    asked = several(query, PARAMETER, known=Stage.values, refusal=refusal)
    stages = tuple(map(Stage, asked)) or tuple(Stage)
    return Wanted(stages, unknown_names(query, known=(PARAMETER,)))


def tools_by_stage() -> list[Tool]:
    """Return every tool, stage by stage."""
    return sorted(Tool.objects.in_order(), key=lambda tool: list(Stage).index(stage_of(tool)))


def library(wanted: Wanted) -> Library:
    """Return the tools of the stages asked for, and links to those of every other stage."""
    tools = [tool for tool in tools_by_stage() if tool.stage in wanted.stages]
    prefetch_related_objects(tools, citations_in_order())
    citing = Citing(tools)
    shelves = (_shelf(stage, group, citing) for stage, group in groupby(tools, key=stage_of))
    return Library(
        _title(wanted), _trail(), tuple(shelves), tuple(_stage_links(wanted)), wanted.ignored
    )


def stage_of(tool: Tool) -> Stage:
    return Stage(tool.stage)


def stage_url(stage: Stage) -> str:
    return f"{reverse('roles:tools')}?{PARAMETER}={stage.value}"


def line_and_rest(text: str) -> tuple[str, str]:
    """Return the first sentence of a tool's text, which says what it is, and what follows."""
    line, *rest = END_OF_SENTENCE.split(text, maxsplit=1)
    return line, " ".join(rest)


def _shelf(stage: Stage, tools: Iterable[Tool], citing: Citing) -> Shelf:
    entries = (
        Entry(citing(tool), tool.get_absolute_url(), line_and_rest(tool.text)[0]) for tool in tools
    )
    return Shelf(stage.value, str(stage.label), tuple(entries))


def _title(wanted: Wanted) -> str:
    stages = ", ".join(str(stage.label) for stage in wanted.stages)
    return str(HEADING) if wanted.is_all else f"{HEADING}: {stages}"


def _trail() -> tuple[Link, ...]:
    return from_skills(Link(str(HEADING), reverse("roles:tools"), is_current=True))


def _stage_links(wanted: Wanted) -> Iterator[Link]:
    yield Link(gettext("All stages"), reverse("roles:tools"), is_current=wanted.is_all)
    for stage in Stage:
        is_current = stage in wanted.stages and not wanted.is_all
        yield Link(str(stage.label), stage_url(stage), is_current=is_current)
