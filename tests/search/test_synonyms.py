"""The table of synonyms keeps its own rules."""

from collections import Counter

from tpmguide.search.reading import COMMON, words_of
from tpmguide.search.synonyms import LONGEST, MEANINGS, SAME_AS


def test_every_phrase_is_written_as_it_is_looked_up() -> None:
    for meaning in MEANINGS:
        for phrase in meaning:
            assert " ".join(words_of(phrase)) == phrase


def test_no_phrase_has_two_meanings() -> None:
    counts = Counter(phrase for meaning in MEANINGS for phrase in meaning)

    assert [phrase for phrase, number in counts.items() if number > 1] == []


def test_no_common_word_has_synonyms() -> None:
    assert [phrase for phrase in SAME_AS if len(phrase) == 1 and phrase[0] in COMMON] == []


def test_synonyms_are_found_from_each_other() -> None:
    assert SAME_AS[("gtm",)] == (("gtm",), ("go", "to", "market"))
    assert SAME_AS[("go", "to", "market")] == (("go", "to", "market"), ("gtm",))


def test_the_longest_phrase_is_known() -> None:
    assert max(len(phrase) for phrase in SAME_AS) == LONGEST
