"""What stands in the way of a row: another row here, and the rule that allows only one of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet, UniqueConstraint

# The columns of a row, by their names in the database.
Cells = dict[str, object]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A rule that a row would break, and the numbers of the rows that stand in its way."""

    rule: str
    numbers: frozenset[object]


def conflict_of(model: type[Model], cells: Cells, *, number: object) -> Conflict | None:
    """Return the first conflict of a row with other rows than the one of its own number."""
    for constraint in rules_of(model):
        same = {column: cells[column] for column in columns_of(model, constraint)}
        condition = constraint.condition or Q()
        if None in same.values() or not (condition == Q() or condition.check(cells)):
            continue
        every: QuerySet[Model] = QuerySet(model)
        found = every.filter(condition, **same).values_list("pk", flat=True)
        if others := frozenset(found) - {number}:
            return Conflict(constraint.name, others)
    return None


def rules_of(model: type[Model]) -> Iterator[UniqueConstraint]:
    """Give the rules that look at other rows; a unique field is one that has its name."""
    options = model._meta
    for field in options.local_fields:
        if field.unique and not field.primary_key:
            yield UniqueConstraint(fields=(field.name,), name=field.name)
    for constraint in options.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield constraint


def columns_of(model: type[Model], constraint: UniqueConstraint) -> Iterator[str]:
    options = model._meta
    for name in constraint.fields:
        yield next(field.attname for field in options.local_fields if field.name == name)
