"""What the database holds, by natural key: few queries, however many objects."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as made_of
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Model, QuerySet

from tpmguide.content.conflicts import Conflict, conflict_of
from tpmguide.content.fixtures import Row
from tpmguide.content.shapes import AnyField, Key, Shape, related, shape


class RefusedError(Exception):
    """The database refused a row; the cause is what it said."""

    def __init__(self, row: Row) -> None:
        super().__init__(row.place)
        self.row = row

    @property
    def is_about_a_rule(self) -> bool:
        return isinstance(self.__cause__, IntegrityError)


@dataclass(slots=True)
class Table:
    """The rows of one model, each found by its natural key or by its number."""

    numbers: dict[Key, object] = made_of(default_factory=dict)
    keys: dict[object, Key] = made_of(default_factory=dict)
    values: dict[Key, dict[str, object]] = made_of(default_factory=dict)

    def keep(self, key: Key, *, number: object, values: dict[str, object]) -> None:
        self.numbers[key], self.keys[number], self.values[key] = number, key, values


class Stored:
    """The tables, each read once, when it is first asked for."""

    def __init__(self) -> None:
        self.tables: dict[type[Model], Table] = {}

    def table(self, model: type[Model]) -> Table:
        found = shape(model)
        if model not in self.tables and found is not None:
            self.tables[model] = self.read(found)
        return self.tables.setdefault(model, Table())

    def read(self, of: Shape) -> Table:
        table, many = Table(), {name: self.links(of, name) for name in of.many}
        columns = [field.attname for field in of.fields.values()]
        for number, *cells in QuerySet(of.model).order_by().values_list("pk", *columns):
            values = {
                name: self.said(field, cell)
                for (name, field), cell in zip(of.fields.items(), cells, strict=True)
            }
            for name, links in many.items():
                values[name] = frozenset(links.get(number, ()))
            table.keep(of.key(values), number=number, values=values)
        return table

    def links(self, of: Shape, name: str) -> dict[object, set[Key]]:
        """Return what each row refers to through one many-to-many field."""
        links: dict[object, set[Key]] = {}
        every: QuerySet[Model] = QuerySet(of.model).order_by()
        pairs = every.filter(**{f"{name}__isnull": False}).values_list("pk", name)
        for number, other in pairs:
            links.setdefault(number, set()).add(self.key_of(of.many[name], other))
        return links

    def said(self, field: AnyField, cell: object) -> object:
        """Return a cell as a fixture says it: a reference by its natural key."""
        return cell if related(field) is None or cell is None else self.key_of(field, cell)

    def key_of(self, field: AnyField, number: object) -> Key:
        model = related(field)
        return self.table(model).keys[number] if model else ()

    def has(self, model: type[Model], key: Key) -> bool:
        return key in self.table(model).numbers

    def number(self, row: Row) -> object:
        """Return the number of the row that has this one's natural key, or None."""
        return self.table(row.shape.model).numbers.get(row.key)

    def differing(self, row: Row) -> tuple[str, ...]:
        """Return the names of the fields in which the database says something else."""
        values = self.table(row.shape.model).values[row.key]
        return tuple(name for name in row.values if row.values[name] != values[name])

    def write_whole(self, rows: Iterable[Row]) -> None:
        """Write an object with both its halves; where one is refused, neither stays."""
        written: list[Row] = []
        try:
            with transaction.atomic():
                for row in rows:
                    written.append(row)
                    self.write(row)
        except (DatabaseError, OverflowError, UnicodeError) as error:
            for row in written:  # their tables are read anew when they are next asked for
                self.tables.pop(row.shape.model, None)
            raise RefusedError(written[-1]) from error

    def write(self, row: Row) -> None:
        """Insert the row, or overwrite the one that has its natural key."""
        number = self.number(row)
        instance = row.shape.model(**self.cells(row))
        if number is not None:
            instance.pk = number
        # Raw, as loaddata does it: half of an object is written without its parent's half.
        instance.save_base(raw=True, force_insert=number is None, force_update=number is not None)
        for name, field in row.shape.many.items():
            links: Any = getattr(instance, name)
            links.set(self.numbers_of(field, row.values[name]))
        self.table(row.shape.model).keep(row.key, number=instance.pk, values=row.values)

    def conflict(self, row: Row) -> Conflict | None:
        """Return what stands in the way of a row that the database has refused."""
        return conflict_of(row.shape.model, self.cells(row), number=self.number(row))

    def cells(self, row: Row) -> dict[str, object]:
        """Return the row as columns, and what it refers to as numbers, or None."""
        return {
            field.attname: next(iter(self.numbers_of(field, row.values[name])), None)
            if related(field)
            else row.values[name]
            for name, field in row.shape.fields.items()
        }

    def numbers_of(self, field: AnyField, keys: object) -> list[object]:
        """Return the numbers of what a field refers to, by one natural key or by a set of them."""
        model = related(field)
        wanted = keys if isinstance(keys, frozenset) else (keys,)
        numbers = self.table(model).numbers if model else {}
        return [numbers.get(key) for key in wanted if isinstance(key, tuple)]
