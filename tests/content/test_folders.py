"""A folder is there whole or not at all, whatever happens while it is written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tpmguide.content.folders import FolderError, write_folder

TEXTS = {"one.json": "1\n", "two.json": "2\n", "three.json": "3\n"}
# Kills its own process when it is to write the third text.
KILLED = """
import os, signal, sys
from pathlib import Path
from tpmguide.content.folders import write_folder

class Texts(dict):
    def items(self):
        for name in self:
            if name == "three.json":
                os.kill(os.getpid(), signal.SIGKILL)
            yield name, self[name]

write_folder(Path(sys.argv[1]), Texts.fromkeys(("one.json", "two.json", "three.json"), "new"),
             overwrite=True)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a folder that is there already, with a file that no export writes."""
    folder = tmp_path / "out"
    folder.mkdir(mode=0o700)
    for name, text in {"one.json": "old", "README.md": "kept"}.items():
        (folder / name).write_text(text)
    return folder


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_a_new_folder_has_all_the_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", TEXTS, overwrite=False)

    assert held(tmp_path / "out") == TEXTS
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    write_folder(tmp_path / "out", TEXTS, overwrite=False)

    assert held(tmp_path / "out") == TEXTS


def test_nothing_is_overwritten_without_being_told(old: Path) -> None:
    before = held(old)

    with pytest.raises(FolderError, match=r"is not empty.*--overwrite"):
        write_folder(old, TEXTS, overwrite=False)

    assert held(old) == before


def test_what_is_overwritten_keeps_its_other_files_and_its_mode(old: Path) -> None:
    write_folder(old, TEXTS, overwrite=True)

    assert held(old) == {**TEXTS, "README.md": "kept"}
    assert old.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in old.parent.iterdir()] == ["out"]


def test_a_folder_in_the_folder_is_not_lost(old: Path) -> None:
    (old / "deeper").mkdir()

    with pytest.raises(FolderError, match="holds deeper, which is no file"):
        write_folder(old, TEXTS, overwrite=True)


@pytest.mark.parametrize(
    ("place", "reason"),
    [("missing/out", "No such file or directory"), ("file", "Not a directory")],
)
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, place: str, reason: str) -> None:
    (tmp_path / "file").write_text("mine")

    with pytest.raises(FolderError, match=f"{place} cannot be written: .*{reason}"):
        write_folder(tmp_path / place, TEXTS, overwrite=True)

    assert held(tmp_path) == {"file": "mine"}


@pytest.mark.parametrize("failing", ["write_text", "rename"])
def test_a_failure_leaves_the_folder_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    before, work, calls = held(old), getattr(Path, failing), []

    def fail_the_second_time(path: Path, *args: object, **options: object) -> object:
        calls.append(path)
        if len(calls) == 2:
            raise OSError("No space left on device")
        return work(path, *args, **options)

    monkeypatch.setattr(Path, failing, fail_the_second_time)
    with pytest.raises(FolderError, match="No space left on device"):
        write_folder(old, TEXTS, overwrite=True)
    monkeypatch.undo()

    assert held(old) == before
    assert [path.name for path in old.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_kill_leaves_the_folder_as_it_was(old: Path, *, is_there: bool) -> None:
    before = held(old)
    folder = old if is_there else old.with_name("new")

    command = [sys.executable, "-c", KILLED, str(folder)]
    ended = subprocess.run(command, cwd=settings.BASE_DIR, check=False)

    assert ended.returncode == -signal.SIGKILL
    assert held(old) == before
    assert folder.exists() is is_there
