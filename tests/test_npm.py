import base64
import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tpmguide.npm import NotFetchedError, Package


def pinned(content: bytes) -> Package:
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    return Package("@maker/ruler", "1.2.3", digest)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer as npm would, and note which package it was asked for."""
    packages = []

    def run(words: list[str], *, cwd: Path, **_options: Any) -> None:
        packages.append(words[2])
        (cwd / "maker-ruler-1.2.3.tgz").write_bytes(b"a ruler")

    monkeypatch.setattr(shutil, "which", str)
    monkeypatch.setattr(subprocess, "run", run)
    return packages


def test_the_pinned_version_is_asked_for(tmp_path: Path, asked: list[str]) -> None:
    tarball = pinned(b"a ruler").fetched_into(tmp_path)

    assert tarball.read_bytes() == b"a ruler"
    assert asked == ["@maker/ruler@1.2.3"]


@pytest.mark.usefixtures("asked")
def test_another_content_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFetchedError, match="is not the pinned package"):
        pinned(b"another ruler").fetched_into(tmp_path)


def test_without_npm_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NotFetchedError, match="npm is absent"):
        pinned(b"a ruler").fetched_into(tmp_path)


def test_an_npm_that_fails_is_said_to_be_unable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    npm.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NotFetchedError, match="npm could not fetch @maker/ruler"):
        pinned(b"a ruler").fetched_into(tmp_path)
