import pandas as pd
import pytest

from salaries.disclosure.showing import Shown
from salaries.disclosure.verdict import NOT_ENOUGH
from salaries.statistics import percentiles, summaries
from salaries.thresholds import FEWEST_FOR_TAILS, FEWEST_TO_SHOW


def frame(*rows: tuple[str, str, str, int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source", "pay_kind", "level", "year", "pay"])


def test_percentiles_are_linear() -> None:
    pay = pd.Series([float(value) for value in range(100, 1101, 100)])

    assert percentiles(pay) == Shown(11, p10=200, p25=350, p50=600, p75=850, p90=1000)


def test_a_small_sample_has_no_tails() -> None:
    pay = pd.Series([100.0] * (FEWEST_FOR_TAILS - 1))

    assert percentiles(pay) == Shown(FEWEST_FOR_TAILS - 1, None, 100, 100, 100, None)


@pytest.mark.parametrize("n", range(FEWEST_TO_SHOW))
def test_too_small_a_sample_has_no_percentiles(n: int) -> None:
    assert percentiles(pd.Series([100.0] * n)) is NOT_ENOUGH


def test_sources_and_kinds_of_pay_never_meet() -> None:
    rows = [("a", "base", "mid", 2024, 100.0)] * 5 + [("a", "total", "mid", 2025, 900.0)] * 5

    found = list(summaries(frame(*rows)))

    assert [(one.pay_kind, one.pay.p50, one.years) for one in found] == [
        ("base", 100, (2024, 2024)),
        ("total", 900, (2025, 2025)),
    ]


def test_a_source_that_knows_levels_is_not_summed_up_as_a_whole() -> None:
    rows = [("a", "base", "mid", 2024, 100.0)] * 6 + [("a", "base", "lead", 2024, 900.0)] * 2

    found = list(summaries(frame(*rows)))

    assert [(one.level, one.pay.n) for one in found] == [("mid", 6)]


def test_a_source_without_levels_is_summed_up_as_a_whole() -> None:
    rows = [("a", "base", "", 2024, 100.0)] * 5

    assert [(one.level, one.pay.n) for one in summaries(frame(*rows))] == [("", 5)]


def test_no_rows_give_no_summaries() -> None:
    assert list(summaries(frame())) == []
