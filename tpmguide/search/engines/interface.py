"""What a database does for the search, whichever it is."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

from tpmguide.search.reading import Term

# Around a hit in what a database returns: characters of the private use area, which no text of
# the site has (the entries are stripped of them), so that nothing in a text looks like a mark.
START, STOP = "\ue000", "\ue001"
# About two lines of text around the hits.
WORDS_IN_EXCERPT = 32
# How much a hit in the title, in another name and in the text counts.
TITLE_WEIGHT, NAMES_WEIGHT, TEXT_WEIGHT = 10, 6, 1
# What is spelled most alike is among so many.
MOST_NEAR = 30


class Place(IntEnum):
    """The narrowest part of an entry that alone has everything that is looked for.

    The SQL of both engines gives these numbers.
    """

    TITLE = 0
    NAMES = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """The terms to look for, each of them or any one of them."""

    terms: tuple[Term, ...]
    is_any: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found; a higher rank is a better match, within one query."""

    id: int
    kind: str
    title: str
    names: str
    place: Place
    rank: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A found entry with the hits in its title and in a part of its text marked."""

    id: int
    kind: str
    url: str
    title: str
    excerpt: str
    text: str


def matches_of(rows: Iterable[Sequence[Any]]) -> list[Match]:
    """Return rows as matches, whatever type the database gives a number."""
    return [
        Match(number, kind, title, names, Place(place), float(rank))
        for number, kind, title, names, place, rank in rows
    ]


class Engine(Protocol):
    """The index that a database keeps of the entries, and what it knows of spelling."""

    def begin(self) -> None:
        """Keep any other process from rebuilding until this transaction ends."""

    def index(self) -> None:
        """Bring the index up to the entries that this transaction has written."""

    def matches(self, wanted: Wanted) -> list[Match]:
        """Return every entry that is found; wanted has at least one term."""

    def marked(self, wanted: Wanted, ids: Collection[int]) -> list[Marked]:
        """Return what is shown of these entries, in any order."""

    def near(self, words: Sequence[str]) -> dict[str, int]:
        """Return words of the entries, with how often they are used.

        The given words are among them, where some entry has them, and those most like them.
        """
