"""A map of some cities of one country, in the units of an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from salaries.choices import Country
from salaries.maps.coasts import COASTS
from salaries.maps.labels import DISTANCES, placed

WIDTH = 320.0
# What is drawn of each country, in degrees: west, south, east, north.
FRAMES = {
    Country.INDIA: (66.0, 6.5, 93.0, 33.0),
    Country.UNITED_STATES: (-126.5, 24.0, -65.5, 50.0),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A city, in degrees north and east; no text means that it has no figure."""

    name: str
    latitude: float
    longitude: float
    text: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot in the drawing: its dot, the middle of its text, and whether a line joins them."""

    spot: Spot
    x: float
    y: float
    text_x: float | None
    text_y: float | None
    is_led: bool


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing: its size, the coast as the data of a path, and the marks."""

    width: float
    height: float
    coast: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees as places in the drawing, true to scale in the middle of the country."""

    west: float
    north: float
    across: float
    down: float

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float]:
        x, y = (longitude - self.west) * self.across, (self.north - latitude) * self.down
        return round(x, 1), round(y, 1)


def projection(country: Country) -> Projection:
    west, south, east, north = FRAMES[country]
    across = WIDTH / (east - west)
    return Projection(west, north, across, across / cos(radians((south + north) / 2)))


def is_within(country: Country, latitude: float, longitude: float) -> bool:
    """Whether a place lies within what is drawn of the country; Honolulu does not."""
    west, south, east, north = FRAMES[country]
    return south <= latitude <= north and west <= longitude <= east


def drawn(country: Country, spots: Sequence[Spot]) -> Map:
    """Return the map of the spots, which all lie within what is drawn of the country."""
    place = projection(country)
    _, height = place(FRAMES[country][2], FRAMES[country][1])
    dots = [place(spot.longitude, spot.latitude) for spot in spots]
    texts = placed(dots, [spot.text for spot in spots], width=WIDTH, height=height)
    marks = (mark(spot, dot, text) for spot, dot, text in zip(spots, dots, texts, strict=True))
    return Map(WIDTH, height, coast(country), tuple(marks))


def mark(spot: Spot, at: tuple[float, float], text: tuple[float, float] | None) -> Mark:
    if text is None:
        return Mark(spot, *at, None, None, is_led=False)
    apart = max(abs(text[0] - at[0]), abs(text[1] - at[1]))
    return Mark(spot, *at, round(text[0], 1), round(text[1], 1), is_led=apart > DISTANCES[0])


@lru_cache
def coast(country: Country) -> str:
    place = projection(country)
    lines = (
        [place(*map(float, point.split(","))) for point in line.split()] for line in COASTS[country]
    )
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in line) for line in lines)
