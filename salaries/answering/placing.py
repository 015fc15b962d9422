"""Stored figures where they are asked for, and in place of narrower ones that no source has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from salaries.choices import Kind
from salaries.disclosure.ladder import RUNGS, label_of
from salaries.engine.facets import Facet
from salaries.models import PayFigure
from salaries.slices import industry_slug


class Place(NamedTuple):
    """What a figure is about besides its role, country and level, by slugs; "" is all of it."""

    city: str
    size: str
    industry: str


# In the order of a place.
FACETS = (Facet.CITY, Facet.SIZE, Facet.INDUSTRY)


@dataclass(frozen=True, slots=True)
class Placed:
    """A stored figure and the place that it is shown for; the label says that it is broader."""

    figure: PayFigure
    place: Place
    label: str = ""


def city_slug(figure: PayFigure) -> str:
    return figure.city.slug if figure.city is not None else ""


def place_of(figure: PayFigure) -> Place:
    return Place(city_slug(figure), figure.size, industry_slug(figure.industry))


def broader(figures: Iterable[PayFigure], places: Iterable[Place]) -> Iterator[Placed]:
    """Yield for each place the observed figures that stand in it, where they say nothing of it.

    They are broader by the ladder of the observations. A published band is about no narrower
    place: what it says there is modelled.
    """
    series: dict[tuple[object, ...], dict[Place, PayFigure]] = {}
    for figure in figures:
        if figure.kind == Kind.OBSERVED:
            key = figure.source.slug, figure.pay_kind, figure.level
            series.setdefault(key, {})[place_of(figure)] = figure
    for place in places:
        for known in series.values():
            if place not in known:
                yield from _climbed(known, place)


def _climbed(known: Mapping[Place, PayFigure], place: Place) -> Iterator[Placed]:
    asked = dict(zip(FACETS, place, strict=True))
    for given_up in RUNGS:
        wide = Place(*("" if facet in given_up else value for facet, value in asked.items()))
        if wide in known:
            kept = [facet for facet, value in zip(FACETS, wide, strict=True) if value]
            yield Placed(known[wide], place, label_of(kept))
            return
