"""No file takes a step of a release, or changes what was published."""

from pathlib import Path

import pytest
from django.core.management import CommandError

from salaries.models import DataRelease, Factor, PayFigure
from salaries.releases.contents import checksum, seal
from salaries.releases.steps import publish, start_draft, withdraw
from tests.content.editing import every_row
from tests.content.shipping import empty_the_tables, export, load
from tests.releases.making import draft

pytestmark = pytest.mark.django_db

HERE = "2026-11"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def released() -> None:
    """Withdraw the shipped release after the next is published, and begin a draft."""
    load()
    start_draft("2026-12", "2026-12-01")
    PayFigure.objects.filter(release__slug="2026-12", key="RB001").update(note="anew")
    publish("2026-12", "A note.")
    withdraw(HERE)
    start_draft("2027-01", "2027-01-01")


def test_releases_of_every_state_come_back_with_their_rows_and_checksums(out: Path) -> None:
    released()
    rows = every_row()
    export(out)
    empty_the_tables()

    load("--from", str(out))

    states = dict(DataRelease.objects.values_list("slug", "status"))
    assert states == {HERE: "withdrawn", "2026-12": "published", "2027-01": "draft"}
    assert every_row() == rows
    assert all(one.checksum == checksum(one) for one in DataRelease.objects.shown())


def test_what_is_published_elsewhere_is_not_by_a_load(out: Path) -> None:
    load()
    before = every_row()
    released()
    export(out)
    empty_the_tables()
    load()
    assert every_row() == before

    with pytest.raises(CommandError, match="2026-12: it is published in the file and not here"):
        load("--from", str(out))

    assert every_row() == before


@pytest.mark.parametrize(
    ("here", "there", "message"),
    [
        ("draft", "published", "is draft here and published in the file, and a load takes no step"),
        ("published", "draft", "is published here and draft in the file, and a load takes no"),
        ("withdrawn", "published", "is withdrawn here and published in the file, and a load"),
    ],
)
def test_no_state_of_a_release_is_overwritten(
    out: Path, here: str, there: str, message: str
) -> None:
    DataRelease.objects.update(status=there)
    export(out)
    DataRelease.objects.update(status=here)

    assert f"salaries.datarelease {HERE}: status" in load("--from", str(out))
    with pytest.raises(CommandError, match=f"{HERE}: it {message}"):
        load("--apply", "--from", str(out))

    assert DataRelease.objects.get().status == here


def test_the_day_of_a_published_release_stands_and_its_notes_may_change(out: Path) -> None:
    export(out)
    DataRelease.objects.update(notes="Ours.")
    load("--apply", "--from", str(out))
    DataRelease.objects.update(as_of="2026-11-01")

    with pytest.raises(CommandError, match="it is published here, and its day stands"):
        load("--apply", "--from", str(out))

    assert DataRelease.objects.get().notes.startswith("First release")


@pytest.mark.parametrize("is_deleted", [True, False])
def test_a_figure_of_a_published_release_is_never_written(out: Path, *, is_deleted: bool) -> None:
    load()
    export(out)
    figures = PayFigure.objects.filter(key="RB001")
    _ = figures.delete() if is_deleted else figures.update(low=1)
    sealed, rows = DataRelease.objects.get().checksum, every_row()

    assert "RB001" in load("--from", str(out))
    with pytest.raises(CommandError, match=rf"{HERE} / RB001: it is not so here, .* new draft"):
        load("--apply", "--from", str(out))

    assert every_row() == rows
    assert DataRelease.objects.get().checksum == sealed != checksum(DataRelease.objects.get())


def test_a_figure_of_a_draft_is_written_where_it_is_told_to(out: Path) -> None:
    start_draft("2027-01")
    export(out)
    Factor.objects.filter(release__slug="2027-01").update(note="ours")

    load("--apply", "--from", str(out))

    assert not Factor.objects.filter(note="ours").exists()
    assert DataRelease.objects.get(slug="2027-01").checksum == ""


def test_the_checksum_of_a_release_that_was_here_is_not_made_anew(out: Path) -> None:
    seal([HERE])
    PayFigure.objects.filter(key="RB001").update(note="past the site")
    export(out)
    sealed = DataRelease.objects.get().checksum

    load("--apply", "--from", str(out))

    assert DataRelease.objects.get().checksum == sealed != checksum(DataRelease.objects.get())


def test_observations_are_named_and_left_to_their_own_file(out: Path) -> None:
    draft({})

    said = export(out)

    assert "Release 2027-05 also has observations, which are no content: export_obs" in said
    assert "salaries.observation" not in "".join(path.read_text() for path in out.iterdir())
