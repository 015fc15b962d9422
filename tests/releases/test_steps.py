"""A release goes one way, one step at a time, and its checksum says what it held."""

from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.models.releases import StepError
from salaries.observations.staging import Staging
from salaries.releases.contents import checksum, contents
from salaries.releases.steps import publish, start_draft, withdraw
from tests.releases.making import draft, published

pytestmark = pytest.mark.django_db


def test_a_draft_is_published_with_its_checksum() -> None:
    made = draft({})
    assert DataRelease.objects.current() == DataRelease.objects.get(slug="2026-11")

    release = publish(made.slug)

    assert DataRelease.objects.current() == release
    assert release.checksum == checksum(release)
    assert len(release.checksum) == 64


@pytest.mark.parametrize(
    ("status", "step", "message"),
    [
        ("published", publish, "is published and cannot become published: it can only become with"),
        ("withdrawn", publish, "is withdrawn and cannot become published: that is its last state"),
        ("draft", withdraw, "is draft and cannot become withdrawn: it can only become published"),
        ("withdrawn", withdraw, "cannot become withdrawn: that is its last state"),
        ("staging", publish, "is staging and cannot become published: it can only become draft"),
    ],
)
def test_a_step_that_is_not_the_next_is_refused(status: str, step: object, message: str) -> None:
    DataRelease.objects.update(status=status)
    assert callable(step)

    with pytest.raises(StepError, match=message):
        step("2026-11")

    assert DataRelease.objects.get().status == status


def test_who_names_no_release_is_told_of_those_there_are_and_of_no_unfinished_import() -> None:
    DataRelease.objects.create(slug="staging-1", as_of=date(2027, 5, 1), status="staging")

    with pytest.raises(StepError, match=r"no release '2027-05'; there are: 2026-11\.$"):
        publish("2027-05")


def test_a_release_without_figures_is_not_published() -> None:
    made = draft({})
    PayFigure.objects.of_release(made).delete()

    with pytest.raises(StepError, match="holds no figure"):
        publish(made.slug)

    assert DataRelease.objects.get(pk=made.pk).status == "draft"


@pytest.mark.parametrize("n", [137, 145])
def test_an_observed_figure_a_few_values_from_a_published_one_is_not_published(n: int) -> None:
    made = draft({})
    PayFigure.objects.of_release(made).filter(key="aijobs-2025-01-us-pm-mid").update(n=n)

    with pytest.raises(StepError, match=f"pm-mid has a sample of {n}, and of 141 in release 2026-"):
        publish(made.slug)

    assert DataRelease.objects.get(pk=made.pk).status == "draft"


@pytest.mark.parametrize("changes", [{"n": 136}, {"n": 146}, {"n": 143, "size": "large"}])
def test_an_observed_figure_of_enough_others_or_of_another_slice_is_published(
    changes: dict[str, Any],
) -> None:
    made = draft({})
    mid = PayFigure.objects.of_release(made).filter(key="aijobs-2025-01-us-pm-mid")
    mid.update(is_tier=False, **changes)

    assert publish(made.slug, "Computed anew.").status == "published"


def test_the_only_release_is_not_withdrawn() -> None:
    with pytest.raises(StepError, match="is the only one"):
        withdraw("2026-11")


def test_a_release_that_is_withdrawn_keeps_its_checksum() -> None:
    made = published({})
    published({"pay": "190000"}, slug="2027-11")

    old = withdraw(made.slug)

    assert (old.status, old.checksum) == ("withdrawn", checksum(old))


def test_a_release_that_may_change_has_no_checksum() -> None:
    made = draft({})

    with pytest.raises(IntegrityError, match="no_checksum"), transaction.atomic():
        DataRelease.objects.filter(pk=made.pk).update(checksum="0" * 64)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Observation, {"pay": 180_001}),
        (Observation, {"flags": "seen"}),
        (PayFigure, {"note": "other"}),
        (Factor, {"label": "other"}),
    ],
)
def test_any_change_of_a_row_changes_the_checksum(
    model: type[Observation | PayFigure | Factor], change: dict[str, object]
) -> None:
    release = draft({})
    before = checksum(release)
    first = model._default_manager.filter(release=release)[:1].values("pk")

    model._default_manager.filter(pk__in=list(first.values_list("pk", flat=True))).update(**change)

    assert checksum(release) != before


def test_the_sources_of_a_ratio_are_part_of_the_checksum() -> None:
    release = draft({})
    before = checksum(release)

    Factor.objects.of_release(release)[0].sources.clear()

    assert checksum(release) != before


def test_the_checksum_says_nothing_of_the_numbers_of_rows() -> None:
    one, two = draft({}, slug="one"), draft({}, slug="two")

    assert checksum(one) == checksum(two)


def test_the_commands_take_the_same_steps() -> None:
    draft({})
    out = StringIO()

    call_command("publish_release", "2027-05", stdout=out)
    call_command("withdraw_release", "2026-11", stdout=out)

    first, second = out.getvalue().splitlines()
    assert first.startswith("Release 2027-05 is published; checksum ")
    assert second.startswith("Release 2026-11 is withdrawn; checksum ")
    with pytest.raises(CommandError, match="no release 'x'; there are: 2027-05, 2026-11"):
        call_command("publish_release", "x")
    with pytest.raises(CommandError, match="that is its last state"):
        call_command("withdraw_release", "2026-11")


def test_a_draft_that_is_swept_while_it_is_copied_is_no_failure_and_sweeps_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    later: list[DataRelease] = []

    def swept(staging: Staging) -> None:
        now = staging.release.as_of
        later.append(DataRelease.objects.create(slug="later", as_of=now, status="staging"))
        raise IntegrityError("FOREIGN KEY constraint failed")

    monkeypatch.setattr(Staging, "finish", swept)

    with pytest.raises(StepError, match="Another import or a steward has changed"):
        start_draft("2027-01")

    assert list(DataRelease.objects.staged()) == later


def test_a_field_that_says_nothing_does_not_change_a_checksum() -> None:
    release = DataRelease.objects.get(slug="2026-11")

    rows = {row["key"]: row for row in contents(PayFigure, release)}

    assert "of_averages" not in rows["RB001"]
    assert rows["RB006"]["of_averages"] is True


def test_a_release_that_does_not_say_what_it_changes_is_published_with_a_word() -> None:
    draft({}, slug="2027-05")
    draft({}, slug="2027-11")
    silent, explained = StringIO(), StringIO()

    call_command("publish_release", "2027-05", stdout=StringIO(), stderr=silent)
    call_command(
        "publish_release", "2027-11", "--notes", "Mended.", stdout=StringIO(), stderr=explained
    )

    assert "It does not say what it changes and why" in silent.getvalue()
    assert explained.getvalue() == ""
    assert DataRelease.objects.get(slug="2027-11").notes == "Mended."


@pytest.mark.parametrize("model", [PayFigure, Factor])
def test_a_changed_number_is_not_published_without_a_reason(
    model: type[PayFigure | Factor],
) -> None:
    made = draft({})
    row = model._default_manager.filter(release=made).latest("key")
    model._default_manager.filter(pk=row.pk).update(note="Read once more.")

    with pytest.raises(StepError, match=f"{row.key} is changed, the first of 1. Write it into"):
        publish(made.slug, "  ")

    assert DataRelease.objects.get(pk=made.pk).status == "draft"
    assert publish(made.slug, " Mended. ").notes == "Mended."


def test_a_draft_starts_as_a_copy_of_the_release_in_use() -> None:
    current = DataRelease.objects.get(slug="2026-11")

    call_command("start_draft", "2027-01", stdout=StringIO())

    started = DataRelease.objects.get(slug="2027-01")
    assert (started.status, started.checksum) == ("draft", "")
    assert checksum(started) == checksum(current)


def test_a_second_draft_is_not_started_beside_the_first() -> None:
    call_command("start_draft", "2027-01", stdout=StringIO())

    with pytest.raises(CommandError, match="There is a draft already: 2027-01"):
        call_command("start_draft", stdout=StringIO())


def test_no_draft_takes_the_name_of_a_published_release() -> None:
    with pytest.raises(CommandError, match="is published, and its rows never change"):
        call_command("start_draft", "2026-11", stdout=StringIO())


def test_no_release_slips_in_before_one_that_is_published() -> None:
    early, late = draft({}, slug="2027-01"), draft({}, slug="2027-02")
    publish(late.slug)

    with pytest.raises(StepError, match="is published already"):
        publish(early.slug)


def test_a_release_that_comes_too_early_is_told_what_would_be_right() -> None:
    late = publish(draft({}, slug="2027-02").slug)
    early = start_draft("2027-01", str(late.as_of))
    following = late.as_of + timedelta(days=1)

    with pytest.raises(StepError) as refused:
        publish(early.slug)
    DataRelease.objects.filter(pk=early.pk).update(as_of=following)

    assert str(refused.value).endswith(
        f"Set its field “As of” in the admin, at /admin/salaries/datarelease/{early.pk}/change/, "
        f"to {following} or later."
    )
    assert publish(early.slug).status == "published"


def test_a_release_of_a_mistyped_year_is_not_published() -> None:
    """Its day would stand for good, and every later release would have to come after it."""
    made = start_draft("2027-01", "2062-01-31")

    with pytest.raises(StepError, match="is as of 2062-01-31, and today is"):
        publish(made.slug)

    assert DataRelease.objects.get(pk=made.pk).status == "draft"


def test_a_draft_starts_on_the_day_that_is_named() -> None:
    call_command("start_draft", "2027-01", "--as-of", "2027-01-31", stdout=StringIO())

    assert DataRelease.objects.get(slug="2027-01").as_of == date(2027, 1, 31)
