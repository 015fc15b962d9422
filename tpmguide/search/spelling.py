"""Typing errors: a word that no entry has gives way to the most similar one that some entry has."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches

from tpmguide.models import SearchWord

# A shorter word is near to too many others to say which was meant; a longer one nobody types.
FEWEST_LETTERS, MOST_LETTERS = 4, 30
# How many letters a typing error adds or leaves out.
MOST_ADRIFT = 2
# 1 is the same word. At 0.75 one letter of four may be another, or three of twelve.
FEWEST_ALIKE = 0.75
# Among so many of the most similar words, the one used most is taken where others are equal.
MOST_COMPARED = 5


def correctable(words: Iterable[str]) -> list[str]:
    """Return the words that may be misspelled, each once."""
    fit = (word for word in words if FEWEST_LETTERS <= len(word) <= MOST_LETTERS)
    return list(dict.fromkeys(word for word in fit if word.isalpha()))


def corrections(words: Iterable[str], known: Mapping[str, int]) -> dict[str, str]:
    """Return what each misspelled word should be; known are words with how often they are used."""
    best = {word: nearest(word, known) for word in words if word not in known}
    return {word: correct for word, correct in best.items() if correct}


def nearest(word: str, known: Mapping[str, int]) -> str:
    """Return the known word that is most like the given one, or nothing."""
    close = get_close_matches(word, known, n=MOST_COMPARED, cutoff=FEWEST_ALIKE)
    return max(close, default="", key=lambda other: (likeness(word, other), known[other]))


def likeness(word: str, other: str) -> float:
    return SequenceMatcher(a=other, b=word).ratio()


def about_as_long(words: Iterable[str]) -> dict[str, int]:
    """Return the words of the entries that are about as long as any of these, with their uses."""
    adrift = range(-MOST_ADRIFT, MOST_ADRIFT + 1)
    lengths = {len(word) + by for word in words for by in adrift}
    return dict(SearchWord.objects.of_lengths(lengths).values_list("word", "uses"))
