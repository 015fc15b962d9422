"""The observations of a release as a file in the template: importing it changes nothing."""

from collections.abc import Iterator, Sequence

from salaries.models import DataRelease, Observation
from salaries.observations.columns import NAMES, TEMPLATE
from salaries.spreadsheets import safe

PATHS = {"source": "source__slug", "role": "role__slug", "title": "title_raw", "city": "city_raw"}
AT_ONCE = 2_000


def template_lines() -> Iterator[Sequence[object]]:
    """Yield the header of the template and one row that shows how it is filled."""
    yield NAMES
    yield tuple(column.example for column in TEMPLATE)


def observation_lines(release: DataRelease) -> Iterator[Sequence[object]]:
    """Yield the header and every row, in the order of their keys."""
    yield NAMES
    stored = [name for name in NAMES if name != "period"]
    paths = [PATHS.get(name, name) for name in stored]
    rows = Observation.objects.of_release(release).order_by("key").values_list(*paths)
    place = NAMES.index("period")
    for row in rows.iterator(AT_ONCE):
        cells = [cell(value) for value in row]
        yield (*cells[:place], "year", *cells[place:])


def cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else safe(value)
