"""A release made fit to be published, beside all that were published before it.

The rule. A release is recoded (see recoding). A second release could undo that: what it adds,
takes away or alters is the difference of two answers. So the releases in which a record
stands, and under which facets, are one more facet of its atom, and a change waits until it
comes in a group of k:

1. Of a group that stands, the records that are wrong by now leave together when they are k or
   more, and stay as published when they are fewer. Fewer than k others do not stay alone.
2. What is not standing enters recoded, among records of the same history only. Of a group
   that was published once, those left outside must be none or k too; otherwise the smallest
   part that would have entered waits with them.

Why no difference is too small. Say that two records are of one group when they have been in
the same releases under the same facets. An answer of any release so far rests on a union of
groups, since it chooses by facets and the group decides them. Before the first release there
are no groups; each step splits a group into parts of k or more, or makes a group of k or
more from records never published. So every group has k records or more, at every time, and
so has every union, difference and intersection of answers of any releases, or it is empty.

What it does not promise. Pay itself is published: a percentile may be one person's pay, among
k or more. A group of k with the same pay shows that pay. And a value that was blanked stays so
until its row is altered, because to fill it in would be such a change.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from salaries.disclosure.history import NEVER, after_leaving, as_now, is_still_right, next_group
from salaries.disclosure.recoding import LEAST_IMPORTANT_FIRST, LOOSE, blanked, ways
from salaries.disclosure.showing import Limits, rounded_down
from salaries.engine.building import check
from salaries.engine.facets import COLUMNS, DESCRIPTION, TEXTS
from salaries.thresholds import FEWEST_TO_SHOW


@dataclass(frozen=True, slots=True)
class Report:
    """How many rows of a release are not as they came, in whole multiples of the fewest.

    Rounded down: 0 means fewer than the fewest, none included. recoded rows lack a facet that
    they have; withheld ones are not in the release; held_back ones are in it as they were
    before, though they have been altered or taken away since.
    """

    recoded: int
    withheld: int
    held_back: int


@dataclass(frozen=True, slots=True)
class Protected:
    rows: pd.DataFrame
    history: pd.DataFrame
    report: Report


def protected(
    frame: pd.DataFrame, history: pd.DataFrame, *, fewest: int = FEWEST_TO_SHOW
) -> Protected:
    """Return the rows to publish, the history for the next release, and what was done.

    The frame has the columns of engine.facets.COLUMNS and a row for each key; history is that
    of the release published last, or history.nothing(). The result does not depend on the
    order of rows. Raise building.FrameShapeError for another.
    """
    check(frame)
    frame, history = _alike(frame, history)
    right = is_still_right(history, as_now(history, frame))
    remaining = after_leaving(history, right, fewest)
    entering = _entering(frame, remaining, fewest)
    after = _after_entering(remaining, entering)
    rows = after.loc[after["stands"], list(COLUMNS)].reset_index(drop=True)
    return Protected(rows, after, _report(frame, rows, fewest))


def _alike(*frames: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Give the texts of all frames the same categories: comparing numbers takes a tenth."""
    types = {}
    for name in TEXTS:
        values = {value for frame in frames for value in frame[name].unique()}
        types[name] = pd.CategoricalDtype(sorted({*values, ""}))
    return (frame.astype(types) for frame in frames)


def _entering(frame: pd.DataFrame, history: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Return the rows that enter, recoded, with their record and group so far, and their part."""
    standing = history.loc[history["stands"], "key"]
    outside = frame.loc[~frame["key"].isin(standing), list(COLUMNS)]
    known = history[["key", "pay", "group"]].assign(record=history.index)
    outside = outside.merge(known, how="left", on=["key", "pay"])
    outside = outside.fillna({"group": NEVER, "record": NEVER})
    outside = outside.astype({"group": np.int64, "record": np.int64})
    way = ways(outside, apart=outside["group"].to_numpy(), fewest=fewest)
    enters = way != LOOSE
    entering = blanked(outside[enters], way[enters])
    part = entering.groupby(["group", *DESCRIPTION], observed=True).ngroup()
    return _without_small_rests(entering.assign(part=part), history, fewest)


def _without_small_rests(
    entering: pd.DataFrame, history: pd.DataFrame, fewest: int
) -> pd.DataFrame:
    """Let the smallest part of a group wait where too few of the group would stay outside."""
    outside = history.loc[~history["stands"], "group"].value_counts()
    rest = outside.sub(entering["group"].value_counts(), fill_value=0)
    short = rest.index[(rest > 0) & (rest < fewest)]
    parts = entering.groupby("part").agg(group=("group", "first"), n=("group", "size"))
    parts = parts[parts["group"].isin(short)].sort_values("n", kind="stable")
    waiting = parts.drop_duplicates("group")
    return entering[~entering["part"].isin(waiting.index)]


def _after_entering(history: pd.DataFrame, entering: pd.DataFrame) -> pd.DataFrame:
    group = entering["part"] + next_group(history)
    entered = entering[list(COLUMNS)].assign(group=group, stands=True)
    others = history[~history.index.isin(entering["record"])]
    return pd.concat([others, entered], ignore_index=True)


def _report(frame: pd.DataFrame, rows: pd.DataFrame, fewest: int) -> Report:
    now = as_now(rows, frame)
    right = is_still_right(rows, now)
    lacks = [(rows[facet] == "") & (now[facet] != "") for facet in LEAST_IMPORTANT_FIRST]
    recoded = int((np.any(lacks, axis=0) & right).sum())
    withheld = len(frame) - int(now["pay"].count())
    limits = Limits(hide=fewest)
    return Report(*(rounded_down(n, limits) for n in (recoded, withheld, int((~right).sum()))))
