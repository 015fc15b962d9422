"""How the figures look when Plotly draws them. Frozen values go in, figures come out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

import plotly.graph_objects as go

# Told apart by shape as well as colour; blue, orange and green of Okabe and Ito's palette.
FILLS = {
    "reported": {"color": "#0072b2"},
    "observed": {"color": "#009e73", "opacity": 0.6},
    "modelled": {
        "color": "#d55e00",
        "opacity": 0.75,
        "pattern": {"shape": "/", "solidity": 0.4},
        "line": {"color": "#d55e00", "width": 1},
    },
}
# What the thin line around a bar means: where modelled pay plausibly lies, observed P10 to P90.
REACHES = {"modelled": "plausible", "observed": "tails"}
# What the legend calls each thing; a caller gives the words of another language.
WORDS = {
    "reported": "Reported",
    "observed": "Observed",
    "modelled": "Modelled",
    "plausible": "Plausible range",
    "tails": "P10 to P90",
    "median": "Median",
}
INK = "#334155"
ROW_HEIGHT = 52
LINE_HEIGHT = 20
# Characters of a title that fit beside each other on a phone.
TITLE_WIDTH = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar to draw: amounts in whole currency units per year; None is not drawn."""

    label: str
    kind: str
    amount: str
    sample: str
    low: int
    high: int
    median: int | None = None
    reach: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis of amounts: its title, and the label of each tick by its amount."""

    title: str
    ticks: Mapping[int, str]


def pay_bands(
    marks: Sequence[Mark], *, title: str, axis: Axis, words: Mapping[str, str] = WORDS
) -> go.Figure:
    """Return one horizontal bar per mark, from its lower to its upper end.

    Medians are marked, the range around a bar is a thin line, and a label that is not unique
    gets a running number, because Plotly draws equal labels on top of each other.
    """
    names = _unique([f"{mark.label}<br>{mark.amount}" for mark in marks])
    named = list(zip(names, marks, strict=True))
    figure = go.Figure(layout=_layout(title, axis, rows=len(marks)))
    for kind in FILLS:
        if chosen := [(name, mark) for name, mark in named if mark.kind == kind]:
            figure.add_trace(_bars(kind, chosen, words[kind]))
    for kind, reach in REACHES.items():
        if ranged := [(y, m.reach) for y, m in named if m.reach and m.kind == kind]:
            figure.add_trace(_reaches(words[reach], ranged))
    if marked := [(y, mark.median) for y, mark in named if mark.median]:
        figure.add_trace(_medians(marked, words["median"]))
    return figure


def _unique(labels: Sequence[str]) -> list[str]:
    return [
        f"{label} ({labels[: at + 1].count(label)})" if labels.count(label) > 1 else label
        for at, label in enumerate(labels)
    ]


def _layout(title: str, axis: Axis, *, rows: int) -> go.Layout:
    lines = wrap(title, TITLE_WIDTH)
    return go.Layout(
        title={"text": "<br>".join(lines), "x": 0, "xanchor": "left", "font": {"size": 14}},
        template="none",
        font={"family": "system-ui, sans-serif", "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
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


def _bars(kind: str, chosen: Sequence[tuple[str, Mark]], name: str) -> go.Bar:
    return go.Bar(
        name=name,
        # The script of the page finds the colour by the kind, in whatever language the name is.
        meta=kind,
        orientation="h",
        y=[name for name, _ in chosen],
        base=[mark.low for _, mark in chosen],
        x=[mark.high - mark.low for _, mark in chosen],
        customdata=[[mark.amount, mark.sample] for _, mark in chosen],
        hovertemplate="%{y}<br>%{customdata[1]}<extra></extra>",
        marker=FILLS[kind],
    )


def _reaches(name: str, ranged: Sequence[tuple[str, tuple[int, int]]]) -> go.Scatter:
    """Return every range in one trace; a gap (None) ends each line."""
    return go.Scatter(
        x=[end for _, ends in ranged for end in (*ends, None)],
        y=[text for label, _ in ranged for text in (label, label, None)],
        mode="lines",
        line={"color": INK, "width": 1.5},
        name=name,
        hoverinfo="skip",
    )


def _medians(marked: Sequence[tuple[str, int]], name: str) -> go.Scatter:
    return go.Scatter(
        x=[median for _, median in marked],
        y=[label for label, _ in marked],
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 18, "color": INK, "line": {"width": 2}},
        name=name,
        hovertemplate=f"%{{y}}<br>{name.lower()} %{{x:,}}<extra></extra>",
    )
