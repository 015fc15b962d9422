"""The file of a snapshot: written whole or not at all, and read only where it is whole.

    magic     8 bytes    what the file is, and the version of its format
    digest    32 bytes   SHA-256 of everything that follows
    length    8 bytes    of the header
    header    JSON       the release it belongs to, its rows, the values of each facet;
                         padded with spaces, so that what follows begins on a multiple of 64
    pay       int64      a row each, rising
    cells     int64      the number of each combination of values that has rows, rising; and
                         after them how many rows each has (salaries.engine.cells)
    bitmaps   uint64     a bitmap for each value of each facet, in the header's order

Numbers are little-endian. A file is never changed once it has its name: a worker that has
mapped an older one of the same name keeps reading the older one.
"""

import hashlib
import io
import json
import os
import re
import struct
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from salaries.engine.bitmaps import Integers, Words, words_for

MAGIC = b"PAYSNAP\x02"
DIGEST = hashlib.sha256().digest_size
LENGTH = struct.Struct("<Q")
HEADER_AT = len(MAGIC) + DIGEST + LENGTH.size
ALIGNED = 64
NAME = re.compile(r"[0-9a-f]{64}")


class SnapshotError(Exception):
    """No snapshot, or not a whole one; build it anew from the database."""


@dataclass(frozen=True, slots=True)
class Header:
    name: str
    rows: int
    cells: int
    current_since: int
    facets: Mapping[str, list[str]]

    @property
    def bitmaps(self) -> int:
        return sum(len(values) for values in self.facets.values())

    @property
    def words(self) -> int:
        return words_for(self.rows)


def path_of(folder: Path, name: str) -> Path:
    """Return where the snapshot of a release lies; its name is the release's SHA-256."""
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a SHA-256 in 64 lower-case hexadecimal digits.")
    return folder / f"{name}.snapshot"


def write(path: Path, header: Header, parts: Iterable[NDArray[np.generic]]) -> None:
    """Write beside the place and rename, so that nobody ever finds half a file."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        try:
            _write_parts(file, header, parts)
            os.fsync(file.fileno())
            Path(file.name).chmod(0o444)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _write_parts(file: IO[bytes], header: Header, parts: Iterable[NDArray[np.generic]]) -> None:
    said = json.dumps(asdict(header)).encode()
    said += b" " * (-(HEADER_AT + len(said)) % ALIGNED)
    digest = hashlib.sha256()
    file.write(MAGIC + bytes(DIGEST))
    for part in _pieces(said, parts):
        digest.update(part)
        file.write(part)
    file.seek(len(MAGIC))
    file.write(digest.digest())
    file.flush()


def _pieces(said: bytes, parts: Iterable[NDArray[np.generic]]) -> Iterator[bytes | memoryview]:
    yield LENGTH.pack(len(said))
    yield said
    for part in parts:
        yield part.data


def read(path: Path) -> tuple[Header, Integers, Integers, Words]:
    """Return the header, and pay, cells and bitmaps mapped; SnapshotError if not all there.

    The cells have two lines: their numbers, and how many rows they have.
    """
    try:
        with path.open("rb") as file:
            header, body_at = _checked_header(file, path)
            # A plain array is indexed faster than the mapped one, and shows the same pages.
            body = np.memmap(file, np.uint8, "r").view(np.ndarray)[body_at:]
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror}") from error
    ends = np.cumsum([header.rows * 8, header.cells * 16])
    pay, cells, bitmaps = np.split(body, ends)
    return (
        header,
        pay.view("<i8"),
        cells.view("<i8").reshape(2, header.cells),
        bitmaps.view("<u8").reshape(header.bitmaps, header.words),
    )


def _checked_header(file: io.BufferedReader, path: Path) -> tuple[Header, int]:
    if file.read(len(MAGIC)) != MAGIC:
        raise SnapshotError(f"{path}: not a snapshot of this format.")
    digest = file.read(DIGEST)
    if hashlib.file_digest(file, "sha256").digest() != digest:
        raise SnapshotError(f"{path}: damaged or cut short.")
    file.seek(len(MAGIC) + DIGEST)
    (length,) = LENGTH.unpack(file.read(LENGTH.size))
    header = Header(**json.loads(file.read(length)))
    if path.stem != header.name:
        raise SnapshotError(f"{path}: the snapshot of another release, {header.name}.")
    return header, HEADER_AT + length
