"""The responsibilities of a role: how they are sorted, and how many documents name each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from roles.blocks import Block, Cite, Group, filled
from roles.choices import SourceKind, Theme
from roles.cited import Cited, Link
from roles.models import Claim, Responsibility
from roles.querystring import QueryError, echo, one, unknown_names

# Named by so many documents, a responsibility is the core of the role, not one author's view.
CORE_DOCUMENTS = 3

PARAMETER = "sort"
BY_THEME, BY_SOURCES = "theme", "sources"
SORTS = {
    BY_THEME: (gettext_lazy("Sort by theme"), gettext_lazy("Sorted by theme")),
    BY_SOURCES: (
        gettext_lazy("Sort by number of documents"),
        gettext_lazy("Sorted by number of documents"),
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """How the responsibilities are sorted, and which parameters nobody knows."""

    sort: str
    ignored: tuple[str, ...]

    @property
    def is_by_sources(self) -> bool:
        return self.sort == BY_SOURCES


def read_order(query: QueryDict) -> Order:
    """Read the order asked for; raise QueryError when there is no such order."""
    sort = one(query, PARAMETER) or BY_THEME
    if sort not in SORTS:
        message = gettext("“{value}” is not a way to sort.").format(value=echo(sort))
        raise QueryError(message, field=PARAMETER, choices=SORTS)
    return Order(sort, unknown_names(query, known=(PARAMETER,)))


def responsibilities_block(
    claims: Sequence[Responsibility], cite: Cite, *, order: Order, page: str
) -> Block:
    """Return the responsibilities, given in the order asked for, with links to the others."""
    total = len({source for claim in claims for source in _documents(claim)})
    pairs = [(claim, _named(claim, cite, total)) for claim in claims]
    groups = filled(_by_standing(pairs) if order.is_by_sources else _by_theme(pairs))
    return Block(
        "responsibilities",
        gettext("Responsibilities"),
        groups,
        note=gettext("{number} responsibilities, merged from {documents} documents.").format(
            number=len(pairs), documents=total
        ),
        links=_sort_links(order, page),
    )


def _by_theme(pairs: Sequence[tuple[Responsibility, Cited]]) -> Iterable[Group]:
    for theme in Theme:
        yield Group(
            str(theme.label), tuple(cited for claim, cited in pairs if claim.theme == theme)
        )


def _by_standing(pairs: Sequence[tuple[Responsibility, Cited]]) -> Iterable[Group]:
    cited = [cited for _, cited in pairs]
    many = gettext("Named by {number} or more").format(number=CORE_DOCUMENTS)
    yield Group(many, tuple(c for c in cited if c.is_core))
    few = gettext("Named by fewer than {number}").format(number=CORE_DOCUMENTS)
    yield Group(few, tuple(c for c in cited if not c.is_core))


def _sort_links(order: Order, page: str) -> tuple[Link, ...]:
    queries = {BY_THEME: "", BY_SOURCES: f"?{PARAMETER}={BY_SOURCES}"}
    return tuple(
        Link(
            str(labels[sort == order.sort]),
            f"{page}{queries[sort]}#responsibilities",
            is_current=sort == order.sort,
        )
        for sort, labels in SORTS.items()
    )


def _documents(claim: Claim) -> set[int]:
    return {
        citation.source_id
        for citation in claim.citations.all()
        if citation.source.kind == SourceKind.DOCUMENT
    }


def _named(claim: Responsibility, cite: Cite, total: int) -> Cited:
    number = len(_documents(claim))
    is_core = number >= CORE_DOCUMENTS
    standing = (
        gettext("Core: named by {number} of {total} documents")
        if is_core
        else gettext("Named by {number} of {total} documents")
    )
    return cite(claim, standing=standing.format(number=number, total=total), is_core=is_core)
