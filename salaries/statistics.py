"""What the observations say. Pure functions: a frame goes in, frozen values come out."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from salaries.thresholds import FEWEST_FOR_TAILS, FEWEST_TO_SHOW


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Percentiles by linear interpolation (numpy's default), in whole currency units."""

    n: int
    p10: int | None
    p25: int
    p50: int
    p75: int
    p90: int | None


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """The percentiles of one level of one source; an empty level means all levels.

    years are those of the first and the last value.
    """

    source: str
    pay_kind: str
    level: str
    years: tuple[int, int]
    pay: Percentiles


def percentiles(pay: "pd.Series[float]") -> Percentiles | None:
    """Return the percentiles, without tails for a small sample; None for too small a one."""
    n = len(pay)
    if n < FEWEST_TO_SHOW:
        return None
    p10, p25, p50, p75, p90 = (round(float(at)) for at in pay.quantile([0.1, 0.25, 0.5, 0.75, 0.9]))
    if n < FEWEST_FOR_TAILS:
        return Percentiles(n, None, p25, p50, p75, None)
    return Percentiles(n, p10, p25, p50, p75, p90)


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
            if pay is not None:
                years = (int(group["year"].min()), int(group["year"].max()))
                yield GroupSummary(str(source), str(pay_kind), str(level), years, pay)
