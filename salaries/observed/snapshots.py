"""The snapshot of a release: mapped where it is, made from the database where it is not.

What a release may show depends on the releases before it (salaries.disclosure.releases), so a
snapshot is named by the checksums of all of them, and by the rules that it was made by.
"""

import fcntl
import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError
from django.db.models import Exists, OuterRef, QuerySet

from salaries.engine.layout import SnapshotError, path_of
from salaries.engine.snapshot import Snapshot, opened
from salaries.models import DataRelease, Observation
from salaries.thresholds import FEWEST_TO_SHOW, RULES

logger = logging.getLogger(__name__)
# What can stand in the way of making one: a full or read-only disk, a file damaged as it was
# written, a query that the database stops, too little memory for the rows, or rows that do not fit
# together, as after a restore by hand (FrameShapeError). Anything else is an error of this code.
FAILURES = (OSError, SnapshotError, DatabaseError, MemoryError, ValueError)
# Seconds: making takes some, and whoever waits for it in vain should not be every visitor.
RETRY_AFTER = 60
# How long a file stays that no release is answered from: a release that another worker is about
# to publish has its file first, and is not seen here before.
SPARED_SECONDS = 24 * 60 * 60
HELD = Exists(Observation.objects.filter(release=OuterRef("pk")))


def published() -> dict[DataRelease, bool]:
    """Return the published releases, the newest first, and whether each holds observations."""
    found = DataRelease.objects.published().newest_first().annotate(holds_observations=HELD)
    # What a query adds to a row is no field that a type checker could know of.
    return {release: vars(release)["holds_observations"] for release in found}


def holding() -> QuerySet[DataRelease]:
    """Return the releases that have a snapshot, the oldest first."""
    return DataRelease.objects.shown().filter(HELD).order_by("as_of", "slug")


def snapshot_of(release: DataRelease) -> Snapshot | None:
    """Return the snapshot of a release that visitors may see; None where it has no observations.

    None too where it can be neither read nor made: the pages then say less, and go on. The log
    says why, and the next question after a while tries again.
    """
    before = list(holding().filter(as_of__lte=release.as_of))
    if release not in before:
        return None
    before = before[: before.index(release) + 1]
    return mapped(name_of(before)) or attempted(before)


def attempted(before: Sequence[DataRelease]) -> Snapshot | None:
    """Make the snapshot of the last of these releases, unless that has failed a moment ago."""
    has_failed = f"no-snapshot:{name_of(before)}"
    if cache.get(has_failed):
        return None
    try:
        return made(before)
    except FAILURES:
        logger.exception("The snapshot of release %s cannot be made", before[-1])
        cache.set(has_failed, value=True, timeout=RETRY_AFTER)
        return None


def mapped(name: str) -> Snapshot | None:
    """Return the snapshot of that name, or None where it is absent or not whole."""
    try:
        return _opened(settings.SNAPSHOTS, name)
    except SnapshotError:
        return None


def made(before: Sequence[DataRelease]) -> Snapshot:
    """Make the snapshot of the last of these releases, unless another worker just has."""
    name = name_of(before)
    with alone(settings.SNAPSHOTS):
        if (found := mapped(name)) is not None:
            return found
        sweep(settings.SNAPSHOTS)
        # Imported when it is needed, which is once for each release: it takes pandas.
        making = import_module("salaries.observed.making")
        making.make(before, settings.SNAPSHOTS, name=name)
    return _opened(settings.SNAPSHOTS, name)


def sweep(folder: Path) -> None:
    """Remove what a killed worker left half written, and old files that no release is asked in.

    Whoever has one mapped keeps it. Nobody else may write into the folder meanwhile.
    """
    releases = list(holding())
    used = {path_of(folder, name_of(releases[: at + 1])) for at in range(len(releases))}
    spared_since = time.time() - SPARED_SECONDS
    # A file that cannot be removed does not stand in the way of the one that is about to be made.
    with suppress(OSError):
        old = (path for path in folder.glob("*.snapshot") if path.stat().st_mtime < spared_since)
        for path in {*folder.glob("*.part"), *old} - used:
            path.unlink()


def name_of(before: Sequence[DataRelease]) -> str:
    """Return the SHA-256 that names the snapshot of the last of these releases."""
    rules = f"rules {RULES}, fewest {FEWEST_TO_SHOW}"
    said = [rules, *(f"{one.slug} {one.checksum}" for one in before)]
    return sha256("\n".join(said).encode()).hexdigest()


# A few, because a permalink may ask for an old release; each takes what its tables of counts take
# (engine.cells, MOST_BYTES) and little else, since the file itself is shared.
@lru_cache(maxsize=8)
def _opened(folder: Path, name: str) -> Snapshot:
    return opened(folder, name)


def forget() -> None:
    """Map every snapshot anew when it is asked for next."""
    _opened.cache_clear()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the other workers of this host until the snapshot is made."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
