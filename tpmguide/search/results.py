"""The search page as plain values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from roles.cited import AMOUNT, Link, counted
from roles.pager import PageLink, page_links
from salaries.known import Known
from tpmguide.languages import here
from tpmguide.search.asking import Asked, no_such_page, read_asked
from tpmguide.search.engines.chosen import engine
from tpmguide.search.engines.interface import Engine, Match, Wanted
from tpmguide.search.finding import Found, find
from tpmguide.search.hints import hints
from tpmguide.search.kinds import EntryKind
from tpmguide.search.marks import Piece, excerpt, pieces, unmarked
from tpmguide.search.naming import named_slice
from tpmguide.search.reading import MOST_CHARACTERS, MOST_WORDS

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """One result, its title and excerpt in pieces of which some are hits.

    caution says what an excerpt with an amount leaves out.
    """

    kind: EntryKind
    url: str
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    caution: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The words that were looked for instead, and the address that insists on those typed."""

    text: str
    typed: str
    typed_url: str


@dataclass(frozen=True, slots=True)
class Results:
    """What the search page shows; start is the number of the first hit, counted from one.

    named is the slice of pay that the query names, where the first hit is another.
    """

    asked: Asked
    heading: str
    named: Link | None
    hits: tuple[Hit, ...]
    start: int
    kinds: tuple[Link, ...]
    pages: tuple[PageLink, ...]
    correction: Correction | None
    is_any: bool


def search_page(query: QueryDict, known: Known) -> dict[str, object]:
    """Return what the page of this query string shows; raise QueryError where there is none."""
    asked = read_asked(query)
    found = results(asked, known) if asked.reading.text else None
    return {
        "asked": asked,
        "results": found,
        "hints": None if found and found.kinds else hints(asked.reading),
        "longest": MOST_CHARACTERS,
        "most_words": MOST_WORDS,
    }


def results(asked: Asked, known: Known) -> Results:
    """Answer what is asked; raise QueryError for a page beyond the last."""
    ours = engine()
    found = find(asked.reading, ours, is_exact=asked.is_exact)
    kept = [match for match in found.matches if asked.kind in {None, match.kind}]
    last = max(1, -(-len(kept) // ON_A_PAGE))
    if asked.page > last:
        raise no_such_page(str(asked.page), last=last)
    start = (asked.page - 1) * ON_A_PAGE
    shown = hits(kept[start : start + ON_A_PAGE], found.attempt.wanted, ours)
    named = named_slice(found.attempt.reading, known) if start == 0 else None
    return Results(
        asked=asked,
        heading=heading(len(kept), found.attempt.reading.text, asked.kind),
        named=None if named and named.url in {hit.url for hit in shown[:1]} else named,
        hits=shown,
        start=start + 1,
        kinds=kind_links(asked, found.matches),
        pages=page_links(last, current=asked.page, url_of=lambda page: asked.on_page(page).url()),
        correction=correction(asked, found),
        is_any=found.attempt.is_any,
    )


def heading(number: int, text: str, kind: EntryKind | None) -> str:
    """Return how many results there are, of which kind and for what, in words."""
    count = counted(number, "result") if number else gettext("No results")
    if kind is None:
        return gettext("{count} for “{text}”").format(count=count, text=text)
    said = gettext("{count} of kind {kind} for “{text}”")
    return said.format(count=count, kind=kind.label, text=text)


def hits(matches: Sequence[Match], wanted: Wanted, ours: Engine) -> tuple[Hit, ...]:
    if not matches:
        return ()
    ids = [match.id for match in matches]
    marked = {entry.id: entry for entry in ours.marked(wanted, ids)}
    return tuple(
        Hit(
            EntryKind(entry.kind),
            here(entry.url),
            pieces(entry.title),
            excerpt(entry.excerpt, entry.text),
            caution(unmarked(f"{entry.title} {entry.excerpt}")),
        )
        for entry in (marked[one] for one in ids if one in marked)
    )


def caution(text: str) -> str:
    """Return what must be known of an amount that stands here without its source."""
    if not AMOUNT.search(text):
        return ""
    return gettext("Reported, not checked: source, year and kind of pay are where the link leads.")


def kind_links(asked: Asked, matches: Sequence[Match]) -> tuple[Link, ...]:
    """Return a link to the results of every kind that has any, with their number, all first."""
    counts = Counter(match.kind for match in matches)
    every = Link(
        gettext("All ({number})").format(number=len(matches)),
        asked.of_kind(None).url(),
        asked.kind is None,
    )
    links = (
        Link(f"{kind.label} ({counts[kind.value]})", asked.of_kind(kind).url(), asked.kind is kind)
        for kind in EntryKind
        if counts[kind.value]
    )
    return (every, *links) if matches else ()


def correction(asked: Asked, found: Found) -> Correction | None:
    if not found.attempt.is_corrected:
        return None
    typed = asked.reading.text
    return Correction(found.attempt.reading.text, typed, asked.as_typed().url())
