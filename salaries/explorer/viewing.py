"""What each view of a slice draws: its words, its charts, and the same charts for Plotly."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from salaries.choices import View
from salaries.explorer import cities, distribution, exports, sentences, trend
from salaries.explorer.controls import view_links
from salaries.explorer.distribution import Spread
from salaries.explorer.explorer import Explorer
from salaries.explorer.series import Chart

# What stands above the charts; of bands the explorer says more.
INTRODUCTIONS = {
    View.DISTRIBUTION: gettext_lazy(
        "How the observations behind each figure spread, one source and one kind of pay at a time."
    ),
    View.CITIES: gettext_lazy(
        "Cities from the highest pay to the lowest, one kind of figure and of pay at a time: by "
        "the median where pay is observed, by the ends of the band, before rounding, elsewhere."
    ),
    View.TREND: gettext_lazy(
        "The same figure in each data release, and in each year observed where there are several. "
        "A release is dated by when this guide made it; the year of the pay stands beside each "
        "figure."
    ),
}
NOTHING = {
    View.DISTRIBUTION: gettext_lazy(
        "A distribution is drawn from observations, and the release holds not enough data for "
        "this choice. A wider question, or the bands, may have an answer:"
    ),
    View.CITIES: gettext_lazy(
        "There is not enough data for any city. A wider question, or the bands, may have an answer:"
    ),
    View.TREND: gettext_lazy(
        "No release has a figure for this choice. A wider question may have an answer:"
    ),
}

TEMPLATES = {
    View.BANDS: "salaries/_view_bands.html",
    View.DISTRIBUTION: "salaries/_view_spreads.html",
    View.CITIES: "salaries/_view_lines.html",
    View.TREND: "salaries/_view_lines.html",
}


def drawn(explorer: Explorer) -> dict[str, Any]:
    """Return what the page of a view has beside, or in place of, what every page has."""
    view, path = explorer.asked.view, reverse("salaries:explorer")
    links: dict[str, Any] = {
        "views": view_links(explorer.asked, path),
        "template": TEMPLATES[view],
    }
    if view is View.BANDS:
        return links
    return links | {
        "statements": (INTRODUCTIONS[view],),
        "nothing": NOTHING[view],
        "charts": charts(explorer),
    }


def charts(explorer: Explorer) -> Sequence[Chart | Spread]:
    """Return the charts of a page that draws other ones than bands; none without figures."""
    path, found = reverse("salaries:explorer"), explorer.answer
    if not found.rows:
        return ()
    if explorer.asked.view is View.CITIES:
        return cities.charts(found, explorer.vocabulary, path)
    if explorer.asked.view is View.TREND:
        return trend.charts(found, explorer.span, path)
    return distribution.spreads(found, explorer.distributions)


def statements(explorer: Explorer) -> tuple[str, ...]:
    """Return what the API and a card say of the answer: of a trend, the course of each figure.

    The same band in two releases is not two bands.
    """
    if explorer.asked.view is View.TREND and explorer.answer.rows:
        return tuple(f"{chart.title}: {chart.sentence}" for chart in charts(explorer))
    return sentences.statements(explorer.answer)


def lines_of(explorer: Explorer, head: exports.Head) -> Iterator[Sequence[object]]:
    """Yield the lines of the file: the figures of the view, or the bars of its distributions."""
    if explorer.asked.view is View.DISTRIBUTION:
        return exports.bar_lines(explorer.distributions, head)
    return exports.pay_lines(explorer.answer, head)
