"""The best match comes first, on whichever database it was found."""

from itertools import count

from tpmguide.search.engines.interface import Match, Place
from tpmguide.search.kinds import EntryKind
from tpmguide.search.ranking import Closeness, closeness, ranked, ranked_of_some
from tpmguide.search.reading import read

NUMBERS = count(1)


def match(
    kind: EntryKind,
    title: str,
    *names: str,
    place: Place = Place.TITLE,
    rank: float = 1.0,
) -> Match:
    return Match(next(NUMBERS), kind.value, title, "\n".join(names), place, rank)


def order(typed: str, *matches: Match) -> list[str]:
    return [found.title for found in ranked(matches, read(typed))]


def test_what_is_called_exactly_so_comes_before_what_ranks_higher() -> None:
    mention = match(EntryKind.SKILL, "Launch and go-to-market planning", rank=9)
    term = match(EntryKind.TERM, "Go-to-market", "GTM")

    assert order("gtm", mention, term) == ["Go-to-market", "Launch and go-to-market planning"]


def test_what_was_typed_comes_before_what_it_means() -> None:
    meant = match(EntryKind.LEVEL, "Entry level", "Entry")
    said = match(EntryKind.SOURCE, "Junior")

    assert order("junior", meant, said) == ["Junior", "Entry level"]


def test_a_name_that_is_begun_comes_before_titles_that_hold_the_word() -> None:
    title = match(EntryKind.DISAGREEMENT, "Bengaluru or Bangalore")
    city = match(EntryKind.PAY, "Pay in Bengaluru", "Bangalore", place=Place.NAMES)

    assert order("bangalor", title, city) == ["Pay in Bengaluru", "Bengaluru or Bangalore"]


def test_of_equal_names_the_kinds_come_in_their_order() -> None:
    term = match(EntryKind.TERM, "MoSCoW", rank=9)
    tool = match(EntryKind.TOOL, "MoSCoW prioritisation", "moscow")

    assert order("moscow", term, tool) == ["MoSCoW prioritisation", "MoSCoW"]


def test_a_title_comes_before_a_name_and_a_name_before_a_text() -> None:
    text = match(EntryKind.SKILL, "Three", place=Place.TEXT, rank=9)
    name = match(EntryKind.SKILL, "Two", place=Place.NAMES, rank=5)
    title = match(EntryKind.SKILL, "One risk")

    assert order("risk", text, name, title) == ["One risk", "Two", "Three"]


def test_a_prominent_kind_comes_before_a_passage_of_the_same_rank() -> None:
    passage = match(EntryKind.PASSAGE, "Assess the risk")
    skill = match(EntryKind.SKILL, "Weighing risk")

    assert order("risk", passage, skill) == ["Weighing risk", "Assess the risk"]


def test_a_mention_in_a_text_counts_the_same_in_a_skill_as_in_a_passage() -> None:
    passage = match(EntryKind.PASSAGE, "Passage", place=Place.TEXT, rank=1.1)
    skill = match(EntryKind.SKILL, "Skill", place=Place.TEXT, rank=1.0)

    assert order("risk", passage, skill) == ["Passage", "Skill"]


def test_a_city_that_mentions_every_level_comes_after_what_is_about_one() -> None:
    city = match(EntryKind.PAY, "Pay in Denver", "Denver", place=Place.TEXT, rank=1.9)
    passage = match(EntryKind.PASSAGE, "A senior TPM", place=Place.TEXT, rank=1.0)

    assert order("sr tpm", city, passage) == ["A senior TPM", "Pay in Denver"]


def test_a_title_that_says_little_else_comes_first() -> None:
    long = match(EntryKind.SKILL, "Reviews of the architecture by other teams")
    short = match(EntryKind.SKILL, "Software architecture")

    assert order("architecture", long, short)[0] == "Software architecture"


def test_whoever_asks_gets_frequent_questions_first() -> None:
    skill = match(EntryKind.SKILL, "Code", rank=9)
    question = match(EntryKind.QUESTION, "Do TPMs code?")
    aside = match(EntryKind.QUESTION, "What is a TPM?", place=Place.TEXT)

    assert order("do I need to code", aside, skill, question) == [
        "Do TPMs code?",
        "Code",
        "What is a TPM?",
    ]
    assert order("code", skill, question)[0] == "Code"


def test_a_page_that_is_named_by_a_question_comes_before_questions_about_it() -> None:
    question = match(EntryKind.QUESTION, "How does a TPM differ from a PM?")
    page = match(EntryKind.PAGE, "TPM or PM?")

    assert order("TPM or PM?", question, page) == ["TPM or PM?", "How does a TPM differ from a PM?"]


def test_equal_matches_keep_the_order_of_their_titles() -> None:
    assert order("risk", match(EntryKind.TERM, "Risk b"), match(EntryKind.TERM, "Risk a")) == [
        "Risk a",
        "Risk b",
    ]


def test_a_name_is_not_begun_where_the_query_has_ended() -> None:
    found = match(EntryKind.TERM, "Roadmap")

    begun, ended = read("road"), read("road.")

    assert closeness(found, begun, begun.spellings) is Closeness.BEGUN
    assert closeness(found, ended, ended.spellings) is Closeness.APART


def test_of_what_has_some_of_the_words_the_rank_decides() -> None:
    title = match(EntryKind.SKILL, "Plan", rank=1)
    text = match(EntryKind.SKILL, "Stakeholders", place=Place.TEXT, rank=4)

    assert ranked_of_some([title, text]) == [text, title]
