"""Packages of npm, each pinned by version and digest; npm itself knows where to ask."""

import base64
import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

# A slow registry must not hold up the first start of the site for longer.
SECONDS = 60


class NotFetchedError(Exception):
    """The package was not fetched; the message is a clause that says why."""


@dataclass(frozen=True, slots=True)
class Package:
    name: str
    version: str
    # The registry states this digest as the integrity of the version's tarball.
    sha512: str

    def fetched_into(self, scratch: Path) -> Path:
        """Return the package's tarball, which npm puts into the scratch folder."""
        try:
            self.run_npm(scratch)
        except subprocess.TimeoutExpired as error:
            raise NotFetchedError(f"npm gave no answer in {SECONDS} seconds") from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotFetchedError(f"npm could not fetch {self.name}") from error
        (tarball,) = scratch.glob("*.tgz")
        self.verify(tarball)
        return tarball

    def run_npm(self, scratch: Path) -> None:
        npm = shutil.which("npm")
        if npm is None:
            raise NotFetchedError("npm is absent")
        subprocess.run(
            [
                *(npm, "pack", f"{self.name}@{self.version}"),
                *("--silent", "--ignore-scripts", "--no-update-notifier", "--fetch-retries=0"),
            ],
            cwd=scratch,
            check=True,
            capture_output=True,
            timeout=SECONDS,
        )

    def verify(self, tarball: Path) -> None:
        digest = hashlib.sha512(tarball.read_bytes()).digest()
        if base64.b64encode(digest).decode() != self.sha512:
            raise NotFetchedError("what npm fetched is not the pinned package")
