"""Two stewards at once leave one consistent state."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.observations.commands import written
from tests.observations.files import many, text_of
from tests.observations.site import Site, filled_site


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with filled_site(tmp_path_factory.mktemp("races")) as site:
        yield site


def made(site: Site, folder: Path, slug: str) -> None:
    path = written(folder, text_of({"key": slug}))
    site.run("import_observations", str(path), "--release", slug, "--apply")


def test_a_draft_is_published_once(site: Site, tmp_path: Path) -> None:
    made(site, tmp_path, "once")

    succeeded = site.race(*(("publish_release", "once"),) * 3)

    assert sorted(succeeded) == [False, False, True]


def test_of_two_drafts_the_earlier_never_follows_the_later(site: Site, tmp_path: Path) -> None:
    made(site, tmp_path, "2027-01")
    made(site, tmp_path, "2027-02")

    earlier, later = site.race(("publish_release", "2027-01"), ("publish_release", "2027-02"))

    assert later
    assert ("2027-01" in site.published()) == earlier


def test_of_two_withdrawals_one_release_stays(site: Site, tmp_path: Path) -> None:
    made(site, tmp_path, "last")
    site.run("publish_release", "last")
    others = [slug for slug in site.published() if slug != "last"]
    for slug in others[1:]:
        site.run("withdraw_release", slug)

    succeeded = site.race(("withdraw_release", "last"), ("withdraw_release", others[0]))

    assert sorted(succeeded) == [False, True]
    assert len(site.published()) == 1


def test_of_two_imports_into_one_draft_none_is_mixed_with_the_other(
    site: Site, tmp_path: Path
) -> None:
    commands = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        path = written(folder, many(30).replace("a-", f"{name}-"))
        commands.append(
            ("import_observations", str(path), "--release", "both", "--apply", "--batch", "3")
        )

    succeeded = site.race(*commands)

    kept = site.run("export_observations", "--release", "both") if any(succeeded) else ""
    for name, has_succeeded in zip(("one", "two"), succeeded, strict=True):
        assert kept.count(f"\n{name}-") == (30 if has_succeeded else 0)
