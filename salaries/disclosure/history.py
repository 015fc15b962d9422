"""What has been published before: every record, in which group, and whether it still stands.

A record is a key with an amount: a row whose pay is corrected is another record. A group is
the records that have been in the same releases under the same facets; all of a group stand in
the latest release or none does. The frame is not for publication: it goes back into
releases.protected with the next release.
"""

import numpy as np
import pandas as pd

from salaries.engine.facets import COLUMNS, DESCRIPTION

NEVER = -1


def nothing() -> pd.DataFrame:
    """Return the history before the first release."""
    texts = pd.DataFrame(columns=list(COLUMNS), dtype="str")
    return texts.astype({"year": np.int64, "pay": np.int64}).assign(
        group=np.array([], dtype=np.int64), stands=np.array([], dtype=bool)
    )


def as_now(history: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Return what the frame has under the key of each record, and nothing where it has no such."""
    return frame.set_index("key").reindex(history["key"]).set_axis(history.index)


def is_still_right(history: pd.DataFrame, now: pd.DataFrame) -> "pd.Series[bool]":
    """Return which records are borne out by now: the same pay, and no facet that says otherwise.

    A facet that was blanked says nothing, so it is right whatever there is now.
    """
    right = now["pay"] == history["pay"]
    for name in DESCRIPTION:
        right &= (now[name] == history[name]) | (history[name] == "")
    return right


def after_leaving(history: pd.DataFrame, right: "pd.Series[bool]", fewest: int) -> pd.DataFrame:
    """Return the history less what is wrong, where that leaves no small group on either side.

    Of a group, fewer than `fewest` wrong records stay until more have come together. When
    fewer than `fewest` right ones would stay, they leave with the others.
    """
    stands, group = history["stands"], history["group"]
    wrong = (stands & ~right).groupby(group).transform("sum")
    others = (stands & right).groupby(group).transform("sum")
    leaves = stands & (wrong >= fewest) & (~right | (others < fewest))
    # Those who leave are a group of their own from now on.
    return history.assign(
        stands=stands & ~leaves, group=group.mask(leaves, group + next_group(history))
    )


def next_group(history: pd.DataFrame) -> int:
    return int(history["group"].max()) + 1 if len(history) else 0
