import base64
import hashlib
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django import Settings

from tpmguide import chart_library

PACKAGE = {
    "package/LICENSE": b"The MIT License",
    "package/README.md": b"Not kept.",
    "package/plotly-basic.min.js": b"draw()",
}


def packed(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as package:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            package.addfile(member, BytesIO(content))
    return target.getvalue()


def npm_that_packs(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(words: list[str], *, cwd: Path, **_options: Any) -> None:
        (cwd / f"{words[2].replace('@', '-')}.tgz").write_bytes(content)

    monkeypatch.setattr(shutil, "which", str)
    monkeypatch.setattr(subprocess, "run", run)


def npm_that_fails(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_words: Any, **_options: Any) -> None:
        raise error

    monkeypatch.setattr(shutil, "which", str)
    monkeypatch.setattr(subprocess, "run", run)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.CHART_LIBRARY_DIR = tmp_path / "assets" / "4.1.1"
    return tmp_path / "assets" / "4.1.1"


@pytest.fixture
def _pinned_package(monkeypatch: pytest.MonkeyPatch) -> None:
    content = packed(PACKAGE)
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    monkeypatch.setattr(chart_library, "SHA512", digest)
    npm_that_packs(content, monkeypatch)


@pytest.mark.usefixtures("_pinned_package")
def test_the_script_and_its_licence_are_kept_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("fetch_chart_library")

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "plotly-basic.LICENSE.txt": b"The MIT License",
        "plotly-basic.min.js": b"draw()",
    }
    assert [path.name for path in folder.parent.iterdir()] == ["4.1.1"]
    assert capsys.readouterr().out == "Fetched the small chart library, plotly-basic.min.js.\n"


@pytest.mark.usefixtures("_pinned_package")
def test_the_kept_files_are_dated_today_so_that_a_newer_one_is_collected(folder: Path) -> None:
    call_command("fetch_chart_library")

    assert (folder / "plotly-basic.min.js").stat().st_mtime > 1_000_000_000


def test_a_script_that_is_there_is_not_fetched_again(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(parents=True)
    (folder / "plotly-basic.min.js").write_text("draw()")
    npm_that_fails(AssertionError("npm was asked"), monkeypatch)

    call_command("fetch_chart_library")

    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("_pinned_package")
def test_a_newer_version_is_fetched_beside_an_older_one(folder: Path, settings: Settings) -> None:
    call_command("fetch_chart_library")
    settings.CHART_LIBRARY_VERSION = "4.2.0"
    settings.CHART_LIBRARY_DIR = newer = folder.with_name("4.2.0")

    call_command("fetch_chart_library")

    assert (newer / chart_library.SCRIPT).read_text() == "draw()"


def test_the_folder_is_named_after_the_pinned_version(settings: Settings) -> None:
    assert settings.CHART_LIBRARY_DIR.name == settings.CHART_LIBRARY_VERSION


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError("npm"), "npm could not fetch"),
        (subprocess.CalledProcessError(1, "npm"), "npm could not fetch"),
        (subprocess.TimeoutExpired("npm", 60), "npm gave no answer in 60 seconds"),
    ],
)
def test_where_npm_fails_one_line_says_that_the_larger_library_is_served(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    reason: str,
) -> None:
    npm_that_fails(error, monkeypatch)

    call_command("fetch_chart_library")

    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"The plotly package's own chart library is served: {reason}")
    assert list(folder.iterdir()) == []


def test_a_package_with_another_digest_is_never_unpacked(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_that_packs(packed(PACKAGE), monkeypatch)

    call_command("fetch_chart_library")

    assert "is not the pinned package" in capsys.readouterr().out
    assert list(folder.iterdir()) == []


def test_the_pinned_digest_is_a_whole_sha512() -> None:
    assert len(base64.b64decode(chart_library.SHA512, validate=True)) == 64
