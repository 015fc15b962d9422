"""The small chart library: one file of an npm package, pinned by version and digest."""

import tarfile
import tempfile
from pathlib import Path

from django.conf import settings

from tpmguide.npm import Package

NAME = "plotly.js-basic-dist-min"
# The digest of settings.CHART_LIBRARY_VERSION.
SHA512 = "1oNF8PeQx2hv/y7tqEVWKD3JGwn/MGEMQ8mL9HUwsaqG9FGy/OU5FHUHvzqbqxN4mnwZGI9abTiE775C4kkjMQ=="
SCRIPT = "plotly-basic.min.js"
# What is kept of the package, and under which name.
KEPT = {"package/LICENSE": "plotly-basic.LICENSE.txt", f"package/{SCRIPT}": SCRIPT}


def fetch(folder: Path) -> None:
    """Put the licence and then the script into the folder, each of them whole."""
    package = Package(NAME, settings.CHART_LIBRARY_VERSION, SHA512)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        scratch = Path(name)
        unpack(package.fetched_into(scratch), scratch=scratch, folder=folder)


def unpack(tarball: Path, *, scratch: Path, folder: Path) -> None:
    with tarfile.open(tarball) as package:
        for member, name in KEPT.items():
            # Dated now: collectstatic takes a file dated long ago for one it has already.
            package.extract(member, scratch, set_attrs=False)
            (scratch / member).replace(folder / name)
