"""Bands beside each other: a bar from the lower to the upper end of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from salaries.figures.look import FILLS, INK, Axis, layout

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
    "joined": "From one median to the next",
}


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
    figure = go.Figure(layout=layout(title, axis, rows=len(marks)))
    for kind in FILLS:
        if chosen := [(name, mark) for name, mark in named if mark.kind == kind]:
            figure.add_trace(_bars(kind, chosen, words[kind]))
    for kind, reach in REACHES.items():
        if ranged := [(y, m.reach) for y, m in named if m.reach and m.kind == kind]:
            figure.add_trace(_reaches(words[reach], ranged))
    if marked := [(y, mark.median) for y, mark in named if mark.median]:
        figure.add_trace(_medians(marked, words["median"]))
    figure.add_traces(_joins(words["joined"], [(named[one], named[other]) for one, other in joins]))
    return figure


def _unique(labels: Sequence[str]) -> list[str]:
    return [
        f"{label} ({labels[: at + 1].count(label)})" if labels.count(label) > 1 else label
        for at, label in enumerate(labels)
    ]


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


Named = tuple[str, Mark]


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
