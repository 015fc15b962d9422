"""A plan as a file: what was written is read back, and anything else is refused with a reason."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.choices import Level, Proficiency
from roles.plan.asking import read_plan
from roles.plan.file import read_file, written
from roles.plan.gaps import plan_of
from roles.plan.ratings import Rating
from roles.querystring import QueryError
from tests.roles.plan_examples import KNOWN, RATINGS, TPM, asked_for, error_of, senior

SKILLS = (senior("kt-02", Proficiency.EXPERT), senior("kt-06", Proficiency.WORKING))
PLAN: dict[str, Any] = {"format": "tpmguide-plan", "version": 1, "from": "mid", "to": "senior"}


def file_of(ratings: Mapping[str, Rating]) -> dict[str, Any]:
    asked = asked_for(ratings)
    return written(asked, plan_of(asked, SKILLS), SKILLS, release="2026-11")


def refused(content: bytes) -> str:
    with pytest.raises(QueryError) as caught:
        read_file(content)
    assert caught.value.field == "file"
    return caught.value.message


def refused_plan(**changed: Any) -> str:
    return refused(json.dumps(PLAN | changed).encode())


def test_a_file_holds_ids_titles_ratings_levels_and_the_release() -> None:
    assert file_of({"kt-06": Rating.AWARENESS}) == {
        "format": "tpmguide-plan",
        "version": 1,
        "role": TPM,
        "from": "mid",
        "to": "senior",
        "release": "2026-11",
        "skills": [
            {
                "id": "kt-06",
                "title": "Kt-06",
                "rating": 1,
                "rating_means": "Awareness",
                "expected": "Working",
                "steps_missing": 1,
            }
        ],
    }


def test_a_skill_that_the_level_does_not_describe_has_no_expectation_in_the_file() -> None:
    asked = asked_for({"kt-02": Rating.EXPERT})
    skill = senior("kt-02", Proficiency.EXPERT)
    undescribed = type(skill)(skill.key, skill.slug, skill.title, skill.group, skill.url, ())

    content = written(asked, plan_of(asked, [undescribed]), [undescribed], release="")

    assert content["skills"][0]["expected"] is None
    assert content["skills"][0]["steps_missing"] is None


@given(ratings=st.dictionaries(st.sampled_from(["kt-02", "kt-06"]), RATINGS))
def test_what_was_written_is_read_back(ratings: Mapping[str, Rating]) -> None:
    content = json.dumps(file_of(ratings)).encode()

    asked = read_plan(read_file(content), KNOWN)

    assert (asked.start, asked.target) == (Level.MID, Level.SENIOR)
    assert asked.ratings == ratings
    assert asked.release == ""


def test_a_byte_order_mark_does_no_harm() -> None:
    content = "\N{ZERO WIDTH NO-BREAK SPACE}" + json.dumps(PLAN | {"skills": []})

    assert read_file(content.encode()).urlencode() == "from=mid&to=senior"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00",
        b"\xff\xfe",
        b"%PDF-1.7",
        b'{"format": "tpmguide-plan"',
        b'{"format": NaN}',
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b"9" * 60_000,
    ],
)
def test_a_file_that_is_no_json_is_refused(content: bytes) -> None:
    assert refused(content) == "The file is not JSON as this guide writes it."


@pytest.mark.parametrize("content", [b"null", b"[]", b'"plan"', b"1e999", b'{"format": "x"}'])
def test_a_file_of_another_kind_is_refused(content: bytes) -> None:
    assert refused(content).startswith("This is not the file of a plan")


def test_a_file_beyond_the_cap_is_refused_before_it_is_parsed() -> None:
    assert refused(b" " * (64 * 1024 + 1)) == "The file is larger than 64 kB, so it is not a plan."


@pytest.mark.parametrize("skills", [None, {}, "kt-02", 3, [{}] * 201])
def test_a_file_without_a_list_of_skills_is_refused(skills: object) -> None:
    assert refused_plan(skills=skills) == "The file has no list “skills” of at most 200 skills."


@pytest.mark.parametrize("name", [None, 7, "", "a" * 61, "a b", "<b>", "a&from=lead", "\x00"])
def test_an_id_is_a_short_word(name: object) -> None:
    message = refused_plan(skills=[{"id": "kt-02", "rating": 1}, {"id": name, "rating": 1}])

    assert message.startswith("In the file the “id” of skill 2 is not a word")


@pytest.mark.parametrize("rating", [None, -1, 5, 2.0, True, "2", [2], float("nan"), 10**400])
def test_a_rating_in_a_file_is_a_whole_number_from_0_to_4(rating: object) -> None:
    message = refused_plan(skills=[{"id": "kt-02", "rating": rating}])

    assert message in {
        "The “rating” of skill 1 is not a whole number from 0 to 4.",
        "The file is not JSON as this guide writes it.",
    }


@pytest.mark.parametrize("value", [None, 3, ["mid"], "mid&to=lead", "x" * 1000])
def test_a_level_in_a_file_is_a_word(value: object) -> None:
    message = refused_plan(**{"from": value, "skills": []})

    assert message.startswith("In the file “from” is not a word")


def test_a_skill_that_is_no_object_is_refused() -> None:
    assert "of skill 1" in refused_plan(skills=["kt-02"])


@given(content=st.binary(max_size=500) | st.text(max_size=500).map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    error = error_of(lambda: read_file(content))

    assert error is None or error.field == "file"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


@given(parts=st.fixed_dictionaries({}, optional=dict.fromkeys(("role", "from", "skills"), JSON)))
def test_any_json_is_read_or_refused(parts: dict[str, Any]) -> None:
    error = error_of(lambda: read_plan(read_file(json.dumps(PLAN | parts).encode()), KNOWN))

    assert error is None or error.message
