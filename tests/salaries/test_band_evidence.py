"""Which figure a band is built around: one, by a rule that says its order."""

from typing import Any

import pytest

from roles.choices import Level
from salaries.band.evidence import Weakness, default, evidence
from salaries.band.steps import Plan, Step, drawn, steps_of
from salaries.band.words import reasons, warning
from salaries.choices import Kind, PayKind
from salaries.origins import SourceRef
from salaries.rows import PayRow
from tests.salaries.examples import pay_row

BROADER = "broader slice used: country"


def source(name: str) -> tuple[SourceRef, ...]:
    return (SourceRef(name, f"/data/sources/#{name}", name),)


def observed(n: int | None, **changes: Any) -> PayRow:
    fields = {"kind": Kind.OBSERVED, "n": n, "p50": 25_00_000, "sources": source("survey")}
    return pay_row(**fields | changes)


REPORTED = pay_row(sources=source("guide"))
MODELLED = pay_row(kind=Kind.MODELLED, sources=source("model"))


def taken(*rows: PayRow, pay_kind: PayKind | None = None) -> PayRow | None:
    found = default(evidence(rows), pay_kind)
    return found.row if found else None


def test_an_observed_median_goes_before_a_reported_band_and_that_before_a_modelled_one() -> None:
    assert taken(MODELLED, REPORTED, observed(30)) == observed(30)
    assert taken(MODELLED, REPORTED) == REPORTED
    assert taken(MODELLED) == MODELLED
    assert taken() is None


def test_what_is_about_the_choice_itself_goes_before_a_broader_slice() -> None:
    wide = observed(300, broader=BROADER)

    assert taken(wide, MODELLED) == MODELLED
    assert taken(wide) == wide


def test_a_median_of_few_values_is_taken_by_nobody_but_who_chooses_it() -> None:
    assert taken(observed(29), REPORTED) == REPORTED
    assert taken(observed(29)) is None
    assert taken(observed(None)) is None
    (one,) = evidence([observed(29)])
    assert (one.middle, one.weakness) == (25_00_000, Weakness.FEW)


def test_an_open_band_has_no_middle_but_for_who_takes_its_stated_end() -> None:
    is_open = pay_row(low=30_00_000, high=50_00_000, open_ended=True)

    (one,) = evidence([is_open])

    assert taken(is_open) is None
    assert (one.middle, one.weakness) == (40_00_000, Weakness.OPEN)
    assert "states no upper end" in " ".join(reasons(one, is_chosen=True))


def test_a_figure_without_a_middle_gives_none() -> None:
    averages = pay_row(is_average=True)
    without_median = pay_row(kind=Kind.OBSERVED, n=50)

    assert [one.middle for one in evidence([averages, without_median])] == [None, None]
    assert taken(averages, without_median) is None
    assert taken(pay_row(is_average=True, high=22_00_000)) is not None


def test_among_equals_the_newest_goes_first_then_the_largest() -> None:
    old, new = observed(900, year=2023), observed(30, year=2024)
    larger = observed(40, year=2024, sources=source("other"))

    assert taken(old, new) == new
    assert taken(new, larger) == larger


def test_a_kind_of_pay_leaves_figures_of_another_kind_out() -> None:
    base, total = observed(50, pay_kind=PayKind.BASE), observed(60, pay_kind=PayKind.TOTAL)

    assert taken(base, total, REPORTED, pay_kind=PayKind.BASE) == base
    # A source that does not say the parts of its pay may mean that kind.
    assert taken(total, REPORTED, pay_kind=PayKind.BASE) == REPORTED
    assert taken(total, pay_kind=PayKind.BASE) is None


def test_each_figure_has_a_name_of_its_own() -> None:
    keys = [one.key for one in evidence([REPORTED, pay_row(sources=source("guide"), year=2020)])]

    assert keys == ["reported.not-stated.guide", "reported.not-stated.guide.2"]


def ladder_of(anchor: PayRow, *near: PayRow) -> dict[Level, Step]:
    (one,) = evidence([anchor])
    plan = Plan(Level.SENIOR, one, 50)
    return {step.level: step for step in steps_of(plan, evidence(near))}


def test_a_band_stands_beside_those_of_the_same_kind_pay_kind_source_and_place() -> None:
    mid = pay_row(level=Level.MID, low=15_00_000, high=22_00_000, sources=source("guide"))

    found = ladder_of(REPORTED, mid)

    assert list(found) == [Level.MID, Level.SENIOR, Level.LEAD]
    assert found[Level.MID].overlap == "₹1,40,000, 13.5 % of the Senior band"
    assert found[Level.SENIOR].is_own
    assert found[Level.LEAD].why_not.startswith("No figure yet of the same kind")


@pytest.mark.parametrize(
    "other",
    [
        {"kind": Kind.MODELLED},
        {"pay_kind": PayKind.BASE},
        {"sources": source("another")},
        {"city": "Pune", "city_slug": "pune"},
    ],
)
def test_nothing_stands_in_for_a_figure_of_another_kind(other: dict[str, Any]) -> None:
    near = pay_row(**{"level": Level.LEAD, "sources": source("guide")} | other)

    assert ladder_of(REPORTED, near)[Level.LEAD].band is None


def test_what_the_rule_would_not_take_is_no_neighbour_unless_it_was_chosen_so() -> None:
    is_open = pay_row(level=Level.LEAD, open_ended=True, sources=source("guide"))
    few = observed(5, level=Level.LEAD)

    assert "no upper end" in ladder_of(REPORTED, is_open)[Level.LEAD].why_not
    assert "fewer than 30 values" in ladder_of(observed(30), few)[Level.LEAD].why_not
    assert ladder_of(observed(9), few)[Level.LEAD].band is not None


def test_only_levels_with_a_band_are_bars_and_every_level_is_named() -> None:
    shown = drawn(tuple(ladder_of(REPORTED).values()))

    assert [(step.level, bar is None) for step, bar in shown.lines] == [
        (Level.MID, True),
        (Level.SENIOR, False),
        (Level.LEAD, True),
    ]
    (bar,) = shown.panel.bars
    assert (bar.row.low, bar.row.p50, bar.row.high) == (20_80_000, 26_00_000, 31_20_000)


def said_around(*rows: PayRow) -> str:
    """Return the warning of a band that is built around the first of the figures."""
    found = evidence(rows)
    return warning(rows, found[0])


def test_a_warning_says_that_no_pay_of_the_choice_was_observed() -> None:
    wide = observed(50, broader=BROADER)

    assert said_around(REPORTED).startswith("Only published claims stand behind this band: some")
    assert "starts from a published band" in said_around(MODELLED)
    assert "starts from a published band" in said_around(MODELLED, wide)
    assert said_around(REPORTED, MODELLED).startswith("Only published claims stand behind this ba")
    assert said_around(wide, MODELLED).startswith("No pay was observed for this choice itself; the")
    assert warning([REPORTED], None).startswith("Only published claims stand behind these figures")
    assert said_around(REPORTED, observed(50)) == warning([], None) == ""


@pytest.mark.parametrize(
    ("median", "remark"),
    [
        (24_00_000, "The higher level's figure is lower here; the two rest on different samples."),
        (25_00_000, "The higher level's figure is not higher here."),
        (26_00_000, ""),
    ],
)
def test_a_step_down_is_remarked_with_what_may_be_its_cause(median: int, remark: str) -> None:
    lead = observed(40, level=Level.LEAD, p50=median)

    assert ladder_of(observed(50), lead)[Level.LEAD].remark == remark
