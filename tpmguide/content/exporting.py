"""What the database holds, in the form of the shipped files: the same text as far as it is so."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model

from salaries.models import DataRelease
from tpmguide.content import FIXTURES
from tpmguide.content.arranging import Arrangement, head
from tpmguide.content.fixtures import Reference, Row, default_of, files_in, rows_of
from tpmguide.content.shapes import Shape, shapes
from tpmguide.content.stored import Stored


def arrangement() -> Arrangement:
    files = files_in(Path(settings.FIXTURE_DIRS[0]))
    return Arrangement({file.stem: list(rows_of(file)) for file in files})


def exported(names: Sequence[str] = FIXTURES) -> dict[str, str]:
    """Return the text of each of these files."""
    arranged = arrangement()
    files = arranged.in_files(everything(Stored()))
    return {name: text_of_rows(files[name], arranged) for name in names}


def exported_table(
    model: type[Model], numbers: Collection[object], *, shows: Callable[[type[Model]], bool]
) -> str:
    """Return the text of these rows of one table, and of their parts as far as they are shown."""
    arranged, stored = arrangement(), Stored()
    held = {row.identity: row for row in everything(stored)}
    keys = stored.table(model).keys
    wanted = {head((model, keys[number]), held) for number in numbers if number in keys}
    whole = [row for identity, row in held.items() if head(identity, held) in wanted]
    rows = [row for row in whole if row.identity in wanted or shows(row.shape.model)]
    files = arranged.in_files(rows).values()
    return text_of_rows([row for file in files for row in file], arranged)


@transaction.atomic
def everything(stored: Stored) -> list[Row]:
    """Return all content as it is at one moment, whatever is written meanwhile."""
    # On SQLite every transaction sees what its first query sees.
    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    return list(finished_rows(stored))


def finished_rows(stored: Stored) -> Iterator[Row]:
    """Give every object of the content, without what an import has not finished."""
    staged = {(slug,) for slug in DataRelease.objects.staged().values_list("slug", flat=True)}
    unfinished: set[Reference] = {(DataRelease, key) for key in staged}
    for found in shapes():
        for row in rows_of_table(found, stored):
            if unfinished.isdisjoint((row.identity, *row.references())):
                yield row


def rows_of_table(of: Shape, stored: Stored) -> Iterator[Row]:
    for key, values in stored.table(of.model).values.items():
        yield Row(of, key, values, place=of.label)


def text_of_rows(rows: Iterable[Row], arranged: Arrangement) -> str:
    """Return a fixture: JSON as it is shipped, indented by one and with a line end after it."""
    records = [{"model": row.shape.label, "fields": fields_of(row, arranged)} for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def fields_of(row: Row, arranged: Arrangement) -> Mapping[str, object]:
    """Return the fields as something shipped has them: in its order, some left out by default."""
    example, shipped = arranged.example(row), arranged.shipped.get(row.identity)
    every = {**row.shape.fields, **row.shape.many}
    said = dict.fromkeys(example.said if example else every)
    for name, field in every.items():
        if name not in said and row.values[name] != default_of(field):
            said[name] = None
    return {name: as_said(name, row, shipped) for name in said}


def as_said(name: str, row: Row, shipped: Row | None) -> object:
    """Return the value in the words of the file where it is still the same."""
    value = row.values[name]
    said = shipped.said.get(name) if shipped else None
    if shipped and name in shipped.said and shipped.values[name] == value:
        return said
    if isinstance(value, frozenset):
        before = said if isinstance(said, list) else []
        return [key for key in before if tuple(key) in value] + [
            list(key) for key in sorted(value) if list(key) not in before
        ]
    return plain(value)


def plain(value: object) -> object:
    """Return a value as JSON holds it; a reference is a natural key."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value
