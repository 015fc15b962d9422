"""The answers of a path as they are read, and what so many of them amount to."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roles.choices import IndicatorTheme
from roles.cited import Cited
from roles.models import TransitionIndicator
from roles.paths.checklist import Answers, Sign, SignGroup, read_answers
from roles.paths.reading import Standing, read_signs, rule, standing
from roles.querystring import QueryError

KEYS = ("t-01", "t-02", "t-12")
INDICATORS = [
    TransitionIndicator(
        key=key, title=key, text="True.", theme=IndicatorTheme.SITUATION, review_by=date(2027, 1, 1)
    )
    for key in KEYS
]


def sign(*, is_ticked: bool) -> Sign:
    claim = Cited("t-01", "Title", "Text.", "T-01", (), (), "sourced", "", "1 source")
    return Sign(claim, "Begin.", is_ticked)


def groups(*ticks: str) -> list[SignGroup]:
    """Return a group for each word, with a ticked sign for each x in it."""
    return [
        SignGroup("Group", tuple(sign(is_ticked=tick == "x") for tick in word)) for word in ticks
    ]


@pytest.mark.parametrize(
    ("query", "ticked"),
    [
        ("", ()),
        ("yes=", ()),
        ("yes=t-01", ("t-01",)),
        ("yes=t-12&yes=t-01", ("t-01", "t-12")),
        ("yes=t-02&yes=t-02&yes=t-02", ("t-02",)),
    ],
)
def test_answers_are_read_in_the_order_of_the_page(query: str, ticked: tuple[str, ...]) -> None:
    assert read_answers(QueryDict(query), INDICATORS).ticked == ticked


def test_the_same_answers_have_the_same_address_in_any_order() -> None:
    queries = ("yes=t-12&yes=t-01", "yes=t-01&yes=t-12&yes=t-01")

    addresses = {read_answers(QueryDict(query), INDICATORS).query for query in queries}

    assert addresses == {"?yes=t-01&yes=t-12"}


def test_no_answers_are_no_query() -> None:
    assert Answers(()).query == ""


def test_an_unknown_sign_is_refused_with_the_valid_ones() -> None:
    with pytest.raises(QueryError) as caught:
        read_answers(QueryDict("yes=t-01&yes=wizard"), INDICATORS)

    assert caught.value.message == "“wizard” is not a sign on this path."
    assert caught.value.field == "yes"
    assert caught.value.choices == KEYS


def test_an_unknown_parameter_is_named_as_ignored() -> None:
    answers = read_answers(QueryDict("colour=red&yes=t-01"), INDICATORS)

    assert answers == Answers(("t-01",), ("colour",))


@given(keys=st.lists(st.sampled_from(KEYS)))
def test_an_address_of_answers_gives_the_same_answers_again(keys: list[str]) -> None:
    query = QueryDict(mutable=True)
    query.setlist("yes", keys)

    answers = read_answers(query, INDICATORS)

    assert read_answers(QueryDict(answers.query.lstrip("?")), INDICATORS) == answers
    assert set(parse_qs(answers.query.lstrip("?")).get("yes", [])) == set(keys)


@pytest.mark.parametrize(
    ("ticks", "expected"),
    [
        ((), Standing.NONE),
        (("....", "...."), Standing.NONE),
        (("xxx.", "....", "...."), Standing.FEW),
        (("xxxx", "....", "...."), Standing.SOME),
        (("xxxx", "xxx.", "...."), Standing.SOME),
        (("xxxx", "xxxx", "...."), Standing.UNEVEN),
        (("xxxx", "xxx.", "x..."), Standing.MOST),
        (("xxxx", "xxxx", "xxxx"), Standing.MOST),
    ],
)
def test_thirds_decide_and_an_empty_group_is_named(
    ticks: tuple[str, ...], expected: Standing
) -> None:
    assert standing(groups(*ticks)) is expected


def test_the_reading_counts_and_says_where_a_person_starts() -> None:
    reading = read_signs(groups("x.", ".."), start="an engineer")

    assert reading.count == "You ticked 1 of 4 signs."
    assert reading.verdict.endswith("your job is still mainly that of an engineer.")
    assert not reading.is_empty


@pytest.mark.parametrize("word", ["will", "likely", "chance", "ready", "qualif"])
def test_no_reading_is_a_prediction(word: str) -> None:
    assert not any(word in standing.value for standing in Standing)


def test_the_rule_is_printed_in_the_numbers_that_decide() -> None:
    assert rule(12) == (
        "Fewer than 4 of 12: few of the signs.",
        "From 4, a third: some of the signs.",
        "From 8, two thirds: most of the signs, if every group has at least one.",
    )


@pytest.mark.parametrize(("ticked", "expected"), [(3, "few"), (4, "some"), (7, "some"), (8, "8")])
def test_the_printed_rule_is_the_one_that_decides(ticked: int, expected: str) -> None:
    of_twelve = groups("x" * ticked + "." * (12 - ticked))

    found = standing(of_twelve)

    names = {Standing.FEW: "few", Standing.SOME: "some", Standing.MOST: str(ticked)}
    assert names[found] == expected
