"""In which order matches are shown. Pure."""

from collections.abc import Iterable
from enum import IntEnum

from tpmguide.search.engines.interface import Match, Place
from tpmguide.search.kinds import EntryKind
from tpmguide.search.reading import COMMON, Reading, words_of


class Closeness(IntEnum):
    """How what was typed relates to the names of an entry."""

    SAID = 0
    MEANT = 1
    BEGUN = 2
    APART = 3


def ranked(matches: Iterable[Match], reading: Reading) -> list[Match]:
    """Return matches that have every word, best first.

    What is called exactly as was typed comes before all else; to whoever asks a question, so do
    frequent questions about it. Then comes what is called so in other words, and what is so begun.
    Last comes what has every word in its title, then in its other names, then anywhere; here the
    database's rank decides, and counts more for prominent kinds and for short titles.
    """
    spellings = reading.spellings
    return sorted(matches, key=lambda match: sort_key(match, reading, spellings))


def ranked_of_some(matches: Iterable[Match]) -> list[Match]:
    """Return matches that have some of the words, best first: the database knows how many."""
    return sorted(
        matches,
        key=lambda match: -match.rank * prominence(EntryKind(match.kind), match.place),
    )


def sort_key(
    match: Match, reading: Reading, spellings: frozenset[str]
) -> tuple[bool, Closeness, int, float, str]:
    kind = EntryKind(match.kind)
    is_answer = kind is EntryKind.QUESTION and match.place < Place.TEXT
    close = closeness(match, reading, spellings)
    is_first = close is Closeness.SAID or (reading.is_question and is_answer)
    order = kind.rank if close < Closeness.APART else match.place.value
    rank = match.rank * prominence(kind, match.place) / dilution(match)
    return (not is_first, close, order, -rank, match.title)


def closeness(match: Match, reading: Reading, spellings: frozenset[str]) -> Closeness:
    names = {" ".join(words_of(name)) for name in (match.title, *match.names.splitlines())}
    if reading.folded in names:
        return Closeness.SAID
    if not names.isdisjoint(spellings):
        return Closeness.MEANT
    begun = reading.goes_on and any(name.startswith(reading.folded) for name in names)
    return Closeness.BEGUN if begun else Closeness.APART


def prominence(kind: EntryKind, place: Place) -> int:
    """Return how much the kind counts; what merely mentions something is no more than a passage.

    The pay of a city mentions every level and the role, as that of each other city does.
    """
    if place is Place.TEXT:
        most = EntryKind.SOURCE if kind is EntryKind.PAY else EntryKind.PASSAGE
        return min(kind.prominence, most.prominence)
    return kind.prominence


def dilution(match: Match) -> int:
    """Return among how many telling words of the title the hits stand, where they do."""
    telling = [word for word in words_of(match.title) if word not in COMMON]
    return max(1, len(telling)) if match.place is Place.TITLE else 1
