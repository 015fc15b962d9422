"""What lies between ratings and a level: gaps, their order, and the first step of each."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from roles.choices import Level, Proficiency
from roles.plan.gaps import plan_of
from roles.plan.ladders import Ladder
from roles.plan.ratings import Rating
from tests.roles.plan_examples import LADDERS, MARKS, asked_for, ladder, senior

RISING = {
    Level.ENTRY: Proficiency.AWARENESS,
    Level.MID: Proficiency.WORKING,
    Level.SENIOR: Proficiency.PRACTITIONER,
    Level.LEAD: Proficiency.EXPERT,
}


@pytest.mark.parametrize(
    ("depth", "rating"),
    [
        (Proficiency.NOT_EXPECTED, Rating.NOT_YET),
        (Proficiency.AWARENESS, Rating.AWARENESS),
        (Proficiency.WORKING, Rating.WORKING),
        (Proficiency.PRACTITIONER, Rating.PRACTITIONER),
        (Proficiency.EXPERT, Rating.EXPERT),
    ],
)
def test_a_depth_is_met_by_the_rating_of_its_name(depth: Proficiency, rating: Rating) -> None:
    assert Rating.meeting(depth) is rating


def test_the_largest_gap_comes_first_and_equal_ones_keep_the_order_of_the_guide() -> None:
    skills = [
        senior("apis", Proficiency.WORKING),
        senior("sql", Proficiency.EXPERT),
        senior("cloud", Proficiency.WORKING),
    ]
    ratings = {"apis": Rating.AWARENESS, "sql": Rating.NOT_YET, "cloud": Rating.AWARENESS}

    gaps = plan_of(asked_for(ratings), skills).gaps

    assert [(gap.ladder.key, gap.steps) for gap in gaps] == [("sql", 4), ("apis", 1), ("cloud", 1)]
    assert [gap.difference for gap in gaps] == ["4 steps deeper", "1 step deeper", "1 step deeper"]


@pytest.mark.parametrize(
    ("rating", "depth", "said"),
    [
        (Rating.WORKING, Proficiency.WORKING, "as deep as expected"),
        (Rating.EXPERT, Proficiency.WORKING, "deeper than expected"),
        (Rating.NOT_YET, Proficiency.NOT_EXPECTED, "not expected at this level"),
        (Rating.EXPERT, Proficiency.NOT_EXPECTED, "not expected at this level"),
    ],
)
def test_a_skill_that_is_deep_enough_is_met_and_says_why(
    rating: Rating, depth: Proficiency, said: str
) -> None:
    plan = plan_of(asked_for({"apis": rating}), [senior("apis", depth)])

    assert plan.gaps == ()
    assert [one.difference for one in plan.met] == [said]
    assert plan.met[0].first is None


def test_a_skill_without_a_rating_is_no_gap() -> None:
    plan = plan_of(asked_for({}), [senior("apis", Proficiency.EXPERT)])

    assert plan.gaps == ()
    assert [link.label for link in plan.unrated] == ["Apis"]
    assert plan.summary == "None of the 1 skill of this level is rated yet."


def test_a_skill_that_the_level_does_not_describe_is_named_so() -> None:
    skill = ladder("apis", {Level.LEAD: Proficiency.EXPERT})

    plan = plan_of(asked_for({"apis": Rating.NOT_YET}), [skill])

    assert [link.label for link in plan.undescribed] == ["Apis"]
    assert plan.described == 0


def test_the_first_step_is_the_next_depth_at_the_lowest_level_that_asks_for_it() -> None:
    skill = ladder("apis", RISING | {Level.MID: Proficiency.AWARENESS})

    (gap,) = plan_of(asked_for({"apis": Rating.NOT_YET}), [skill]).gaps

    assert gap.steps == 3
    assert gap.first is not None
    assert gap.first.descriptor == "apis entry awareness."
    assert gap.expected.descriptor == "apis senior practitioner."
    assert gap.leap == ""


def test_a_first_step_over_a_depth_that_no_level_describes_says_so() -> None:
    skill = ladder("apis", RISING | {Level.ENTRY: Proficiency.WORKING})

    (gap,) = plan_of(asked_for({"apis": Rating.NOT_YET}), [skill]).gaps

    assert gap.first is not None
    assert gap.first.descriptor == "apis entry working."
    assert gap.leap == (
        "Up to Senior, no level describes awareness of this skill: the nearest depth above yours "
        "is working."
    )


def test_a_first_step_never_leads_beyond_the_target() -> None:
    skill = ladder("apis", {Level.SENIOR: Proficiency.EXPERT, Level.LEAD: Proficiency.WORKING})

    (gap,) = plan_of(asked_for({"apis": Rating.AWARENESS}), [skill]).gaps

    assert gap.first == gap.expected


def test_the_summary_counts_every_skill_of_the_level() -> None:
    skills = [senior(key, Proficiency.WORKING) for key in ("apis", "sql", "cloud", "risk")]
    ratings = {"apis": Rating.NOT_YET, "sql": Rating.EXPERT}

    plan = plan_of(asked_for(ratings), skills)

    assert plan.summary == (
        "1 gap, 1 skill already as deep as expected or not called for, 2 of 4 not rated."
    )
    assert plan.unrated_said == "2 of 4 skills"


@given(skills=LADDERS, ratings=MARKS)
def test_gaps_never_grow_down_the_list_and_none_is_empty(
    skills: Sequence[Ladder], ratings: Mapping[str, Rating]
) -> None:
    gaps = plan_of(asked_for(ratings), skills).gaps

    order = {skill.key: at for at, skill in enumerate(skills)}
    assert all(gap.steps > 0 for gap in gaps)
    for before, after in pairwise(gaps):
        ranks = (-before.steps, order[before.ladder.key]), (-after.steps, order[after.ladder.key])
        assert ranks[0] < ranks[1]


@given(skills=LADDERS, ratings=MARKS)
def test_a_plan_holds_every_skill_once_and_never_contradicts_its_own_numbers(
    skills: Sequence[Ladder], ratings: Mapping[str, Rating]
) -> None:
    plan = plan_of(asked_for(ratings), skills)

    compared = [one.skill.label for one in (*plan.gaps, *plan.met)]
    apart = [link.label for link in (*plan.unrated, *plan.undescribed)]
    assert sorted(compared + apart) == sorted(skill.title for skill in skills)
    assert all(one.steps == 0 and one.first is None for one in plan.met)
    for gap in plan.gaps:
        assert gap.rating + gap.steps == Rating.meeting(gap.expected.depth)
        assert gap.difference.startswith(f"{gap.steps} step")
        assert str(len(plan.gaps)) == plan.summary.split()[0]


@given(skills=LADDERS, ratings=MARKS)
def test_a_first_step_lies_above_the_rating_and_not_above_what_is_asked(
    skills: Sequence[Ladder], ratings: Mapping[str, Rating]
) -> None:
    for gap in plan_of(asked_for(ratings), skills).gaps:
        assert gap.first is not None
        assert gap.rating < Rating.meeting(gap.first.depth) <= Rating.meeting(gap.expected.depth)
        assert gap.first.level.rank <= Level.SENIOR.rank
        assert bool(gap.leap) is (Rating.meeting(gap.first.depth) > gap.rating + 1)
