"""Where an object stands in the files: as it is shipped, and what is new after its like."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import CASCADE

from tpmguide.content import HOMES
from tpmguide.content.fixtures import ContentError, Reference, Row
from tpmguide.content.shapes import related, shapes

Rows = Mapping[Reference, Row]
# A file by its number, and what sorts its objects.
Place = tuple[int, tuple[Any, ...]]
# After everything that is shipped in a file.
AT_THE_END = 1 << 30


def over(row: Row) -> Reference | None:
    """Return what the object is deleted with: a claim for its kind and its citations."""
    if row.root != row.identity:
        return row.root
    for name, field in row.shape.fields.items():
        model, key = related(field), row.values[name]
        is_part: bool = getattr(field.remote_field, "on_delete", None) is CASCADE
        if model is not None and is_part and isinstance(key, tuple):
            return (model, key)
    return None


def head(reference: Reference, rows: Rows) -> Reference:
    """Return the uppermost object that this one is a part of; it may be one itself."""
    row = rows.get(reference)
    above = over(row) if row else None
    return head(above, rows) if above else reference


class Arrangement:
    """The shipped files, and from them a place for every object of a database."""

    def __init__(self, files: Mapping[str, Sequence[Row]]) -> None:
        self.names = tuple(files)
        self.ranks = {found.model: rank for rank, found in enumerate(shapes())}
        self.shipped: dict[Reference, Row] = {}
        self.places: dict[Reference, tuple[int, int]] = {}
        self.examples: dict[str, Row] = {}
        self.files_of: dict[str, Counter[int]] = {}
        for number, rows in enumerate(files.values()):
            for position, row in enumerate(rows):
                self.shipped[row.identity] = row
                self.places[row.identity] = (number, position)
                self.examples.setdefault(row.shape.label, row)
                self.files_of.setdefault(row.shape.label, Counter())[number] += 1
        self.ends: dict[Reference, tuple[int, int]] = {}
        for identity, place in self.places.items():
            self.ends[head(identity, self.shipped)] = place

    def in_files(self, rows: Iterable[Row]) -> dict[str, list[Row]]:
        """Return the objects of each file in their order."""
        held = {row.identity: row for row in rows}
        kinds = {row.root: row.shape.label for row in held.values() if row.shape.parent}
        placed: dict[str, list[tuple[Any, Row]]] = {name: [] for name in self.names}
        for row in held.values():
            number, place = self.place(row, held, kinds)
            placed[self.names[number]].append((place, row))
        return {
            name: [row for _, row in sorted(of_it, key=lambda one: one[0])]
            for name, of_it in placed.items()
        }

    def place(self, row: Row, held: Rows, kinds: Mapping[Reference, str]) -> Place:
        if row.identity in self.places:
            number, position = self.places[row.identity]
            return number, (position,)
        above = head(row.identity, held)
        if above in self.ends:
            number, position = self.ends[above]
        else:
            label = kinds.get(above, above[0]._meta.label_lower)
            number, position = self.home(label), AT_THE_END
        return number, (
            position,
            *self.rank(above),
            row.identity != above,
            not row.shape.parent,
            *self.rank(row.identity),
        )

    def rank(self, reference: Reference) -> tuple[Any, ...]:
        return (self.ranks[reference[0]], reference[1])

    def home(self, label: str) -> int:
        """Return the file that most objects of this kind are in."""
        if label in self.files_of:
            return self.files_of[label].most_common(1)[0][0]
        if label in HOMES:
            return self.names.index(HOMES[label])
        raise ContentError(f"Nothing says in which file {label} belongs: name it in HOMES.")

    def example(self, row: Row) -> Row | None:
        """Return a shipped object that says which fields are written, and in which order."""
        return self.shipped.get(row.identity) or self.examples.get(row.shape.label)
