"""What was typed into the search box, as the terms that are looked for. Pure."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

from tpmguide.search import hindi
from tpmguide.search.synonyms import LONGEST, SAME_AS, Phrase

# What is typed by hand is shorter. More costs time and finds nothing.
MOST_CHARACTERS = 100
MOST_WORDS = 8
# From so many letters on, the last word may be the beginning of a longer one.
FEWEST_TO_GO_ON = 3
# Few words have more than three synonyms; all of them at once would be thousands of spellings.
MOST_SPELLINGS = 64

# Hindi writes most vowels as marks on a letter, which are no letters to Unicode.
DEVANAGARI = re.compile(r"[\u0900-\u0963\u0971-\u097f]")
WORD = re.compile(rf"[^\W_](?:[^\W_]|{DEVANAGARI.pattern})*")
# What Unicode calls the class of the mark that takes a consonant's vowel away.
VIRAMA = 9
ASKING = frozenset(WORD.findall("what how do does can could should is are why when which who will"))
# These are in most sentences and in most questions, so they tell nothing apart.
COMMON = ASKING | frozenset(
    WORD.findall(
        "a about an and any as at be been by did for from get has have i if in into it me much my"
        " need not of on or our some that the there this to versus vs was we were with would you"
        " your"
    )
)


@dataclass(frozen=True, slots=True)
class Term:
    """Phrases that mean the same; where it is open, a word may go on from the last of them."""

    phrases: tuple[Phrase, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it is shown again, and as it is understood."""

    text: str
    words: tuple[str, ...]
    terms: tuple[Term, ...]
    is_cut: bool

    @property
    def is_question(self) -> bool:
        """Whether it asks; in Hindi the asking word may stand anywhere."""
        asking = set(self.words[:1]) & ASKING or set(self.words) & asking_in_hindi()
        return self.text.endswith("?") or bool(asking)

    @property
    def folded(self) -> str:
        """What was typed, as names of entries are compared with it: in English."""
        if DEVANAGARI.search(self.text):
            return " ".join(word for term in self.terms for word in term.phrases[0])
        return " ".join(self.words)

    @property
    def unknown(self) -> Iterator[str]:
        """The words that are part of no phrase whose meaning is known, and may be misspelled."""
        for phrase in phrases_of(self.words):
            yield from () if same_as(phrase) else phrase

    @property
    def goes_on(self) -> bool:
        """Whether the last word may be the beginning of a longer one."""
        return any(term.is_open for term in self.terms)

    @property
    def spellings(self) -> frozenset[str]:
        """Every way to write the query that means the same, as folded words."""
        ways = product(*(term.phrases for term in self.terms))
        joined = (" ".join(word for phrase in way for word in phrase) for way in ways)
        return frozenset(islice(joined, MOST_SPELLINGS))


def read(typed: str) -> Reading:
    """Read what was typed, whatever it is; a query without a word has no terms."""
    whole = cleaned(typed)
    text = whole[:MOST_CHARACTERS].rstrip()
    every = words_of(text)
    words = every[:MOST_WORDS]
    is_cut = len(whole) > len(text) or len(every) > len(words)
    goes_on = len(every) == len(words) and text[-1:].isalnum()
    return Reading(text, words, tuple(terms(words, goes_on=goes_on)), is_cut)


def cleaned(typed: str) -> str:
    """Return at most a little more than is read, on one line and without control characters."""
    plain = unicodedata.normalize("NFKC", typed[: 4 * MOST_CHARACTERS])
    printed = "".join(char if char.isprintable() else " " for char in plain)
    return " ".join(printed.split())


def folded(text: str) -> str:
    """Return the text in small letters and without diacritics, as the indexes keep it.

    A virama stays: without it a Hindi word is another one.
    """
    if text.isascii():  # as nearly all of it is; this is faster
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if unicodedata.combining(char) in {0, VIRAMA}).casefold()


def words_of(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(folded(text)))


@cache
def in_english() -> Mapping[Phrase, Phrase]:
    """Return what each Hindi phrase means; as folded words, as a query has them."""
    return {
        words_of(said): tuple(english.split())
        for english, phrases in hindi.IN_HINDI
        for said in phrases
    }


@cache
def asking_in_hindi() -> frozenset[str]:
    return frozenset(words_of(hindi.ASKING))


@cache
def common_words() -> frozenset[str]:
    return COMMON.union(asking_in_hindi(), words_of(hindi.COMMON))


def terms(words: Sequence[str], *, goes_on: bool) -> Iterator[Term]:
    """Give the terms of the words; common words only where there is nothing else."""
    phrases = list(phrases_of(words))
    telling = [phrase for phrase in phrases if phrase[0] not in common_words() or len(phrase) > 1]
    for position, phrase in enumerate(telling or phrases, start=1):
        known = same_as(phrase)
        is_last = position == len(telling or phrases)
        is_open = is_last and goes_on and not known and len(phrase[0]) >= FEWEST_TO_GO_ON
        yield Term(known or (phrase,), is_open)


def phrases_of(words: Sequence[str]) -> Iterator[Phrase]:
    """Part the words into the longest phrases that have synonyms, and single words."""
    start = 0
    while start < len(words):
        lengths = range(min(LONGEST, len(words) - start), 0, -1)
        candidates = (tuple(words[start : start + length]) for length in lengths)
        phrase = next((one for one in candidates if same_as(one)), (words[start],))
        yield phrase
        start += len(phrase)


def same_as(phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the synonyms of a phrase, or of the one that it is the plural of, all in English."""
    if phrase in in_english():
        meant = in_english()[phrase]
        return same_as(meant) or (meant,)
    *start, last = phrase
    return SAME_AS.get(phrase) or SAME_AS.get((*start, last.removesuffix("s")), ())


def respelled(reading: Reading, corrections: Mapping[str, str]) -> str:
    """Return the query with some of its words replaced."""
    return " ".join(corrections.get(word, word) for word in reading.words)
