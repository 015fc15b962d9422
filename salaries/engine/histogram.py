"""The bins of a distribution: as many as forty, all of one width, with round edges."""

from dataclasses import dataclass

MOST_BINS = 40
# A bin is as wide as one of these times a power of ten.
ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts between the edges, the lower edge inside; and what lies outside of all bins."""

    edges: tuple[int, ...]
    counts: tuple[int, ...]
    below: int
    above: int

    @property
    def n(self) -> int:
        return self.below + sum(self.counts) + self.above


def round_edges(lowest: int, highest: int) -> tuple[int, ...]:
    """Return the edges of the bins; a bin begins at or below the lowest, one holds the highest."""
    width = _round_width(highest - lowest)
    first = lowest // width * width
    return tuple(range(first, highest // width * width + width + 1, width))


def _round_width(spread: int) -> int:
    """Return the least round width with which the bins suffice, wherever the first begins."""
    power = 1
    while True:
        for step in ROUND:
            if spread < step * power * (MOST_BINS - 1):
                return step * power
        power *= 10
