"""The snapshot of a release: made once, made again where it is lost, and never in the way."""

from http import HTTPStatus
from pathlib import Path
from unittest.mock import patch

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks as Capture
from pytest_django import Settings

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


def test_publishing_makes_it_so_that_no_visitor_waits(
    publish: Publish, snapshots: Path, django_capture_on_commit_callbacks: Capture
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publish(*adverts(LARGE))

    assert len(files(snapshots)) == 1


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
    assert observed(client, SEATTLE) == []


def test_a_later_release_has_a_snapshot_of_its_own(
    client: Client, publish: Publish, snapshots: Path
) -> None:
    publish(*adverts(LARGE), release="2026-12")
    first = observed(client, f"{SEATTLE}&release=2026-12")

    publish(*adverts(LARGE), *adverts(LARGE, level="mid"), release="2027-01")

    assert observed(client, f"{SEATTLE}&release=2026-12") == first
    assert {row.level for row in observed(client, SEATTLE)} == {"mid", "senior"}
    assert len(files(snapshots)) == 2


def test_of_two_workers_one_makes_the_snapshot(publish: Publish) -> None:
    publish(*adverts(LARGE))
    release = DataRelease.objects.get(slug="2026-12")
    found = stored.snapshot_of(release)

    with patch("salaries.observed.making.make") as make:
        assert stored.made([release]) is found

    make.assert_not_called()
