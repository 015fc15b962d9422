"""What was typed becomes terms, whatever it is."""

import pytest
from hypothesis import given

from tests.search.hostile import TYPED
from tpmguide.search.reading import (
    COMMON,
    MOST_CHARACTERS,
    MOST_SPELLINGS,
    MOST_WORDS,
    WORD,
    folded,
    read,
    respelled,
    words_of,
)


def phrases(typed: str) -> list[list[str]]:
    """Return what is looked for, as text: one list of synonyms for each term."""
    return [[" ".join(phrase) for phrase in term.phrases] for term in read(typed).terms]


@given(typed=TYPED)
def test_whatever_is_typed_becomes_bounded_terms_of_letters_and_digits(typed: str) -> None:
    reading = read(typed)

    assert len(reading.text) <= MOST_CHARACTERS
    assert reading.text.isprintable()
    assert len(reading.words) <= MOST_WORDS
    assert len(reading.terms) <= MOST_WORDS
    assert len(reading.spellings) <= MOST_SPELLINGS
    for term in reading.terms:
        for phrase in term.phrases:
            assert phrase
            assert all(WORD.fullmatch(word) for word in phrase)


@given(typed=TYPED)
def test_what_was_read_is_read_the_same_again(typed: str) -> None:
    reading = read(typed)

    again = read(reading.text)

    assert (again.text, again.words, again.terms) == (reading.text, reading.words, reading.terms)


@given(typed=TYPED)
def test_a_query_without_a_word_has_no_terms(typed: str) -> None:
    reading = read(typed)

    assert bool(reading.terms) == bool(words_of(reading.text))


def test_text_is_shown_on_one_line_without_control_characters() -> None:
    assert read(" sr\x00\n  tpm\u202e ").text == "sr tpm"


def test_compatible_characters_and_diacritics_are_the_plain_letters() -> None:
    assert read("\uff34pm \ufb01t").text == "Tpm fit"
    assert folded("São Résumé") == "sao resume"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("शब्दावली", [["glossary"]]),
        ("स्किल", [["skills"]]),
        ("तनख्वाह", phrases("pay")),
        ("तनख़्वाह", phrases("pay")),
        ("क्या है API", [["api", "application programming interface"]]),
        ("अज्ञात", [["अज्ञात"]]),
    ],
)
def test_hindi_is_read_whole_and_looked_for_in_english(
    typed: str, expected: list[list[str]]
) -> None:
    assert phrases(typed) == expected


def test_a_question_in_hindi_is_one_without_its_mark() -> None:
    assert read("क्या TPM कोड लिखते हैं").is_question
    assert read("TPM कैसे बनें").is_question
    assert not read("TPM कोड").is_question


@pytest.mark.parametrize(
    ("typed", "is_cut"),
    [
        ("x" * MOST_CHARACTERS, False),
        ("x" * (MOST_CHARACTERS + 1), True),
        ("one two three four five six seven eight", False),
        ("one two three four five six seven eight nine", True),
        ("x" * 50_000, True),
    ],
)
def test_what_is_too_long_is_cut_and_known_to_be(typed: str, *, is_cut: bool) -> None:
    assert read(typed).is_cut is is_cut


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sr tpm", ["senior", "technical product manager"]),
        ("Snr", ["senior"]),
        ("jr", ["entry"]),
        ("gtm", ["go to market"]),
        ("GO-TO-MARKET", ["gtm"]),
        ("po", ["product owner"]),
        ("k8s", ["kubernetes"]),
        ("salaries", ["pay"]),
        ("ctc", ["compensation"]),
    ],
)
def test_a_short_form_is_also_what_it_stands_for(typed: str, expected: list[str]) -> None:
    found = phrases(typed)

    assert len(found) == len(expected)
    assert all(meaning in synonyms for synonyms, meaning in zip(found, expected, strict=True))


def test_what_was_typed_comes_before_its_synonyms() -> None:
    assert phrases("gtm") == [["gtm", "go to market"]]


def test_the_longest_phrase_with_synonyms_is_one_term() -> None:
    (term,) = phrases("technical product manager")

    assert term[:2] == ["technical product manager", "tpm"]


def test_the_plural_of_a_short_form_is_understood() -> None:
    assert phrases("APIs") == phrases("api")


def test_common_words_are_left_out_unless_there_is_nothing_else() -> None:
    assert phrases("do I need to code") == phrases("code")
    assert phrases("what is it") == [["what"], ["is"], ["it"]]
    assert "code" not in COMMON


@pytest.mark.parametrize(
    ("typed", "is_question"),
    [("do I need to code", True), ("degree?", True), ("code", False), ("", False)],
)
def test_a_question_is_known_by_its_first_word_or_its_mark(
    typed: str, *, is_question: bool
) -> None:
    assert read(typed).is_question is is_question


@pytest.mark.parametrize(
    ("typed", "goes_on"),
    [
        ("road", True),
        ("product road", True),
        ("road ahead", True),
        ("ro", False),
        ("road.", False),
        ("gtm", False),
        ("", False),
    ],
)
def test_the_last_word_may_go_on_when_it_is_long_enough(typed: str, *, goes_on: bool) -> None:
    assert read(typed).goes_on is goes_on


def test_only_the_last_term_may_go_on() -> None:
    assert [term.is_open for term in read("road blocks").terms] == [False, True]


def test_a_query_can_be_spelled_in_every_way_that_means_the_same() -> None:
    spellings = read("sr tpm").spellings

    assert {"sr tpm", "senior tpm", "senior technical product manager"} <= spellings


def test_words_are_replaced_where_they_stand() -> None:
    assert respelled(read("Arcitecture of APIs"), {"arcitecture": "architecture"}) == (
        "architecture of apis"
    )
