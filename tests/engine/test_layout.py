import os
import stat
from pathlib import Path

import pytest

from salaries.engine.building import build
from salaries.engine.layout import MAGIC, SnapshotError, path_of
from salaries.engine.snapshot import Snapshot, opened
from tests.engine.rows import NAME, snapshot_of, synthetic

OTHER_NAME = "0" * 64


@pytest.fixture
def path(tmp_path: Path) -> Path:
    snapshot_of(synthetic(3), tmp_path)
    return path_of(tmp_path, NAME)


def rewrite(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


def pay_of(snapshot: Snapshot) -> list[int]:
    return [pay for part in snapshot.parts.values() for pay in part.pay.tolist()]


def pay_in(path: Path) -> list[int]:
    return pay_of(opened(path.parent, NAME))


def test_damage_to_any_byte_is_noticed(path: Path) -> None:
    whole, whole_pay = path.read_bytes(), pay_in(path)
    path.chmod(0o600)

    for place in range(len(whole)):
        with path.open("r+b") as file:
            file.seek(place)
            file.write(bytes([whole[place] ^ 1 << place % 8]))
        with pytest.raises(SnapshotError):
            opened(path.parent, NAME)
        with path.open("r+b") as file:
            file.seek(place)
            file.write(whole[place : place + 1])

    assert pay_in(path) == whole_pay


def test_a_file_cut_short_anywhere_is_noticed(path: Path) -> None:
    whole = path.read_bytes()

    for length in (*range(200), *range(200, len(whole), 97), len(whole) - 1):
        rewrite(path, whole[:length])
        with pytest.raises(SnapshotError):
            opened(path.parent, NAME)


@pytest.mark.parametrize("more", [b"\0", b"PAYSNAP\x03"])
def test_a_file_with_more_than_its_content_is_noticed(path: Path, more: bytes) -> None:
    rewrite(path, path.read_bytes() + more)

    with pytest.raises(SnapshotError, match="damaged"):
        opened(path.parent, NAME)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    path_of(tmp_path, NAME).write_bytes(b"SQLite format 3\0" * 100)

    with pytest.raises(SnapshotError, match="not a snapshot"):
        opened(tmp_path, NAME)


def test_a_file_of_the_format_before_is_refused(path: Path) -> None:
    before = MAGIC[:-1] + bytes([MAGIC[-1] - 1])
    rewrite(path, before + path.read_bytes()[len(MAGIC) :])

    with pytest.raises(SnapshotError, match="not a snapshot of this format"):
        opened(path.parent, NAME)


def test_the_snapshot_of_another_release_is_refused(path: Path) -> None:
    path.rename(path_of(path.parent, OTHER_NAME))

    with pytest.raises(SnapshotError, match=f"another release, {NAME}"):
        opened(path.parent, OTHER_NAME)


def test_a_file_that_is_absent_is_named(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=f"{NAME}.snapshot: No such file"):
        opened(tmp_path, NAME)


@pytest.mark.parametrize("name", ["", "2026-11", "../" + "0" * 61, "0" * 63 + "A", "0" * 64 + "\n"])
def test_only_a_digest_names_a_snapshot(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        path_of(tmp_path, name)


def test_a_snapshot_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)

    with pytest.raises(OSError, match="No space"):
        build(synthetic(3), tmp_path, name=NAME)
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_cannot_be_written_to(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    for part in opened(path.parent, NAME).parts.values():
        with pytest.raises(ValueError, match="read-only"):
            part.pay[0] = 1


def test_a_worker_keeps_the_snapshot_that_it_has_mapped(path: Path) -> None:
    mapped = opened(path.parent, NAME)
    before = pay_of(mapped)

    snapshot_of(synthetic(3, seed=9), path.parent)

    assert pay_of(mapped) == before
    assert pay_in(path) != before
