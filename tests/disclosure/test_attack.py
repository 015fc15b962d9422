"""No answer, and no difference of answers, tells of fewer people than the threshold."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, find, given, settings
from numpy.typing import NDArray

from salaries.disclosure import releases
from salaries.disclosure.history import after_leaving, nothing
from salaries.disclosure.recoding import ways
from salaries.disclosure.releases import protected
from tests.disclosure.attack import smallest_difference, smallest_group
from tests.disclosure.worlds import frame, successions, world

Ways = NDArray[np.int64]

FEWEST = 3
PUNE, DELHI = {"city": "pune"}, {"city": "delhi"}


def published(frames: list[pd.DataFrame], *, fewest: int = FEWEST) -> list[pd.DataFrame]:
    """Return the rows of each release, each protected in view of those before."""
    history, found = nothing(), []
    for rows in frames:
        release = protected(rows, history, fewest=fewest)
        history = release.history
        found.append(release.rows)
    return found


def smallest_found(frames: list[pd.DataFrame]) -> int:
    """Return the size of the smallest group that the attacker finds, or the threshold for none."""
    with TemporaryDirectory() as folder:
        return smallest_group(frames, Path(folder)) or FEWEST


@settings(max_examples=60, deadline=None)
@given(frames=successions())
def test_no_group_smaller_than_the_threshold_is_ever_found(frames: list[pd.DataFrame]) -> None:
    assert smallest_found(published(frames)) >= FEWEST


@settings(max_examples=30, deadline=None)
@given(frames=successions())
def test_no_slice_exceeds_another_by_fewer_than_the_threshold(frames: list[pd.DataFrame]) -> None:
    with TemporaryDirectory() as folder:
        found = smallest_difference(published(frames)[-1], Path(folder))

    assert found not in range(1, FEWEST)


def test_the_attack_finds_what_is_not_recoded() -> None:
    rows = frame(world((6, PUNE), (1, DELHI)))

    assert smallest_found(published([rows], fewest=1)) == 1
    assert smallest_found(published([rows])) == 6


def test_the_attack_finds_who_came_when_releases_are_protected_one_by_one() -> None:
    people = world((7, PUNE))
    frames = [frame(people[:6]), frame(people)]

    assert smallest_found([protected(rows, nothing(), fewest=FEWEST).rows for rows in frames]) == 1
    assert smallest_found(published(frames)) == 6


def test_drawn_worlds_have_what_the_attack_is_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "ways", all_settle)

    find(
        successions(),
        lambda frames: smallest_found(published(frames)) < FEWEST,
        settings=settings(deadline=None, database=None, phases=[Phase.generate]),
    )


def all_settle(rows: pd.DataFrame, **_limits: object) -> Ways:
    return np.zeros(len(rows), dtype=np.int64)


def all_leave(history: pd.DataFrame, right: "pd.Series[bool]", _fewest: int) -> pd.DataFrame:
    return after_leaving(history, right, 1)


def all_enter(entering: pd.DataFrame, *_others: object) -> pd.DataFrame:
    return entering


def strangers_together(rows: pd.DataFrame, *, apart: Ways, fewest: int) -> Ways:
    return ways(rows, apart=0 * apart, fewest=fewest)


SIX, TWELVE = world((6, PUNE)), world((12, PUNE))
# Each rule, what stands in its place when it is left out, and releases that tell.
DEFECTS = {
    "small atoms are recoded": ("ways", all_settle, [SIX[:1]]),
    "few do not leave": ("after_leaving", all_leave, [SIX, SIX[:5]]),
    "few do not stay outside": ("_without_small_rests", all_enter, [SIX, [], SIX[:4]]),
    "each history enters by itself": ("ways", strangers_together, [SIX, [], SIX[:1] + TWELVE[6:]]),
}


@pytest.mark.parametrize("rule", DEFECTS)
def test_the_attack_finds_that_a_rule_is_left_out(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, defect, peoples = DEFECTS[rule]
    frames = [frame(people) for people in peoples]
    with_the_rule = smallest_found(published(frames))

    monkeypatch.setattr(releases, name, defect)

    assert with_the_rule >= FEWEST
    assert smallest_found(published(frames)) < FEWEST
