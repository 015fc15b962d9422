"""How a query is answered: as typed, then with its spelling corrected, then with any of its words.

The first of these that finds anything is the answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tpmguide.search.engines.interface import Engine, Match, Wanted
from tpmguide.search.ranking import ranked, ranked_of_some
from tpmguide.search.reading import Reading, read, respelled
from tpmguide.search.spelling import correctable, corrections


@dataclass(frozen=True, slots=True)
class Attempt:
    """A way to look for what was typed."""

    reading: Reading
    is_corrected: bool = False
    is_any: bool = False

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.reading.terms, is_any=self.is_any)


@dataclass(frozen=True, slots=True)
class Found:
    """Every match of an attempt, best first; none where no attempt found anything."""

    attempt: Attempt
    matches: tuple[Match, ...] = ()


def find(reading: Reading, engine: Engine, *, is_exact: bool = False) -> Found:
    """Look for what was typed; at most six queries."""
    for attempt in attempts(reading, engine, is_exact=is_exact):
        matches = engine.matches(attempt.wanted)
        if matches:
            order = ranked_of_some(matches) if attempt.is_any else ranked(matches, attempt.reading)
            return Found(attempt, tuple(order))
    return Found(Attempt(reading))


def attempts(reading: Reading, engine: Engine, *, is_exact: bool) -> Iterator[Attempt]:
    """Give the ways to look, the strictest first; the next is taken when one finds nothing."""
    if not reading.terms:
        return
    yield Attempt(reading)
    corrected = reading if is_exact else correct(reading, engine)
    if corrected is not reading:
        yield Attempt(corrected, is_corrected=True)
    if len(corrected.terms) > 1:
        some = reading if is_mostly_guessed(reading, corrected) else corrected
        yield Attempt(some, is_corrected=some is not reading, is_any=True)


def is_mostly_guessed(reading: Reading, corrected: Reading) -> bool:
    """Whether more words were changed than kept: too many guesses for an answer to some words."""
    # A corrected query may be longer, and so be cut.
    pairs = zip(reading.words, corrected.words, strict=False)
    changed = sum(typed != meant for typed, meant in pairs)
    return changed > len(reading.words) - changed


def correct(reading: Reading, engine: Engine) -> Reading:
    """Return the reading of the corrected query, or the same where nothing is to be corrected.

    A word whose meaning is known is no typing error, though the guide has nothing on it.
    """
    doubtful = correctable(reading.unknown)
    better = corrections(doubtful, engine.near(doubtful)) if doubtful else {}
    return read(respelled(reading, better)) if better else reading
