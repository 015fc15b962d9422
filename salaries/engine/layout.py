"""The file of a snapshot: written whole or not at all, and read only where it is whole.

    magic     8 bytes    what the file is, and the version of its format
    digest    32 bytes   SHA-256 of everything that follows
    length    8 bytes    of the header
    header    JSON       the release it belongs to, the values of each facet, and the parts;
                         padded with spaces, so that what follows begins on a multiple of 64
    cells     int64      the number of each combination of values that has rows, rising; and
                         after them how many rows each has (salaries.engine.cells)
    then for each part, in the header's order:
    pay       int64      a row each, rising
    bitmaps   uint64     for each facet, in the header's order, that of all rows and that of
                         each value

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
from math import prod
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from salaries.engine.bitmaps import Integers, Words, words_for

MAGIC = b"PAYSNAP\x07"
DIGEST = hashlib.sha256().digest_size
LENGTH = struct.Struct("<Q")
HEADER_AT = len(MAGIC) + DIGEST + LENGTH.size
ALIGNED = 64
NAME = re.compile(r"[0-9a-f]{64}")


class SnapshotError(Exception):
    """No snapshot, or not a whole one; build it anew from the database."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one kind of pay in one currency.

    facets holds the values that any of them has.
    """

    pay_kind: str
    currency: str
    rows: int
    facets: Mapping[str, list[str]]

    @property
    def bitmaps(self) -> tuple[int, int]:
        """How many there are, and how many words each has."""
        return sum(1 + len(values) for values in self.facets.values()), words_for(self.rows)


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says of itself; report is what its maker counted, and nothing here reads it."""

    name: str
    cells: int
    facets: Mapping[str, list[str]]
    parts: list[Part]
    report: Mapping[str, int]


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


def read(path: Path) -> tuple[Header, Integers, list[tuple[Integers, Words]]]:
    """Return the header, the cells, and pay and bitmaps of each part, all of them mapped.

    The cells have two lines: their numbers, and how many rows they have. Raise SnapshotError
    for a file that is not whole.
    """
    try:
        with path.open("rb") as file:
            header, body_at = _checked_header(file, path)
            # A plain array is indexed faster than the mapped one, and shows the same pages.
            body = np.memmap(file, np.uint8, "r").view(np.ndarray)[body_at:]
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror}") from error
    cells, *parts = np.split(body, np.cumsum([header.cells * 16, *map(_bytes_of, header.parts)]))
    mapped = [_mapped(*of_one) for of_one in zip(header.parts, parts, strict=False)]
    return header, cells.view("<i8").reshape(2, header.cells), mapped


def _bytes_of(part: Part) -> int:
    return part.rows * 8 + prod(part.bitmaps) * 8


def _mapped(part: Part, body: NDArray[np.uint8]) -> tuple[Integers, Words]:
    pay, bitmaps = np.split(body, [part.rows * 8])
    return pay.view("<i8"), bitmaps.view("<u8").reshape(part.bitmaps)


def _checked_header(file: io.BufferedReader, path: Path) -> tuple[Header, int]:
    if file.read(len(MAGIC)) != MAGIC:
        raise SnapshotError(f"{path}: not a snapshot of this format.")
    digest = file.read(DIGEST)
    if hashlib.file_digest(file, "sha256").digest() != digest:
        raise SnapshotError(f"{path}: damaged or cut short.")
    file.seek(len(MAGIC) + DIGEST)
    (length,) = LENGTH.unpack(file.read(LENGTH.size))
    said = json.loads(file.read(length))
    header = Header(**said | {"parts": [Part(**part) for part in said["parts"]]})
    if path.stem != header.name:
        raise SnapshotError(f"{path}: the snapshot of another release, {header.name}.")
    return header, HEADER_AT + length
