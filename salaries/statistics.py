"""What the observations say. Pure functions: a frame goes in, frozen values come out."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from salaries.disclosure.showing import Limits, Shown, shown_percentiles
from salaries.disclosure.verdict import NOT_ENOUGH, NotEnough
from salaries.engine.percentiles import SHARES

LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """The percentiles of one level of one source; an empty level means all levels.

    years are those of the first and the last value.
    """

    source: str
    pay_kind: str
    level: str
    years: tuple[int, int]
    pay: Shown


def percentiles(pay: "pd.Series[float]") -> Shown | NotEnough:
    """Return the percentiles by linear interpolation, as far as they are shown."""
    return shown_percentiles(len(pay), pay.quantile(SHARES).tolist(), LIMITS)


def summaries(frame: pd.DataFrame) -> Iterator[GroupSummary]:
    """Yield the percentiles of each source and kind of pay, by level where levels are known.

    The frame has the columns source, pay_kind, level, year and pay. Rows of different
    sources or kinds of pay never meet. A source that knows levels is not summed up as a
    whole too: the difference would describe the levels that are too small to be shown.
    """
    for (source, pay_kind), rows in frame.groupby(["source", "pay_kind"]):
        known = rows[rows["level"] != ""]
        for level, group in (known if len(known) else rows).groupby("level"):
            pay = percentiles(group["pay"])
            if pay is not NOT_ENOUGH:
                years = (int(group["year"].min()), int(group["year"].max()))
                yield GroupSummary(str(source), str(pay_kind), str(level), years, pay)
