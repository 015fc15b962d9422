"""A misspelled word gives way to the most similar one that is used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmguide.models import SearchWord
from tpmguide.search.spelling import about_as_long, correctable, corrections, nearest

KNOWN = {"architecture": 9, "architect": 4, "bengaluru": 2, "pune": 3, "tune": 1, "core": 2}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("arcitecture", "architecture"),
        ("architecure", "architecture"),
        ("bengalru", "bengaluru"),
        ("pnue", "pune"),
        ("zzzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_found(typed: str, expected: str) -> None:
    assert nearest(typed, KNOWN) == expected


def test_of_two_words_that_are_as_near_the_more_used_is_taken() -> None:
    assert nearest("gune", KNOWN) == "pune"


def test_a_known_word_is_never_corrected() -> None:
    assert corrections(["core", "arcitect"], KNOWN) == {"arcitect": "architect"}


def test_short_words_and_those_with_digits_are_left_alone() -> None:
    assert correctable(["tmp", "k8s9", "pune", "pune", "x" * 31]) == ["pune"]


@given(typed=st.text(max_size=60))
def test_a_correction_is_a_known_word_or_nothing(typed: str) -> None:
    assert nearest(typed, KNOWN) in {*KNOWN, ""}


@pytest.mark.django_db
def test_only_words_about_as_long_are_compared() -> None:
    SearchWord.objects.all().delete()
    SearchWord.objects.bulk_create(SearchWord(word=word, uses=uses) for word, uses in KNOWN.items())

    assert about_as_long(["archtect"]) == {"architect": 4, "bengaluru": 2}
