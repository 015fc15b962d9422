"""The table of Hindi words keeps its own rules, and knows the words of the site itself."""

from collections import Counter

import pytest
from django.utils import translation
from django.utils.translation import gettext

from tpmguide.search.engines.chosen import engine
from tpmguide.search.entries.pages import PAGES
from tpmguide.search.entries.places import Place
from tpmguide.search.finding import find
from tpmguide.search.hindi import ASKING, COMMON, IN_HINDI
from tpmguide.search.reading import in_english, read, words_of
from tpmguide.search.synonyms import LONGEST


def test_no_hindi_phrase_means_two_things() -> None:
    counts = Counter(words_of(phrase) for _, phrases in IN_HINDI for phrase in phrases)
    twice = [phrase for phrase, number in counts.items() if number > 1]

    # The same word with and without the dot below is one.
    assert twice == []


def test_no_common_word_means_something() -> None:
    common = {(word,) for word in words_of(f"{COMMON} {ASKING}")}

    assert common & set(in_english()) == set()


def test_no_phrase_is_longer_than_what_is_looked_up() -> None:
    assert max(map(len, in_english())) <= LONGEST


def test_what_a_word_means_is_written_as_it_is_looked_up() -> None:
    assert [english for english, _ in IN_HINDI if " ".join(words_of(english)) != english] == []


@pytest.mark.django_db
@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.title)
def test_a_page_is_found_by_its_title_in_hindi(place: Place) -> None:
    with translation.override("hi"):
        title = gettext(place.title)

    found = find(read(title), engine())

    assert found.matches, title
    assert place.title in [match.title for match in found.matches[:3]], title


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "title"),
    [("योजना बनाएँ", "Plan the next level"), ("वेतन का दायरा बनाएँ", "Build a pay band")],
)
def test_making_something_is_about_what_is_made(words: str, title: str) -> None:
    first, *_ = find(read(words), engine()).matches

    assert first.title == title
