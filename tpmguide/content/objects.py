"""Shipped rows put together: a claim of a kind is one object, though it has a row in two tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from tpmguide.content.fixtures import ContentError, Reference, Row, root_of, text_of

# The label of a model and the natural key, as they are printed and as they are kept.
Name = tuple[str, str]


@dataclass(frozen=True)
class Whole:
    """An object with the rows that it is made of, the general half first."""

    root: Reference
    rows: tuple[Row, ...]

    @cached_property
    def name(self) -> Name:
        """Both halves of a claim go by its kind."""
        return self.rows[-1].name

    @cached_property
    def references(self) -> frozenset[Reference]:
        """Everything else that the object refers to."""
        every = {reference for row in self.rows for reference in row.references()}
        return frozenset(one for one in every if root_of(*one) != self.root)


def whole(root: Reference, rows: Iterable[Row]) -> Whole:
    general_first = sorted(rows, key=lambda row: row.shape.parent is not None)
    kinds = [row for row in general_first if row.shape.parent is not None]
    if len(kinds) > 1:
        raise ContentError(f"{kinds[1].place} has the key of {kinds[0].place}, another kind.")
    return Whole(root, tuple(general_first))


def in_order(rows: Iterable[Row]) -> list[Whole]:
    """Return the objects so that each follows what it refers to."""
    halves: dict[Reference, list[Row]] = {}
    for row in rows:
        halves.setdefault(row.root, []).append(row)
    wholes = {root: whole(root, of_it) for root, of_it in halves.items()}
    graph = {root: {root_of(*one) for one in of_it.references} for root, of_it in wholes.items()}
    try:
        ordered = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        keys = ", ".join(text_of(key) for _, key in error.args[1])
        raise ContentError(f"These objects refer to each other in a circle: {keys}.") from error
    return [wholes[root] for root in ordered if root in wholes]
