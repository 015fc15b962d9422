"""What all figures share: colours, sizes and the frame around the data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

# Told apart by shape as well as colour; blue, orange and green of Okabe and Ito's palette.
FILLS: Mapping[str, dict[str, Any]] = {
    "reported": {"color": "#0072b2"},
    "observed": {"color": "#a6ddce", "line": {"color": "#009e73", "width": 1.5}},
    "modelled": {
        "color": "#d55e00",
        "opacity": 0.75,
        "pattern": {"shape": "/", "solidity": 0.4},
        "line": {"color": "#d55e00", "width": 1},
    },
}
# An open end of a distribution is an outline only; the script of the page leaves it so.
EMPTY = "rgba(0,0,0,0)"
INK = "#334155"
ROW_HEIGHT = 52
LINE_HEIGHT = 20
# Characters of a title that fit beside each other on a phone.
TITLE_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of amounts: its title, and the label of each tick by its amount."""

    title: str
    ticks: Mapping[int, str]


def layout(title: str, axis: Axis, *, rows: int) -> go.Layout:
    lines = wrap(title, TITLE_WIDTH)
    return go.Layout(
        title=_title(lines),
        template="none",
        font={"family": "system-ui, sans-serif", "color": INK},
        paper_bgcolor=EMPTY,
        plot_bgcolor=EMPTY,
        margin={"l": 8, "r": 24, "t": 24 + LINE_HEIGHT * len(lines), "b": 96},
        height=120 + LINE_HEIGHT * len(lines) + ROW_HEIGHT * rows,
        barmode="overlay",
        legend={"orientation": "h", "y": 0, "yref": "container", "yanchor": "bottom"},
        xaxis={
            "rangemode": "tozero",
            "automargin": True,
            "fixedrange": True,
            "title": {"text": axis.title},
            # Plotly would print lakhs as M; the labels are those of the server's chart.
            "tickvals": list(axis.ticks),
            "ticktext": list(axis.ticks.values()),
        },
        yaxis={"autorange": "reversed", "automargin": True, "fixedrange": True},
    )


def _title(lines: Sequence[str]) -> dict[str, Any]:
    """Return the title from the upper left corner down, so that it never meets the bars."""
    return {
        "text": "<br>".join(lines),
        "font": {"size": 14},
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "top",
        "pad": {"t": 12},
    }
