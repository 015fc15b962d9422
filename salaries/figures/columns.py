"""A distribution: columns side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from salaries.figures.look import FILLS, Axis, layout

# As high as so many bars of a band chart.
ROWS = 4


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


def histogram(bins: Sequence[Bin], *, title: str, axis: Axis, name: str) -> go.Figure:
    """Return the columns of a distribution of observed pay, side by side."""
    frame = layout(title, axis, rows=ROWS)
    frame.update(yaxis={"visible": False, "fixedrange": True, "autorange": True})
    frame.xaxis.update(rangemode="normal")
    columns = go.Bar(
        name=name,
        meta="observed",
        x=[(one.left + one.right) / 2 for one in bins],
        width=[one.right - one.left for one in bins],
        y=[one.height for one in bins],
        customdata=[[one.label, one.sample] for one in bins],
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        marker=FILLS["observed"],
    )
    return go.Figure(columns, frame)
