"""Files between a dry run and its confirmation: kept by digest, and checked when they return."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, Protocol

from django.conf import settings

from salaries.observations.files import FileError

# Whoever has not confirmed by then starts again.
KEPT_SECONDS = 24 * 60 * 60
CHUNK = 1 << 20


class Uploaded(Protocol):
    def chunks(self) -> Iterator[bytes]: ...


def folder() -> Path:
    """Return the private folder, which nothing serves."""
    path = Path(settings.DATA_DIR) / "imports"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def keep(upload: Uploaded) -> str:
    """Write the file under its digest, and return that; forget those that are old."""
    forget(before=time.time() - KEPT_SECONDS)
    digest = sha256()
    part = folder() / f"part-{time.monotonic_ns()}"
    with part.open("wb") as file:
        for chunk in upload.chunks():
            digest.update(chunk)
            file.write(chunk)
    part.replace(folder() / digest.hexdigest())
    return digest.hexdigest()


@contextmanager
def kept(digest: str) -> Iterator[IO[bytes]]:
    """Give the file of this digest; raise FileError where it has gone or is another one."""
    path = folder() / digest
    if not path.is_file():
        raise FileError("is no longer kept; upload it again.")
    with path.open("rb") as file:
        found = sha256()
        while chunk := file.read(CHUNK):
            found.update(chunk)
        if found.hexdigest() != digest:
            raise FileError("is not the one that was uploaded; upload it again.")
        file.seek(0)
        yield file


def forget(*, before: float) -> None:
    for path in folder().iterdir():
        # Another worker may forget the same file.
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < before:
                path.unlink()
