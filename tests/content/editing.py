"""Changes a row of any table as an editor might, so that a new table needs no test of its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet, SlugField

from salaries.models import PayResolution
from tpmguide.content.shapes import AnyField, Shape, related, shape, shapes

# What is easily lost on the way through a file.
ANEW = ' anew: “ü”, "\\", <b>, ₹ 🙂 and'


def edit(of: Shape) -> str:
    """Change the last row of a table in its own field, or in its general half."""
    if not QuerySet(of.model).exists():
        add_resolution()  # nothing of another kind is missing
    row: Model = QuerySet(of.model).order_by("pk").reverse()[0]
    for name, value in changes(of, row):
        try:
            with transaction.atomic():
                QuerySet(of.model).filter(pk=row.pk).update(**{name: value})
        except IntegrityError:  # a rule of the table forbids this one
            continue
        return name
    above = shape(of.parent) if of.parent else None
    assert above is not None, f"no field of {of.label} can be changed: teach this module how"
    return edit(above)


def changes(of: Shape, row: Model) -> Iterator[tuple[str, object]]:
    """Give other values of fields that do not name the row."""
    fields = [field for name, field in of.fields.items() if name not in of.key_names]
    for field in fields:
        for value in others(field, getattr(row, field.attname)):
            yield field.attname, value


def others(field: AnyField, value: object) -> Iterator[object]:
    model = related(field)
    if model is not None:
        yield from QuerySet(model).exclude(pk=value).values_list("pk", flat=True)[:3]
    elif field.choices:
        yield from (choice for choice, _ in field.flatchoices if choice != value)
    elif isinstance(value, str):
        yield f"{value[:9]}-anew" if isinstance(field, SlugField) else f"{value}{ANEW}\n"
    else:
        yield from other_values(value)


def other_values(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | Decimal):
        yield value + 1
    elif isinstance(value, date):
        yield value + timedelta(days=1)


def edit_every_table() -> None:
    for of in shapes():
        edit(of)


def add_resolution() -> PayResolution:
    """Add what an editor says of two figures; nothing of the kind is shipped."""
    return PayResolution.objects.create(
        key="one.other", about="One beside another", release="2026-11", text="The first."
    )


def every_row() -> dict[str, list[str]]:
    """Return all rows of every table as Django says them, whatever their numbers."""
    return {of.label: sorted(rows_of(of)) for of in shapes()}


def rows_of(of: Shape) -> Iterator[str]:
    rows = serializers.serialize(
        "python",
        QuerySet(of.model).all(),
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
    )
    for row in rows:
        fields = row["fields"]
        # What a row refers to is a set: databases give it in an order of their own.
        yield str({**fields, **{name: sorted(fields[name]) for name in of.many}})
