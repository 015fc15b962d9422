"""The snapshot of a release: made once, made again where it is lost, and never in the way."""

import os
from http import HTTPStatus
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import Settings

from salaries.engine.building import FrameShapeError
from salaries.engine.layout import SnapshotError
from salaries.models import DataRelease
from salaries.observed import snapshots as stored
from tests.observed.conftest import Publish
from tests.observed.test_figures import LARGE, SEATTLE, adverts, observed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_mapped() -> None:
    stored.forget()


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.snapshot"))


def test_a_snapshot_is_made_once(client: Client, publish: Publish, snapshots: Path) -> None:
    publish(*adverts(LARGE))
    observed(client, SEATTLE)
    (made,) = files(snapshots)
    was = made.stat().st_mtime_ns

    observed(client, SEATTLE)

    assert [(path, path.stat().st_mtime_ns) for path in files(snapshots)] == [(made, was)]


def test_publishing_makes_it_before_anybody_sees_the_release(
    client: Client, publish: Publish, snapshots: Path
) -> None:
    publish(*adverts(LARGE))
    assert len(files(snapshots)) == 1

    with patch("salaries.observed.making.make") as make:
        assert observed(client, SEATTLE)

    make.assert_not_called()


def test_a_release_is_published_where_no_snapshot_can_be_made(
    publish: Publish, tmp_path: Path, settings: Settings
) -> None:
    settings.SNAPSHOTS = tmp_path / "blocked"
    settings.SNAPSHOTS.write_text("a file where a folder should be")

    publish(*adverts(LARGE))

    assert DataRelease.objects.get(slug="2026-12").status == "published"


@pytest.mark.parametrize(
    "failure",
    [
        OSError("no space left on device"),
        SnapshotError("damaged or cut short"),
        OperationalError("canceling statement due to statement timeout"),
        MemoryError("unable to allocate 1 GiB"),
        FrameShapeError("pay holds something else than whole numbers"),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_what_fails_in_a_request_is_logged_and_the_page_goes_on(
    client: Client,
    publish: Publish,
    snapshots: Path,
    caplog: pytest.LogCaptureFixture,
    failure: Exception,
) -> None:
    publish(*adverts(LARGE))
    (made,) = files(snapshots)
    made.unlink()
    stored.forget()

    with patch("salaries.observed.making.make", side_effect=failure) as make:
        pages = [client.get(f"/salaries/?{SEATTLE}") for _ in range(3)]

    assert {page.status_code for page in pages} == {HTTPStatus.OK}
    assert "The snapshot of release 2026-12 cannot be made" in caplog.text
    # Not every visitor waits for what fails.
    make.assert_called_once()


def test_a_lost_or_damaged_snapshot_is_made_anew(
    client: Client, publish: Publish, snapshots: Path
) -> None:
    publish(*adverts(LARGE))
    before = observed(client, SEATTLE)
    (made,) = files(snapshots)
    sound = made.read_bytes()

    made.unlink()
    stored.forget()
    assert observed(client, SEATTLE) == before

    made.chmod(0o644)
    made.write_bytes(sound[:-8])
    stored.forget()
    assert observed(client, SEATTLE) == before
    assert made.read_bytes() == sound


def test_where_no_snapshot_can_be_made_the_page_says_less_and_goes_on(
    client: Client, publish: Publish, tmp_path: Path, settings: Settings
) -> None:
    publish(*adverts(LARGE))
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    settings.SNAPSHOTS = blocked

    response = client.get(f"/salaries/?{SEATTLE}&kind=modelled")

    assert response.status_code == HTTPStatus.OK
    assert response.context["answer"].rows
    # What is stored of the whole country is known without it.
    said = {(row.city, row.broader) for row in observed(client, SEATTLE)}
    assert said == {("", "broader slice used: country")}


def test_a_later_release_has_a_snapshot_of_its_own(
    client: Client, publish: Publish, snapshots: Path
) -> None:
    publish(*adverts(LARGE), release="2026-12")
    first = observed(client, f"{SEATTLE}&release=2026-12")

    publish(*adverts(LARGE), *adverts(LARGE, level="mid"), release="2027-01")

    assert observed(client, f"{SEATTLE}&release=2026-12") == first
    assert {row.level for row in observed(client, SEATTLE)} == {"mid", "senior"}
    assert len(files(snapshots)) == 2


def aged(path: Path) -> Path:
    """Make the file as old as if it were of a release of long ago."""
    os.utime(path, (0, 0))
    return path


def test_what_no_release_is_answered_from_goes_when_the_next_snapshot_is_made(
    publish: Publish, snapshots: Path
) -> None:
    publish(*adverts(LARGE), release="2026-12")
    (used,) = map(aged, files(snapshots))
    half, unused, new = (
        snapshots / name for name in ("tmp1.part", f"{'a' * 64}.snapshot", f"{'b' * 64}.snapshot")
    )
    for path in (half, unused, new):
        path.touch()
    aged(unused)

    publish(*adverts(LARGE, level="mid"), release="2027-01")

    assert not half.exists()
    assert not unused.exists()
    # Another worker may be about to publish the release of the new one.
    assert {used, new} <= set(files(snapshots))
    assert len(files(snapshots)) == 3


def test_a_file_that_cannot_be_removed_does_not_keep_a_release_from_its_snapshot(
    client: Client, publish: Publish, snapshots: Path
) -> None:
    (snapshots / "folder.part").mkdir(parents=True)

    publish(*adverts(LARGE))

    assert observed(client, SEATTLE)


def test_of_two_workers_one_makes_the_snapshot(publish: Publish) -> None:
    publish(*adverts(LARGE))
    release = DataRelease.objects.get(slug="2026-12")
    found = stored.snapshot_of(release)

    with patch("salaries.observed.making.make") as make:
        assert stored.made([release]) is found

    make.assert_not_called()
