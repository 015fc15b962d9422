"""The query string of a plan: read once, refused with reasons, and written one way."""

from collections.abc import Mapping

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from roles.choices import Level
from roles.plan.asking import Asked, read_plan
from roles.plan.ratings import Rating
from roles.querystring import QueryError
from tests.roles.plan_examples import KNOWN, RATINGS, TPM, error_of, read

HOSTILE = st.one_of(
    st.text(max_size=100),
    st.text(alphabet="\x00%,;'\"<>\\.", max_size=50),
    st.integers(min_value=61, max_value=50_000).map(lambda length: "9" * length),
)
NAMES = st.sampled_from(["role", "from", "to", "release", "s.apis", "s.kt-02", "s.", "s.wizard"])


def refused(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        read(query)
    return caught.value


def test_the_address_of_the_product_is_understood() -> None:
    asked = read("role=tpm&from=mid&to=senior&s.apis=2")

    assert (asked.role, asked.start, asked.target) == (TPM, Level.MID, Level.SENIOR)
    assert asked.ratings == {"kt-02": Rating.WORKING}
    assert asked.by_slug


def test_nothing_asked_is_a_blank_plan_from_the_first_level_to_the_next() -> None:
    assert read("") == Asked(is_blank=True)
    assert read("from=&to=&role=&s.kt-02=").is_blank


@pytest.mark.parametrize(("start", "target"), [("entry", "mid"), ("mid", "senior")])
def test_a_plan_leads_to_the_next_level_unless_it_says_more(start: str, target: str) -> None:
    assert read(f"from={start}").target == target
    assert read(f"from={start}&to=lead").target == "lead"


@pytest.mark.parametrize(
    ("query", "message", "choices"),
    [
        ("from=lead", "“lead” is not a level with another above it.", ("entry", "mid", "senior")),
        ("from=boss", "“boss” is not a level with another above it.", ("entry", "mid", "senior")),
        ("from=mid&to=mid", "“mid” is not a level above Mid.", ("senior", "lead")),
        ("from=senior&to=entry", "“entry” is not a level above Senior.", ("lead",)),
        ("to=wizard", "“wizard” is not a level above Entry.", ("mid", "senior", "lead")),
        (
            "role=wizard",
            "“wizard” is not a role whose skills the guide describes by level.",
            ("tpm", TPM),
        ),
        (
            "s.apis=5",
            "“5” is not a rating: give a number from 0 (not yet) to 4 (expert).",
            ("0", "1", "2", "3", "4"),
        ),
        (
            "from=mid&from=entry",
            "There are 2 different values; give one of them.",
            ("mid", "entry"),
        ),
        ("s.apis=1&s.kt-02=3", "There are 2 different values; give one of them.", ("1", "3")),
    ],
)
def test_what_no_plan_answers_is_refused_with_what_is_right(
    query: str, message: str, choices: tuple[str, ...]
) -> None:
    error = refused(query)

    assert (error.message, error.choices) == (message, choices)


@pytest.mark.parametrize("value", ["-1", "2.0", "two", "٢", " 2", "02", "9" * 50_000, "\x00"])
def test_a_rating_is_one_of_five_digits(value: str) -> None:
    query = QueryDict(mutable=True)
    query["s.kt-02"] = value

    with pytest.raises(QueryError) as caught:
        read_plan(query, KNOWN)

    assert caught.value.field == "s.kt-02"
    assert len(caught.value.message) < 150


def test_the_same_value_twice_is_one() -> None:
    assert read("from=mid&from=mid&s.apis=2&s.kt-02=2").ratings == {"kt-02": Rating.WORKING}


def test_unknown_skills_and_parameters_are_named_and_change_nothing() -> None:
    asked = read("from=mid&s.wizard=9&s.kt-06=1&colour=red")

    assert asked.dropped == ("s.wizard",)
    assert asked.ignored == ("colour",)
    assert asked.ratings == {"kt-06": Rating.AWARENESS}


def test_a_key_is_never_taken_for_the_slug_of_another_skill() -> None:
    assert not read("s.kt-02=1").by_slug


def test_the_canonical_query_has_keys_in_the_order_of_the_guide_and_no_default_role() -> None:
    asked = read("s.sql=0&to=lead&s.apis=3&from=mid&role=tpm")

    assert asked.query() == "from=mid&to=lead&s.kt-02=3&s.kt-06=0"
    assert asked.query(release="2026-11") == (
        "from=mid&to=lead&release=2026-11&s.kt-02=3&s.kt-06=0"
    )


def test_another_role_stays_in_the_canonical_query() -> None:
    assert (
        Asked(role="core-product-manager").query() == "role=core-product-manager&from=entry&to=mid"
    )


@given(
    start=st.sampled_from(tuple(Level)[:-1]),
    ratings=st.dictionaries(st.sampled_from(["kt-02", "kt-06"]), RATINGS),
)
def test_an_address_gives_the_same_plan_again(start: Level, ratings: Mapping[str, Rating]) -> None:
    target = tuple(Level)[start.rank + 1]
    asked = Asked(start=start, target=target, ratings=ratings)

    again = read(asked.query())

    assert again == asked
    assert again.query() == read(again.query()).query()


@given(pairs=st.lists(st.tuples(NAMES | HOSTILE, HOSTILE), max_size=5))
def test_hostile_queries_are_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)

    error = error_of(lambda: read_plan(query, KNOWN))

    assert error is None or (error.choices and len(error.message) < 200)
