"""Rows of a file beside those that a release has: which are new, and what differs."""

from collections.abc import Iterator, Sequence

from salaries.models import DataRelease, Observation
from salaries.observations.checking import Checked, Row
from salaries.observations.columns import FIELDS, Known
from salaries.observations.keys import KEY
from salaries.observations.report import Change, Report

# Below the number of parameters that SQLite takes in one query.
KEYS_AT_ONCE = 5_000


class Comparison:
    """Compares rows with one release; None stands for an empty one."""

    def __init__(self, base: DataRelease | None, known: Known) -> None:
        self.stored = Observation.objects.of_release(base)
        self.is_empty = base is None or not self.stored.exists()
        self.names = {
            "source_id": {number: slug for slug, number in known.sources.items()},
            "role_id": {number: slug for slug, number in known.roles.items()},
            "city_id": {city.pk: city.slug for city in known.cities.values()},
        }

    def note(self, found: Checked, report: Report) -> None:
        """Count the rows in the report, and list those that change."""
        if self.is_empty:
            report.new += len(found.lines)
            return
        for row, stored in self.beside(found.rows()):
            if stored is None:
                report.new += 1
            elif stored == row:
                report.unchanged += 1
            else:
                report.changes.add(self.change(stored, row))

    def beside(self, rows: Sequence[Row]) -> Iterator[tuple[Row, Row | None]]:
        for start in range(0, len(rows), KEYS_AT_ONCE):
            some = rows[start : start + KEYS_AT_ONCE]
            stored = self.rows_of([str(row[KEY]) for row in some])
            yield from ((row, stored.get(str(row[KEY]))) for row in some)

    def rows_of(self, keys: Sequence[str]) -> dict[str, Row]:
        found = self.stored.filter(key__in=keys).order_by().values_list(*FIELDS)
        return {str(row[KEY]): tuple(row) for row in found}

    def change(self, stored: Row, row: Row) -> Change:
        cells = zip(FIELDS, stored, row, strict=True)
        differing = tuple(
            (name, self.shown(name, old), self.shown(name, new))
            for name, old, new in cells
            if old != new
        )
        return Change(str(row[KEY]), differing)

    def shown(self, field: str, value: object) -> str:
        names: dict[int, str] = self.names.get(field, {})
        named = names.get(value) if isinstance(value, int) else None
        return named or ("" if value is None else str(value))
