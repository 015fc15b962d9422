"""What is kept of which slices are shown."""

from pathlib import Path

import pytest

from salaries.choices import Country
from salaries.engine.cells import MOST_BYTES
from salaries.engine.facets import Facet
from salaries.engine.query import Query
from salaries.observed.grids import Grids
from salaries.observed.row import Names
from salaries.slices import Slice
from tests.engine.asking import BASE, VALUES
from tests.engine.rows import snapshot_of, synthetic


@pytest.fixture
def grids(tmp_path: Path) -> Grids:
    """Return the grids of a release whose sources write fourteen hundred industries."""
    cities = dict.fromkeys(VALUES["city"][1:], "a city")
    industries = {f"industry-{number:02}": (f"industry-{number:02}",) for number in range(1_400)}
    names = Names({}, cities, dict.fromkeys(cities, Country.INDIA), {}, industries)
    return Grids(snapshot_of(synthetic(2_000), tmp_path).cells, names)


def test_grids_are_kept_as_long_as_they_fit_into_their_bytes(grids: Grids) -> None:
    populations = [Query(BASE).where(Facet.SOURCE, source) for source in VALUES["source"]]

    blocks = [grids.at(population, Slice(), []) for population in populations]

    kept = grids.grid.cache_info().currsize
    size = grids.grid(populations[0]).nbytes
    assert [block.count() for block in blocks] == [4, 4, 4]
    assert size < kept * size <= MOST_BYTES < (kept + 1) * size
