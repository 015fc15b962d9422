"""What is asked: one measure of pay, narrowed by facets. A pooled question cannot be put."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from salaries.engine.facets import Facet


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of pay in one currency: of all years together, or of the one year named.

    Years are pooled, so a snapshot is built of rows that are all of today's pay. Raise
    ValueError for anything but one kind and one currency, and one year or None.
    """

    pay_kind: str
    currency: str
    year: int | None = None

    def __post_init__(self) -> None:
        for name in ("pay_kind", "currency"):
            said = getattr(self, name)
            if not isinstance(said, str) or not said:
                raise ValueError(f"{name} is one word, not {said!r}: two are never pooled.")
        if self.year is not None and type(self.year) is not int:
            raise ValueError(f"year is one year or None, not {self.year!r}: two are never pooled.")


@dataclass(frozen=True, slots=True)
class Query:
    """A slice: the values chosen of each facet, OR inside a facet and AND between facets.

    Two queries for the same slice are equal, however they were put together by where.
    """

    measure: Measure
    chosen: tuple[tuple[Facet, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.measure, Measure):
            raise TypeError(f"A query is about one Measure, not {self.measure!r}.")
        if empty := [facet for facet, values in self.chosen if not values]:
            raise ValueError(f"No value of {empty[0]} is chosen; leave the facet out for all.")

    @property
    def facets(self) -> frozenset[Facet]:
        """The facets of which values are chosen."""
        return frozenset(facet for facet, _ in self.chosen)

    def one(self, facet: Facet) -> str:
        """Return the first value that is chosen of a facet, or "" where all are meant."""
        return next((values[0] for chosen, values in self.chosen if chosen is facet), "")

    def where(self, facet: Facet, *values: str) -> Self:
        """Return the slice with these values of the facet, in place of those it had."""
        return self.narrowed({facet: values})

    def narrowed(self, chosen: Mapping[Facet, Iterable[str]]) -> Self:
        """Return the slice with these values of each facet, in place of those it had."""
        said = {facet: tuple(sorted(set(values))) for facet, values in chosen.items()}
        return type(self)(self.measure, tuple(sorted((dict(self.chosen) | said).items())))

    def without(self, *facets: Facet) -> Self:
        """Return the slice with all values of these facets."""
        kept = tuple([pair for pair in self.chosen if pair[0] not in facets])
        return self if len(kept) == len(self.chosen) else type(self)(self.measure, kept)
