"""What the search page offers where it has no results to show."""

from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext, gettext_noop

from roles.cited import Link
from tpmguide.languages import here
from tpmguide.models import SearchEntry
from tpmguide.search.asking import Asked
from tpmguide.search.entries.pages import PAGES
from tpmguide.search.kinds import EntryKind
from tpmguide.search.reading import Reading, folded, read

# Queries that show what can be asked; a test follows each of them to its results.
EXAMPLES = (
    gettext_noop("sr tpm"),
    gettext_noop("go-to-market"),
    gettext_noop("do I need to code?"),
    gettext_noop("Bangalore salary"),
    gettext_noop("roadmap"),
)
MOST_SUGGESTED = 5
# Seven letters of ten are alike, and in the same order: “hydrbd” is Hyderabad. With half of them
# nearly every nonsense was near to some city.
FEWEST_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Hints:
    """Links to what a visitor may have meant or may like to know, and what can be searched."""

    near: tuple[Link, ...]
    pages: tuple[Link, ...]
    examples: tuple[Link, ...]
    held: tuple[str, ...]


def hints(reading: Reading) -> Hints:
    """Return the hints beside a query that finds nothing, or beside none; one query at most."""
    return Hints(
        near=near(reading) if reading.terms else (),
        pages=tuple(Link(gettext(page.title), page.url) for page in PAGES),
        examples=tuple(example(gettext(text)) for text in EXAMPLES),
        held=tuple(kind.holds for kind in EntryKind),
    )


def example(text: str) -> Link:
    return Link(text, Asked(read(text)).url())


def near(reading: Reading) -> tuple[Link, ...]:
    """Return links to the prominent entries of which a name is most like what was typed."""
    links = {
        folded(name): Link(entry.title, here(entry.url))
        for entry in SearchEntry.objects.of_kinds(EntryKind.prominent())
        for name in (entry.title, *entry.names.splitlines())
    }
    close = get_close_matches(folded(reading.text), links, n=MOST_SUGGESTED, cutoff=FEWEST_ALIKE)
    return tuple(dict.fromkeys(links[name] for name in close))
