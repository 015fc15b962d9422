"""The shipped files, read into rows; a broken file is an error that names file and object."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as made_of
from pathlib import Path

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db.models import Model

from tpmguide.content import APPS, FIXTURES
from tpmguide.content.shapes import AnyField, Key, Shape, related, shape

Reference = tuple[type[Model], Key]
# Of a value that is refused: enough to find it by.
MOST_SHOWN = 80
NO_NULL = ProhibitNullCharactersValidator()


class ContentError(Exception):
    """The shipped content cannot be read or written; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One object of a fixture; what it refers to is named by natural keys."""

    shape: Shape
    key: Key
    values: dict[str, object]
    place: str
    said: dict[str, object] = made_of(default_factory=dict)  # as it stands in the file

    @property
    def name(self) -> tuple[str, str]:
        """Its label and key, as they are printed and as they are kept."""
        return (self.shape.label, text_of(self.key))

    @property
    def identity(self) -> Reference:
        return (self.shape.model, self.key)

    @property
    def root(self) -> Reference:
        """What the object as a whole goes by: a claim of any kind is found among the claims."""
        return root_of(*self.identity)

    def references(self) -> Iterator[Reference]:
        """Give every object that this one refers to."""
        for name, field in {**self.shape.fields, **self.shape.many}.items():
            model, value = related(field), self.values[name]
            if model is not None and isinstance(value, (tuple, frozenset)):
                keys = value if isinstance(value, frozenset) else (value,)
                yield from ((model, key) for key in keys)


def root_of(model: type[Model], key: Key) -> Reference:
    """Return the general half of an object, or the object itself where it has no halves."""
    found = shape(model)
    return (found.parent if found and found.parent else model, key)


def files_in(folder: Path, *, names: Iterable[str] = FIXTURES) -> list[Path]:
    return [folder / f"{name}.json" for name in names]


def read(files: Sequence[Path]) -> list[Row]:
    """Read these fixtures; raise ContentError at the first that is broken."""
    rows = [row for file in files for row in rows_of(file)]
    seen: dict[Reference, str] = {}
    for row in rows:
        if row.identity in seen:
            raise ContentError(f"{row.place} is the same object as {seen[row.identity]}.")
        seen[row.identity] = row.place
    return rows


def rows_of(path: Path) -> Iterator[Row]:
    try:
        records = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ContentError(f"{path.name} cannot be read: {error}") from error
    if not isinstance(records, list):
        raise ContentError(f"{path.name} is not a list of objects.")
    for number, record in enumerate(records, start=1):
        yield row_of(record, place=f"{path.name}, object {number}")


def row_of(record: object, *, place: str) -> Row:
    if not isinstance(record, dict) or set(record) != {"model", "fields"}:
        raise ContentError(f"{place} is not made of “model” and “fields”.")
    shape_of_it, said = known_shape(record["model"], place), record["fields"]
    place = f"{place} ({shape_of_it.label})"
    if not isinstance(said, dict):
        raise ContentError(f"{place}: its fields are not named.")
    values = values_of(shape_of_it, said, place)
    key = shape_of_it.key(values)
    return Row(shape_of_it, key, values, f"{place} {text_of(key)}", said)


def known_shape(label: object, place: str) -> Shape:
    try:
        model: type[Model] = apps.get_model(str(label))
    except (LookupError, ValueError) as error:
        raise ContentError(f"{place}: there is no model {label!r}.") from error
    found = shape(model)
    if found is None:
        raise ContentError(f"{place}: {label} has no natural key.")
    if model._meta.app_label not in APPS:
        raise ContentError(f"{place}: {label} is no content.")
    return found


def values_of(shape_of_it: Shape, said: dict[str, object], place: str) -> dict[str, object]:
    """Return a value for every field; what the fixture leaves out has its default."""
    known: dict[str, AnyField] = {**shape_of_it.fields, **shape_of_it.many}
    check_names(said, known=set(known), key_names=shape_of_it.key_names, place=place)
    values: dict[str, object] = {}
    for name, field in known.items():
        try:
            values[name] = value_of(field, said[name]) if name in said else default_of(field)
        except ValidationError as error:
            reasons = " ".join(error.messages)
            raise ContentError(
                f"{place}: {name} cannot be {shown(said[name])}. {reasons}"
            ) from error
        except (TypeError, ValueError) as error:
            raise ContentError(f"{place}: {name} cannot be {shown(said[name])}.") from error
    return values


def shown(said: object) -> str:
    """Return a value as an error prints it, however long it is."""
    text = repr(said)
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def check_names(
    said: dict[str, object], *, known: set[str], key_names: Iterable[str], place: str
) -> None:
    """Refuse fields that the model does not have, and an object without its natural key."""
    for name in said:
        if name not in known:
            raise ContentError(f"{place}: there is no field {name!r}.")
    for name in key_names:
        if said.get(name) in (None, "", []):
            raise ContentError(f"{place}: {name!r} is missing, and is part of its key.")


def value_of(field: AnyField, said: object) -> object:
    """Return the value as a model would hold it, and a reference as a natural key.

    A value passes what a form would ask of it: SQLite takes a text of any length, and a null
    character in it.
    """
    if related(field) is None:
        for text in said if isinstance(said, list) else (said,):
            NO_NULL(text)
        return field.clean(said, None)
    if said is None:
        return None
    if not field.many_to_many:
        return key_of(said)
    if not isinstance(said, list):
        raise TypeError("references are a list of natural keys")
    return frozenset(key_of(one) for one in said)


def key_of(said: object) -> Key:
    if not isinstance(said, list) or not all(isinstance(part, str | int) for part in said):
        raise TypeError("a reference is a natural key: a list of plain values")
    return tuple(said)


def default_of(field: AnyField) -> object:
    return frozenset() if field.many_to_many else field.get_default()


def text_of(key: Key) -> str:
    return " / ".join(str(part) for part in key)
