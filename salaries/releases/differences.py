"""What changed between two releases: row by row for what is published, counts for the rest.

Single observations are never listed: the difference of two releases would show the pay of
one person. Of them only counts are given, and rounded down (salaries.releases.counts).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.db.models import Exists, Model, OuterRef, Q
from django.db.models.lookups import IsNull
from django.utils.translation import gettext_lazy

from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.models.figures import AMOUNTS
from salaries.money import grouped
from salaries.observations.columns import FIELDS
from salaries.releases.contents import Values, contents

Word = Literal["added", "removed", "changed"]
LISTED: tuple[tuple[str, type[Model]], ...] = (("figure", PayFigure), ("ratio", Factor))
# What names a row to a reader, where it is not empty.
NAMING = ("role", "label", "level", "country", "city", "size", "industry", "pay_kind")
KINDS = {"figure": gettext_lazy("figure"), "ratio": gettext_lazy("ratio")}
WORDS: Mapping[Word, object] = {
    "added": gettext_lazy("added"),
    "removed": gettext_lazy("removed"),
    "changed": gettext_lazy("changed"),
}
MAY_BE_NULL = {"low", "high", "years_experience", "city_id"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A field that differs, as it was and as it is; like the data, English in every language."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only one of the releases has, or that differs."""

    kind: str
    word: Word
    key: str
    label: str
    cells: tuple[Cell, ...] = ()

    @property
    def noun(self) -> str:
        return str(KINDS[self.kind])

    @property
    def event(self) -> str:
        return str(WORDS[self.word])


def differences(old: DataRelease, new: DataRelease) -> list[Difference]:
    """Return what differs in figures and ratios, in the order of their keys."""
    found = [
        difference
        for kind, model in LISTED
        for difference in _of_kind(kind, _by_key(model, old), _by_key(model, new))
    ]
    return sorted(found, key=lambda difference: (difference.kind, difference.key))


def _by_key(model: type[Model], release: DataRelease) -> dict[str, Values]:
    return {str(row["key"]): row for row in contents(model, release)}


def _of_kind(
    kind: str, old: Mapping[str, Values], new: Mapping[str, Values]
) -> Iterator[Difference]:
    for key in new.keys() - old.keys():
        yield Difference(kind, "added", key, _label(new[key]))
    for key in old.keys() - new.keys():
        yield Difference(kind, "removed", key, _label(old[key]))
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            yield Difference(
                kind, "changed", key, _label(new[key]), tuple(_cells(old[key], new[key]))
            )


def _label(row: Values) -> str:
    return ", ".join(str(row[name]) for name in NAMING if row.get(name))


def _cells(old: Values, new: Values) -> Iterator[Cell]:
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            yield Cell(name.replace("_", " "), shown(old, name), shown(new, name))


def shown(row: Values, name: str) -> str:
    """Return what a row says in a field, an amount with separators; a ratio is text already."""
    value = row.get(name)
    if isinstance(value, int) and name in AMOUNTS:
        return grouped(value, str(row["currency"]))
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "none" if value in (None, "") else str(value)


def observation_counts(old: DataRelease, new: DataRelease) -> tuple[int, int, int]:
    """Count in the database how many observations were added, removed, changed; three queries."""
    before, after = (Observation.objects.of_release(release) for release in (old, new))
    same = before.filter(key=OuterRef("key"))
    equal = same.filter(_is_equal())
    added = after.filter(~Exists(same)).count()
    removed = before.filter(~Exists(after.filter(key=OuterRef("key")))).count()
    return added, removed, after.filter(Exists(same), ~Exists(equal)).count()


def _is_equal() -> Q:
    """Return that a row says what the outer one says in every field; null equals null."""
    condition = Q()
    for name in FIELDS:
        is_same = Q(**{name: OuterRef(name)})
        if name in MAY_BE_NULL:
            is_same |= Q(IsNull(OuterRef(name), rhs=True), **{f"{name}__isnull": True})
        condition &= is_same
    return condition
