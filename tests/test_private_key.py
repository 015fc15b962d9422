import errno
import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tpmguide import private_key


def test_the_first_call_makes_a_long_key_that_only_its_owner_can_read(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"

    key = private_key.read_or_make(path)

    assert len(key) >= 50
    assert path.stat().st_mode & 0o777 == 0o600


def test_later_calls_return_the_same_key(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"

    first = private_key.read_or_make(path)

    assert private_key.read_or_make(path) == first


def test_two_machines_never_share_a_key(tmp_path: Path) -> None:
    one = private_key.read_or_make(tmp_path / "one")
    other = private_key.read_or_make(tmp_path / "other")

    assert one != other


def test_a_key_that_was_put_there_by_hand_is_used_without_its_line_end(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    path.write_text("chosen by hand\n", encoding="utf-8")

    assert private_key.read_or_make(path) == "chosen by hand"


def test_a_folder_that_is_not_there_is_an_error_and_not_an_empty_key(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        private_key.read_or_make(tmp_path / "absent" / "secret_key")


@pytest.mark.parametrize("text", ["", "\n", "  \n"])
def test_an_empty_file_is_an_error_that_names_it_and_not_an_empty_key(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "secret_key"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ImproperlyConfigured, match="secret_key holds no secret key"):
        private_key.read_or_make(path)


def test_the_key_of_whoever_was_first_counts(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    path.write_text("of the first\n", encoding="utf-8")

    private_key.make(path)

    assert private_key.read_or_make(path) == "of the first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_key_that_cannot_be_written_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)

    with pytest.raises(OSError, match="No space left"):
        private_key.read_or_make(tmp_path / "secret_key")

    assert list(tmp_path.iterdir()) == []
