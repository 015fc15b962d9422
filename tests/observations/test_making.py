"""A snapshot is made from the rows as the database has them."""

import gc
import io

import pandas as pd
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from salaries.engine.building import FrameShapeError
from salaries.engine.facets import COLUMNS
from salaries.models import DataRelease, Observation
from salaries.observations.drafts import target
from salaries.observations.examining import Reading
from salaries.observations.importing import import_file
from salaries.observed import making
from salaries.observed.making import observations_of
from tests.observations.files import text_of

pytestmark = pytest.mark.django_db

INDIA = {"country": "india", "currency": "INR", "pay": "2600000", "region": ""}
ROWS = (
    {"city": "Bangalore", "role": "technical-product-manager", "industry": "Banks", **INDIA},
    {"city": "Atlantis", "level": "", "size": "", "year": "2023", "pay_kind": "total"},
    {"level": "entry", "size": "small", "pay_kind": "cost-to-company", "industry": "ßoftware"},
    {"level": "lead", "size": "medium", "pay_kind": "not-stated", "pay": "190000"},
    # What a file between the database and pandas could take for something else.
    {"key": 'a,"6"', "industry": 'Banks, "fin\\tech"', "pay": "170000"},
    {"key": "NA", "industry": "null", "pay": "160000"},
    {"year": "2013"},
    {"usable": "no", "flags": "seen"},
)


def imported(*changes: dict[str, str]) -> DataRelease:
    raw = io.BytesIO(text_of(*changes).encode())
    outcome = import_file(
        raw, Reading(), target("next"), leave_out=False, progress=lambda _line: None
    )
    assert outcome.draft is not None
    return outcome.draft


def as_stored(release: DataRelease) -> list[tuple[object, ...]]:
    paths = {"source": "source__slug", "role": "role__slug", "city": "city__slug"}
    rows = Observation.objects.of_release(release).filter(is_current=True, usable=True)
    found = rows.order_by("key").values_list(*(paths.get(name, name) for name in COLUMNS))
    return [tuple("" if cell is None else cell for cell in row) for row in found]


def rows_of(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(frame.sort_values("key").itertuples(index=False, name=None))


def test_the_rows_are_the_usable_and_current_ones_in_the_words_of_the_database() -> None:
    release = imported(*ROWS)

    frame = observations_of(release)

    assert list(frame.columns) == list(COLUMNS)
    assert rows_of(frame) == as_stored(release)
    assert len(frame) == 6
    assert gc.isenabled()


def test_rows_are_read_while_queries_are_logged_as_while_they_are_not() -> None:
    release = imported(*ROWS)

    with CaptureQueriesContext(connection):
        frame = observations_of(release)

    assert rows_of(frame) == as_stored(release)


def test_rows_come_in_any_number_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    release = imported(*ROWS)
    monkeypatch.setattr(making, "AT_ONCE", 3)

    assert rows_of(observations_of(release)) == as_stored(release)


def test_a_release_without_usable_rows_gives_a_frame_without_rows() -> None:
    frame = observations_of(imported({"year": "2013"}))

    assert (list(frame.columns), len(frame)) == (list(COLUMNS), 0)


def test_a_word_that_is_not_known_is_no_other_word(monkeypatch: pytest.MonkeyPatch) -> None:
    release = imported({"level": "lead"})
    monkeypatch.setitem(making.WORDS, "level", ("", "entry"))

    with pytest.raises(FrameShapeError, match="a word that no field has"):
        observations_of(release)
