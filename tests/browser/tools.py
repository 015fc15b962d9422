"""The checkers that the browser tests lean on: packages of npm, fetched once into var/tools."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest
from django.conf import settings

from tpmguide.npm import NotFetchedError, Package

TOOLS = settings.DATA_DIR / "tools"
# What a tool depends on is taken as it was on this day, so that no run differs from the last.
AS_OF = "2026-11-01"
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Tool:
    package: Package
    stands_alone: bool = True

    @property
    def home(self) -> Path:
        return TOOLS / f"{self.package.name.replace('/', '-')}-{self.package.version}"

    @property
    def folder(self) -> Path:
        inner = "package" if self.stands_alone else f"node_modules/{self.package.name}"
        return self.home / inner


AXE = Tool(
    Package(
        "axe-core",
        "4.14.1",
        "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    )
)
CODE_SNIFFER = Tool(
    Package(
        "html_codesniffer",
        "2.5.1",
        "vcz0yAaX/OaV6sdNHuT9alBOKkSxYb8h5Yq26dUqgi7XmCgGUSa7U9PiY1PBXQFMjKv1wVPs5/QzHlGuxPDUGg==",
    )
)
NU_CHECKER = Tool(
    Package(
        "vnu-jar",
        "26.9.27",
        "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==",
    )
)
OBSERVATORY = Tool(
    Package(
        "@mdn/mdn-http-observatory",
        "1.4.8",
        "0goue3nubqDQuIqLaQWRUa7iNsgTOwIlJdqbiC8sO7PxqwmpdQJo9Q8GCvXkcp7s35yGj9X/RGkZ4iIBZoYHxw==",
    ),
    stands_alone=False,
)
# The last that runs on the Node of Debian; 13 asks for Node 22.
LIGHTHOUSE = Tool(
    Package(
        "lighthouse",
        "12.8.2",
        "+5SKYzVaTFj22MgoYDPNrP9tlD2/Ay7j3SxPSFD9FpPyVxGr4UtOQGKyrdZ7wCmcnBaFk0mCkPfARU3CsE0nvA==",
    ),
    stands_alone=False,
)


def missing(what: str) -> NoReturn:
    """Skip the test and say so; fail it where nothing may be missing."""
    if os.environ.get("TPMGUIDE_REQUIRE_BROWSER"):
        pytest.fail(f"{what}, and is required here (TPMGUIDE_REQUIRE_BROWSER)")
    pytest.skip(what)


def program(name: str, *, of: str) -> str:
    """Return the path of a program of the machine."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is absent; on Debian: apt-get install --no-install-recommends {of}")
    return found


def ready(tool: Tool) -> Path:
    """Return the folder of the tool's package, fetched if it is not there yet."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not tool.home.exists():
            try:
                fetch(tool)
            except NotFetchedError as error:
                missing(f"{tool.package.name} was not fetched: {error}")
    return tool.folder


def fetch(tool: Tool) -> None:
    """Put the package into its place in one step, so that half of it is never there."""
    with tempfile.TemporaryDirectory(dir=TOOLS) as name:
        scratch = Path(name)
        tarball = tool.package.fetched_into(scratch)
        home = scratch / "home"
        home.mkdir()
        if tool.stands_alone:
            shutil.unpack_archive(tarball, home, "gztar")
        else:
            install(tarball, home)
        home.rename(tool.home)


def install(tarball: Path, home: Path) -> None:
    """Install the package and what it depends on; no script of a package is run."""
    words = ["install", "--prefix", str(home), "--before", AS_OF, "--ignore-scripts"]
    quiet = ["--no-package-lock", "--no-save", "--no-audit", "--no-fund", "--silent"]
    try:
        subprocess.run(
            [program("npm", of="npm"), *words, *quiet, str(tarball)],
            check=True,
            capture_output=True,
            timeout=SECONDS,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise NotFetchedError("npm could not install what it depends on") from error
