"""The charts of the explorer as Plotly figures, of the same values that the server draws."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext

from salaries.choices import Kind, View
from salaries.explorer import bands
from salaries.explorer.bands import Tick
from salaries.explorer.distribution import Spread
from salaries.explorer.explorer import Explorer
from salaries.explorer.series import Chart
from salaries.explorer.viewing import charts
from salaries.figures.bands import Mark, pay_bands
from salaries.figures.columns import Bin, Middle, histogram
from salaries.figures.look import Axis


def chart_figures(explorer: Explorer) -> list[dict[str, Any]]:
    """Return a Plotly figure for each chart of the page, in their order."""
    if explorer.asked.view is View.BANDS:
        panels = bands.panels(explorer.answer.page_rows)
        drawn = [_banded(one, [*map(_mark, one.bars)], explorer.title) for one in panels]
    else:
        drawn = [_drawn(chart) for chart in charts(explorer)]
    return [figure.to_plotly_json() for figure in drawn]


def _drawn(chart: Chart | Spread) -> Any:
    if isinstance(chart, Spread):
        return _spread(chart)
    marks = [
        replace(_mark(line.bar), break_before=line.break_before, has_dot=chart.is_ranking)
        for line in chart.lines
        if line.bar
    ]
    return _banded(chart.panel, marks, chart.title, chart.joins)


def _banded(
    panel: bands.Panel, marks: Sequence[Mark], title: str, joins: Sequence[tuple[int, int]] = ()
) -> Any:
    return pay_bands(
        marks,
        title=title,
        axis=_axis(panel.unit, panel.ticks),
        words=_legend(),
        joins=joins,
    )


def _spread(spread: Spread) -> Any:
    row = spread.row
    median = None
    if row.p50 is not None:
        said = gettext("median {median}").format(median=row.median)
        median = Middle(row.p50, capfirst(said))
    return histogram(
        [
            Bin(one.label, f"n = {one.n:,}", one.left, one.right, one.height, one.is_open)
            for one in spread.columns
        ],
        title=spread.title,
        axis=_axis(row.currency.value, spread.ticks),
        name=str(Kind.OBSERVED.label),
        median=median,
    )


def _axis(unit: str, ticks: Sequence[Tick]) -> Axis:
    text = gettext("{currency} per year, before tax").format(currency=unit)
    return Axis(text, {tick.amount: tick.label for tick in ticks})


def _legend() -> dict[str, str]:
    """Return what the legend of a chart calls each thing, in the language of the page."""
    more = {
        "plausible": gettext("Plausible range"),
        "tails": gettext("P10 to P90"),
        "median": gettext("Median"),
        "joined": gettext("From one median to the next"),
        "open": gettext("Open end"),
    }
    return {kind.value: str(kind.label) for kind in Kind} | more


def _mark(bar: bands.Bar) -> Mark:
    row = bar.row
    return Mark(
        label=bar.label,
        kind=row.kind.value,
        amount=row.amount,
        sample=f"{row.sample}, {row.year_label}",
        low=row.low,
        high=row.high,
        median=row.p50,
        reach=row.reach,
        open_ended=row.open_ended,
    )
