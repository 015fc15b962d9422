"""An answer field by field: what the schema says of each, beside its value in an example."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Schema = Mapping[str, Any]
# The value of a field where the example has none: its object is null, or its list is empty.
ABSENT = object()


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its path, such as rows[].low; the value is JSON, or empty where there is none."""

    path: str
    type: str
    meaning: str
    choices: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Takes an answer apart; what has been described once is not described again."""

    components: Mapping[str, Schema]
    told: set[str] = field(default_factory=set)

    def fields(self, schema: Schema, value: object, *, path: str = "") -> Iterator[Field]:
        """Yield the fields of an object, and after each those of the objects in it."""
        name, meant = self.resolved(schema)
        if name in self.told:
            return
        self.told.add(name)
        for key, stated in meant.get("properties", {}).items():
            inner = value[key] if isinstance(value, Mapping) else ABSENT
            yield from self.field(stated, inner, path=f"{path}{key}")

    def field(self, stated: Schema, value: object, *, path: str) -> Iterator[Field]:
        """Yield one field, and those of the objects in it; of several the first is the example."""
        one, first, mark = stated, value, ""
        if "items" in stated:
            one, mark = stated["items"], "[]"
            first = value[0] if isinstance(value, list) and value else ABSENT
        _, meant = self.resolved(one)
        is_object = "properties" in meant
        yield Field(
            f"{path}{mark}",
            " or ".join(self.types(one)),
            stated.get("description") or meant.get("description", ""),
            tuple(meant.get("enum", ())),
            "" if is_object or value is ABSENT else json.dumps(value, ensure_ascii=False),
        )
        if is_object:
            yield from self.fields(one, first, path=f"{path}{mark}.")

    def types(self, schema: Schema) -> Iterator[str]:
        """Yield what a value may be: one type, or several of which null is the last."""
        for one in schema.get("oneOf", (schema,)):
            _, meant = self.resolved(one)
            kinds = meant.get("type", "object")
            yield from [kinds] if isinstance(kinds, str) else kinds

    def resolved(self, schema: Schema) -> tuple[str, Schema]:
        """Return the name of the component that a schema stands for, and the component."""
        for key in ("allOf", "oneOf"):
            schema = schema[key][0] if key in schema else schema
        name = schema.get("$ref", "").rpartition("/")[2]
        return name, self.components[name] if name else schema
