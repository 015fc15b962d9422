"""What a row of each model is made of, and which of its fields name it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from inspect import signature
from typing import Any, Protocol, TypeAlias, runtime_checkable

from django.apps import apps
from django.db.models import Field, Model
from django.db.models.options import Options

from tpmguide.content import APPS

# A natural key: what names an object in words, whatever its number in a database.
Key = tuple[object, ...]
AnyField: TypeAlias = "Field[Any, Any]"
AnyOptions: TypeAlias = "Options[Any]"


@runtime_checkable
class FoundByNaturalKey(Protocol):
    """A manager whose arguments are named after the fields that make up the key."""

    def get_by_natural_key(self, *key: str) -> Model: ...


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one table, its many-to-many fields, and the names of its key fields."""

    model: type[Model]
    label: str
    fields: dict[str, AnyField]
    many: dict[str, AnyField]
    key_names: tuple[str, ...]

    @property
    def parent(self) -> type[Model] | None:
        """The model that holds the other half of the object, where there is one."""
        return next((related(field) for field in self.fields.values() if is_link(field)), None)

    def key(self, values: dict[str, object]) -> Key:
        return flat(values[name] for name in self.key_names)


@cache
def shape(model: type[Model]) -> Shape | None:
    """Return the shape of a model that has natural keys, or None."""
    options: AnyOptions = model._meta
    manager: object = options.default_manager
    if not isinstance(manager, FoundByNaturalKey):
        return None
    fields = {field.name: field for field in options.local_fields if is_said(field)}
    link = next((name for name, field in fields.items() if is_link(field)), None)
    names = tuple(signature(manager.get_by_natural_key).parameters)
    many: dict[str, AnyField] = {field.name: field for field in options.local_many_to_many}
    return Shape(model, options.label_lower, fields, many, (link,) if link else names)


def shapes() -> list[Shape]:
    """Return the shape of every table of content."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return [found for model in models if (found := shape(model))]


def is_link(field: AnyField) -> bool:
    """Say whether the field ties a row to the row of its parent model."""
    return bool(getattr(field.remote_field, "parent_link", False))


def is_said(field: AnyField) -> bool:
    """Say whether a fixture states the field; what the site itself fills in is not.

    What is in no form and yet never empty was noted when a row was made, and nothing else tells it.
    """
    return is_link(field) or ((field.editable or not field.blank) and not field.primary_key)


def related(field: AnyField) -> type[Model] | None:
    """Return the model that the field refers to, if it refers to one."""
    model = field.related_model
    return model if isinstance(model, type) else None


def flat(parts: Iterable[object]) -> Key:
    """Join the keys of related objects and plain values into one key."""
    joined: list[object] = []
    for part in parts:
        joined.extend(part if isinstance(part, tuple) else (part,))
    return tuple(joined)
