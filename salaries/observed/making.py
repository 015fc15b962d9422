"""A snapshot, made from the database. It takes pandas, which the workers do without."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from salaries.disclosure import history, releases
from salaries.engine import building
from salaries.engine.facets import COLUMNS
from salaries.models import DataRelease, Observation
from salaries.thresholds import FEWEST_TO_SHOW

# Where each column of the frame is kept; the others have the field's own name.
PATHS = {"source": "source__slug", "role": "role__slug", "city": "city__slug"}
NUMBERS = ("year", "pay")
# Only rows that count as current are in it, whatever their year.
CURRENT_SINCE = 0
AT_ONCE = 10_000


def make(before: Iterable[DataRelease], folder: Path, *, name: str) -> None:
    """Write the snapshot of the last of these releases, the oldest of which comes first."""
    past, rows = history.nothing(), None
    for release in before:
        protected = releases.protected(observations_of(release), past, fewest=FEWEST_TO_SHOW)
        past, rows = protected.history, protected.rows
    if rows is not None:
        building.build(rows, folder, name=name, current_since=CURRENT_SINCE)


def observations_of(release: DataRelease) -> pd.DataFrame:
    """Return what is comparable today: the usable, current observations, a row each.

    The columns are those of engine.facets.COLUMNS; "" is "not known".
    """
    kept = Observation.objects.of_release(release).comparable()
    rows = kept.order_by().values_list(*(PATHS.get(name, name) for name in COLUMNS))
    frame = pd.DataFrame.from_records(list(rows.iterator(AT_ONCE)), columns=list(COLUMNS))
    types = {name: "int64" if name in NUMBERS else "str" for name in COLUMNS}
    return frame.fillna({"city": ""}).astype(types)
