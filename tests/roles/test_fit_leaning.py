"""The rule that counted answers are read by: symmetrical, monotone, and printed as it decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.fit.leaning import LEAD, Count, Direction, rule

NUMBERS = st.integers(min_value=0, max_value=20)


def count(*, tpm: int, pm: int, open_: int = 0) -> Count:
    return Count(tpm=tpm, pm=pm, neither=0, open=open_)


@pytest.mark.parametrize(
    ("tpm", "pm", "expected"),
    [
        (0, 0, "no clear lean"),
        (2, 0, "no clear lean"),
        (3, 0, "leans to TPM"),
        (5, 3, "no clear lean"),
        (6, 3, "leans to TPM"),
        (10, 0, "leans to TPM"),
        (0, 2, "no clear lean"),
        (0, 3, "leans to PM"),
        (3, 5, "no clear lean"),
        (3, 6, "leans to PM"),
        (1, 9, "leans to PM"),
    ],
)
def test_three_more_one_way_make_a_lean(tpm: int, pm: int, expected: str) -> None:
    assert count(tpm=tpm, pm=pm).direction.value == expected


@given(tpm=NUMBERS, pm=NUMBERS)
def test_both_sides_are_read_by_the_same_rule(tpm: int, pm: int) -> None:
    mirrored = {
        Direction.TPM: Direction.PM,
        Direction.PM: Direction.TPM,
        Direction.NONE: Direction.NONE,
    }

    assert count(tpm=pm, pm=tpm).direction is mirrored[count(tpm=tpm, pm=pm).direction]


@given(tpm=NUMBERS, pm=NUMBERS)
def test_no_single_changed_answer_puts_the_other_side_ahead_of_a_lean(tpm: int, pm: int) -> None:
    before = count(tpm=tpm, pm=pm)
    after = count(tpm=tpm - 1, pm=pm + 1)

    assert before.direction is not Direction.TPM or after.difference > 0


def test_the_explanation_gives_the_numbers_and_where_a_lean_begins() -> None:
    settled, unsettled = count(tpm=1, pm=6), count(tpm=1, pm=6, open_=3)

    assert settled.verdict == "What you chose leans to PM."
    assert settled.explanation == (
        "Towards TPM 1, towards PM 6: a difference of 5. A lean begins at 3."
    )
    assert unsettled.explanation.endswith(" Open questions can still change that.")


@pytest.mark.parametrize("word", ["you are", "suit", "score", "%", "per cent", "match", "should"])
def test_no_verdict_is_on_the_person(word: str) -> None:
    verdicts = [count(tpm=tpm, pm=pm).verdict for tpm, pm in ((9, 0), (0, 9), (0, 0))]

    assert len(set(verdicts)) == 3
    assert not any(word in verdict.lower() for verdict in verdicts)


def test_the_rule_is_printed_with_the_threshold_that_decides() -> None:
    assert LEAD == 3
    assert rule() == (
        "Each answer counts once, and none weighs more than another.",
        "From a difference of 3 on, no single changed answer puts the other side ahead.",
        "At least 3 more towards TPM than towards PM: leans to TPM.",
        "At least 3 more towards PM than towards TPM: leans to PM.",
        "A smaller difference, or none: no clear lean.",
    )
