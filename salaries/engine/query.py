"""What is asked: one measure of pay, narrowed by facets. A pooled question cannot be put."""

from dataclasses import dataclass
from typing import Self

from salaries.engine.facets import Facet


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of pay in one currency: of the current years, or of the one year named.

    Years that are no longer current are never pooled, neither with others nor among
    themselves. Raise ValueError for anything but one kind and one currency.
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
        others = self.without(facet).chosen
        return type(self)(
            self.measure, tuple(sorted([*others, (facet, tuple(sorted(set(values))))]))
        )

    def without(self, *facets: Facet) -> Self:
        """Return the slice with all values of these facets."""
        kept = tuple((facet, values) for facet, values in self.chosen if facet not in facets)
        return type(self)(self.measure, kept)
