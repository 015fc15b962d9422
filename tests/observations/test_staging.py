"""Two imports at once, and what an import leaves behind."""

import io
from datetime import date

import pytest

from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.models.releases import StepError
from salaries.observations import bulk
from salaries.observations.columns import FIELDS
from salaries.observations.drafts import target
from salaries.observations.examining import Reading
from salaries.observations.importing import Outcome, import_file
from salaries.observations.staging import Staging
from salaries.observations.sweeping import discard, sweep
from tests.observations.files import found_in, text_of

pytestmark = pytest.mark.django_db


def quietly(_line: str) -> None:
    """Print no progress."""


def run(text: str, release: str = "next") -> Outcome:
    raw = io.BytesIO(text.encode())
    return import_file(raw, Reading(), target(release), leave_out=False, progress=quietly)


def test_an_import_that_another_overtook_changes_nothing() -> None:
    run(text_of({}))
    slow = Staging(target("next"), quietly)
    slow.write(slow.packed(found_in({"pay": "150000"})))
    run(text_of({"pay": "190000"}))

    with pytest.raises(StepError, match="Another import or a steward has changed"):
        slow.finish()

    assert Observation.objects.get(release__slug="next").pay == 190_000


def test_an_import_into_a_draft_that_was_published_meanwhile_changes_nothing() -> None:
    run(text_of({}))
    slow = Staging(target("next"), quietly)
    slow.write(slow.packed(found_in({"pay": "150000"})))
    DataRelease.objects.filter(slug="next").update(status="published")
    figures = PayFigure.objects.filter(release__slug="next").count()

    with pytest.raises(StepError, match="Another import or a steward has changed"):
        slow.finish()

    assert Observation.objects.get(release__slug="next").pay == 180_000
    assert PayFigure.objects.filter(release__slug="next").count() == figures > 0


def test_a_ratio_that_lost_its_sources_stands_in_no_draft_s_way() -> None:
    bare = Factor.objects.order_by("key")[0]
    bare.sources.clear()

    run(text_of({}))

    copied = Factor.objects.filter(release__slug="next")
    assert copied.get(key=bare.key).sources.count() == 0
    assert copied.exclude(sources=None).count() == copied.count() - 1


def test_what_a_steward_says_of_a_draft_outlives_an_import() -> None:
    run(text_of({}))
    slow = Staging(target("next"), quietly)
    slow.write(slow.packed(found_in({"pay": "150000"})))
    said = {
        "notes": "Filings of the year were added.",
        "method_note": "Adverts are counted once.",
        "as_of": date(2027, 2, 1),
    }
    DataRelease.objects.filter(slug="next").update(**said)

    draft = slow.finish()

    assert {field: getattr(draft, field) for field in said} == said


def test_a_slug_that_was_taken_meanwhile_is_not_taken_again() -> None:
    slow = Staging(target("next"), quietly)
    slow.write(slow.packed(found_in({})))
    DataRelease.objects.create(slug="next", as_of=date(2027, 1, 1))

    with pytest.raises(StepError, match="Another import or a steward has changed"):
        slow.finish()


def test_a_figure_that_a_steward_mends_during_an_import_stays_mended() -> None:
    run(text_of({}))
    slow = Staging(target("next"), quietly)
    slow.write(slow.packed(found_in({"pay": "150000"})))
    PayFigure.objects.filter(release__slug="next", key="RB001").update(low=1_100_000)

    draft = slow.finish()

    assert PayFigure.objects.get(release=draft, key="RB001").low == 1_100_000
    assert Factor.objects.of_release(draft).exists()


def test_what_a_killed_import_left_is_swept_by_the_next() -> None:
    left = Staging(target("next"), quietly)
    left.write(left.packed(found_in({}, {"pay": "170000"})))

    run(text_of({}), "other")

    assert not DataRelease.objects.filter(pk=left.release.pk).exists()
    assert Observation.objects.count() == 1


def test_sweeping_takes_no_draft_and_no_published_row() -> None:
    run(text_of({}))
    figures = PayFigure.objects.count()

    sweep()

    assert (Observation.objects.count(), PayFigure.objects.count()) == (1, figures)


def test_a_first_import_needs_no_release() -> None:
    DataRelease.objects.update(status="draft", slug="old")

    outcome = run(text_of({}), "next")

    assert outcome.draft is not None
    assert not PayFigure.objects.of_release(outcome.draft).exists()


def test_the_columns_that_are_written_are_those_of_the_table() -> None:
    columns = {field.column for field in Observation._meta.concrete_fields}

    assert columns == {*FIELDS, "id", "release_id"}
    assert bulk.TARGET.startswith(f"{Observation._meta.db_table} (")


def test_rows_that_are_being_swept_are_not_put_in_place() -> None:
    slow = Staging(target("next"), quietly)
    slow.write(slow.packed(found_in({})))
    DataRelease.objects.filter(pk=slow.release.pk).update(slug="swept-1")

    with pytest.raises(StepError, match="Another import or a steward has changed"):
        slow.finish()

    assert not DataRelease.objects.filter(slug="next").exists()


def test_a_release_that_has_become_a_draft_meanwhile_is_not_swept() -> None:
    outcome = run(text_of({}))
    assert outcome.draft is not None

    discard(outcome.draft)

    assert Observation.objects.of_release(outcome.draft).count() == 1
