"""Numbers beside dots, so that none lies on another or on a dot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

# In the units of the drawing: half of what a digit and a line of text take, and a dot's radius.
HALF_DIGIT, HALF_LINE, RADIUS = 4.0, 6.5, 4.0
# How far from its dot a number may stand, the nearest first.
DISTANCES = (11.0, 17.0, 25.0, 35.0, 47.0)
# To the right first, then around; the diagonals are as long as the others.
DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (0.7, 0.7), (-0.7, -0.7), (-0.7, 0.7))
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """What a dot or a number covers."""

    x: float
    y: float
    half_width: float
    half_height: float

    def meets(self, other: "Box") -> bool:
        return (
            abs(self.x - other.x) < self.half_width + other.half_width
            and abs(self.y - other.y) < self.half_height + other.half_height
        )

    def is_within(self, width: float, height: float) -> bool:
        return (
            self.half_width <= self.x <= width - self.half_width
            and self.half_height <= self.y <= height - self.half_height
        )


def dot(at: Point) -> Box:
    return Box(*at, RADIUS, RADIUS)


def label(at: Point, text: str) -> Box:
    return Box(*at, HALF_DIGIT * len(text), HALF_LINE)


def placed(
    dots: Sequence[Point], texts: Sequence[str], *, width: float, height: float
) -> list[Point | None]:
    """Return where the middle of each text stands, within the drawing; None for an empty one.

    Each takes the nearest free place to its dot, in their order. Where none is free, as among
    many cities in one place, it stands at the nearest all the same.
    """
    taken = [dot(at) for at in dots]
    found: list[Point | None] = []
    for at, text in zip(dots, texts, strict=True):
        if not text:
            found.append(None)
            continue
        boxes = [label(place, text) for place in around(at)]
        within = [box for box in boxes if box.is_within(width, height)] or boxes
        free = (box for box in within if not any(box.meets(other) for other in taken))
        chosen = next(free, within[0])
        taken.append(chosen)
        found.append((chosen.x, chosen.y))
    return found


def around(at: Point) -> Iterator[Point]:
    x, y = at
    for distance, (right, down) in product(DISTANCES, DIRECTIONS):
        yield x + right * distance, y + down * distance
