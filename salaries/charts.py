"""The chart of the explorer as Plotly figures, from the same panels that the server draws."""

from typing import Any

from django.utils.translation import gettext

from salaries import bands
from salaries.choices import Kind
from salaries.explorer import Explorer
from salaries.figures import Axis, Mark, pay_bands


def chart_figures(explorer: Explorer) -> list[dict[str, Any]]:
    """Return one Plotly figure per country of the page, in the order of its panels."""
    return [
        pay_bands(
            [_mark(bar) for bar in panel.bars],
            title=explorer.title,
            axis=Axis(
                gettext("{currency} per year, before tax").format(currency=panel.unit),
                {tick.amount: tick.label for tick in panel.ticks},
            ),
            words=_legend(),
        ).to_plotly_json()
        for panel in bands.panels(explorer.answer.page_rows)
    ]


def _legend() -> dict[str, str]:
    """Return what the legend of a chart calls each thing, in the language of the page."""
    more = {
        "plausible": gettext("Plausible range"),
        "tails": gettext("P10 to P90"),
        "median": gettext("Median"),
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
    )
