"""Bands beside each other: a bar from the lower to the upper end of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from salaries.figures.look import FILLS, INK, Axis, layout

# What the thin line around a bar means: the error of a modelled band, observed P10 to P90.
REACHES = {"modelled": "plausible", "observed": "tails"}
# What the legend calls each thing; a caller gives the words of another language.
WORDS = {
    "reported": "Reported",
    "observed": "Observed",
    "modelled": "Modelled",
    "plausible": "Plausible range",
    "tails": "P10 to P90",
    "median": "Median",
    "joined": "From one median to the next",
    "open": "Open end",
}


# Characters and lines of what breaks a series that fit between two rows on a phone.
BREAK_WIDTH = 28
BREAK_LINES = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar to draw: amounts in whole currency units per year; None is not drawn.

    The median is a tick, or a dot. A break says why its median is not joined to the one above.
    """

    label: str
    kind: str
    amount: str
    sample: str
    low: int
    high: int
    median: int | None = None
    reach: tuple[int, int] | None = None
    open_ended: bool = False
    has_dot: bool = False
    break_before: str = ""


Named = tuple[str, Mark]


def pay_bands(
    marks: Sequence[Mark],
    *,
    title: str,
    axis: Axis,
    words: Mapping[str, str] = WORDS,
    joins: Sequence[tuple[int, int]] = (),
) -> go.Figure:
    """Return one horizontal bar per mark, from its lower to its upper end.

    Medians are marked, and joined where two marks are named as a pair. The range around a bar is
    a thin line. A label that is not unique gets a running number, because Plotly draws equal
    labels on top of each other.
    """
    names = _unique([f"{mark.label}<br>{mark.amount}" for mark in marks])
    named = list(zip(names, marks, strict=True))
    figure = go.Figure(layout=_frame(named, title, axis))
    for kind in FILLS:
        if chosen := [(name, mark) for name, mark in named if mark.kind == kind]:
            figure.add_trace(_bars(kind, chosen, words[kind]))
            figure.add_traces(_arrows(kind, chosen, words["open"]))
    for kind, reach in REACHES.items():
        if ranged := [(y, m.reach) for y, m in named if m.reach and m.kind == kind]:
            figure.add_trace(_reaches(words[reach], ranged))
    if marked := [(y, mark) for y, mark in named if mark.median]:
        figure.add_trace(_medians(marked, words["median"]))
    figure.add_traces(_joins(words["joined"], [(named[one], named[other]) for one, other in joins]))
    return figure


def _unique(labels: Sequence[str]) -> list[str]:
    return [
        f"{label} ({labels[: at + 1].count(label)})" if labels.count(label) > 1 else label
        for at, label in enumerate(labels)
    ]


def _frame(named: Sequence[Named], title: str, axis: Axis) -> go.Layout:
    """Return the frame of the rows in their order, with one between for what breaks them."""
    rows = [row for name, mark in named for row in (*_break_row(name, mark), name)]
    frame = layout(title, axis, rows=len(rows))
    ticks = {"tickvals": [name for name, _ in named], "ticktext": [name for name, _ in named]}
    frame.yaxis.update(categoryorder="array", categoryarray=rows, **ticks)
    broken = [(row, mark) for name, mark in named for row in _break_row(name, mark)]
    frame.update(
        shapes=[_break_line(row) for row, _ in broken],
        annotations=[_break_words(row, mark.break_before) for row, mark in broken],
    )
    return frame


def _break_row(name: str, mark: Mark) -> tuple[str, ...]:
    """Return the name of the row above a mark that is not joined to the one before."""
    return (f"{name}<br>{mark.break_before}",) if mark.break_before else ()


def _break_line(row: str) -> dict[str, Any]:
    ends = {"x0": 0, "x1": 1, "xref": "paper", "y0": row, "y1": row}
    return {"type": "line", "layer": "below", **ends, "line": {"dash": "dash", "width": 1}}


def _break_words(row: str, reason: str) -> dict[str, Any]:
    lines = wrap(reason, BREAK_WIDTH, max_lines=BREAK_LINES, placeholder=" …")
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": row, "yanchor": "top"}
    return {"text": "<br>".join(lines), "align": "left", "showarrow": False, **place}


def _arrows(kind: str, chosen: Sequence[Named], name: str) -> list[go.Scatter]:
    """Return one trace with an arrow at each upper end that is open."""
    ends = [(name, mark.high) for name, mark in chosen if mark.open_ended]
    if not ends:
        return []
    arrows = go.Scatter(
        name=name,
        meta=kind,
        x=[high for _, high in ends],
        y=[name for name, _ in ends],
        mode="markers",
        marker={"symbol": "triangle-right", "size": 18, "color": FILLS[kind]["color"]},
        showlegend=False,
        hoverinfo="skip",
    )
    return [arrows]


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


def _medians(marked: Sequence[Named], name: str) -> go.Scatter:
    """Return every median in one trace: the marks of a chart have all dots, or all ticks."""
    symbol, size = ("circle", 12) if marked[0][1].has_dot else ("line-ns-open", 18)
    return go.Scatter(
        x=[mark.median for _, mark in marked],
        y=[label for label, _ in marked],
        mode="markers",
        marker={"symbol": symbol, "size": size, "color": INK, "line": {"width": 2}},
        name=name,
        hovertemplate=f"%{{y}}<br>{name.lower()} %{{x:,}}<extra></extra>",
    )


def _joins(name: str, pairs: Sequence[tuple[Named, Named]]) -> list[go.Scatter]:
    """Return one trace with a line for each pair; a gap (None) ends each line."""
    if not pairs:
        return []
    line = go.Scatter(
        x=[x for (_, one), (_, other) in pairs for x in (one.median, other.median, None)],
        y=[y for (one, _), (other, _) in pairs for y in (one, other, None)],
        mode="lines",
        line={"color": INK, "width": 1.5, "dash": "dot"},
        name=name,
        hoverinfo="skip",
    )
    return [line]
