"""A distribution: columns side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from salaries.figures.look import EMPTY, FILLS, INK, Axis, layout

# As high as so many bars of a band chart.
ROWS = 4
# Pixels from the axis to what stands below the labels of its ticks.
BELOW_TICKS = 24


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of a distribution: so many of its parts, drawn from left to right.

    The height is per unit of pay, because a column's area is its number of observations.
    """

    label: str
    sample: str
    left: int
    right: int
    height: float
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of a distribution, in whole currency units per year, and how it is said."""

    amount: int
    label: str


def histogram(
    bins: Sequence[Bin], *, title: str, axis: Axis, name: str, median: Middle | None = None
) -> go.Figure:
    """Return the columns of a distribution of observed pay, side by side.

    A column of an open end is an outline, and says below the axis where it begins or ends.
    """
    frame = layout(title, axis, rows=ROWS)
    frame.update(yaxis={"visible": False, "fixedrange": True, "autorange": True})
    frame.update(showlegend=False, annotations=[*_ends(bins)])
    frame.xaxis.update(rangemode="normal", title={"standoff": 32})
    figure = go.Figure(_columns(bins, name), frame)
    if median:
        _mark(figure, median)
    return figure


def _columns(bins: Sequence[Bin], name: str) -> go.Bar:
    fill = FILLS["observed"]
    return go.Bar(
        name=name,
        meta="observed",
        x=[(one.left + one.right) / 2 for one in bins],
        width=[one.right - one.left for one in bins],
        y=[one.height for one in bins],
        customdata=[[one.label, one.sample] for one in bins],
        cliponaxis=False,
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        marker=fill | {"color": [EMPTY if one.is_open else fill["color"] for one in bins]},
    )


def _ends(bins: Sequence[Bin]) -> Iterator[dict[str, Any]]:
    """Yield what an open column is, below the labels of the axis and within its ends."""
    for one in bins:
        if one.is_open:
            is_first = one is bins[0]
            yield {
                "text": one.label,
                "x": one.left if is_first else one.right,
                "xanchor": "left" if is_first else "right",
                "y": 0,
                "yref": "paper",
                "yanchor": "top",
                "yshift": -BELOW_TICKS,
                "showarrow": False,
            }


def _mark(figure: go.Figure, median: Middle) -> None:
    """Draw a line at the median, with its words above the columns."""
    figure.add_vline(
        median.amount,
        line={"color": INK, "width": 3},
        annotation={"text": median.label, "xanchor": "center", "yanchor": "bottom"},
        annotation_position="top",
    )
