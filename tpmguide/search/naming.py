"""The slice of pay that a query names: the explorer at exactly its filters, or none."""

from collections.abc import Mapping
from functools import cache
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from roles.choices import Level
from roles.cited import Link
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.slices import Slice
from tpmguide.search.reading import Reading, Term, read
from tpmguide.search.synonyms import Phrase

# A word or name as what means the same, so that it is the same however it is written.
Name = tuple[frozenset[Phrase], ...]
# A filter and its value; words that choose none have no filter.
Choice = tuple[str, str]

SILENT = ("pay", "company", "companies", "level", "levels", "average", "range")
PAY = ("", SILENT[0])
# Without one of these the query is about a role or a level, which have pages of their own.
ABOUT_PAY = {"city", "country", "size"}


def named_slice(reading: Reading, known: Known) -> Link | None:
    """Return a link to the slice that every telling word of the query is about."""
    # What one word names has an entry; what is left out of a long query would be a filter less.
    if reading.is_cut or len(reading.terms) == 1:
        return None
    chosen = choices(name(reading.terms), names(known.vocabulary))
    if not any(choice == PAY or choice[0] in ABOUT_PAY for choice in chosen):
        return None
    query = urlencode([choice for choice in chosen if choice[0]])
    explorer = Explorer(QueryDict(query), known)
    if not explorer.is_valid() or explorer.asked == Slice():
        return None
    return Link(explorer.heading, explorer.asked.url(reverse("salaries:explorer")))


def choices(said: Name, named: Mapping[Name, Choice]) -> list[Choice]:
    """Return what the words choose, the longest names first; nothing if a word chooses nothing."""
    chosen = []
    while said:
        lengths = range(len(said), 0, -1)
        length = next((many for many in lengths if said[:many] in named), None)
        if length is None:
            return []
        chosen.append(named[said[:length]])
        said = said[length:]
    return chosen


def names(vocabulary: Vocabulary) -> dict[Name, Choice]:
    """Return what each name chooses, as a query string would say it."""
    fixed = {"level": Level, "country": Country, "size": CompanySize}
    known = [
        *((field, value) for field, words in fixed.items() for value in words.values),
        *(("role", slug) for slug in vocabulary.roles),
        *(("city", slug) for slug in vocabulary.cities),
        *(("", word) for word in SILENT),
    ]
    of_aliases = {alias: ("city", city) for alias, city in vocabulary.aliases.items()}
    texts = {text: (field, text) for field, text in known} | of_aliases
    return {name_in(text): choice for text, choice in texts.items()}


@cache
def name_in(text: str) -> Name:
    return name(read(text).terms)


def name(terms: tuple[Term, ...]) -> Name:
    return tuple(frozenset(term.phrases) for term in terms)
