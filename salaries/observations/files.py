"""A file from outside as lines of text: unpacked, bounded and decoded, or one clear error."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from tempfile import SpooledTemporaryFile
from typing import IO

CHUNK = 1 << 20
# Characters that are cut into lines at once.
BLOCK = 1 << 17
# Up to here a file is held in memory, beyond it on disk.
IN_MEMORY = 8 << 20
LONGEST_LINE = 20_000
GZIP, ZIP = b"\x1f\x8b", b"PK"
UTF8, UTF16, WINDOWS = "utf-8", "utf-16", "cp1252"
ENCODINGS = (UTF8, "utf-8-sig", UTF16, "utf-16-le", "utf-16-be", WINDOWS)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, UTF16),
    (codecs.BOM_UTF16_BE, UTF16),
)


class FileError(ValueError):
    """A file that cannot be read as a table; the message says why and what would be right."""


class TooMuchError(FileError):
    """A file with more than whoever imports it takes at once."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """The unpacked bytes of a file, their number and SHA-256, and how they are to be read."""

    digest: str
    encoding: str
    content: IO[bytes]
    size: int

    @property
    def is_large(self) -> bool:
        return self.size > IN_MEMORY

    def lines(self) -> Iterator[str]:
        """Return each line with its end; raise FileError for one that is no text."""
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[list[str]]:
        """Yield many lines at once; what a block breaks off begins the next."""
        text = io.TextIOWrapper(self.content, encoding=self.encoding, newline="")
        number, rest = 1, ""
        try:
            while block := text.read(BLOCK):
                lines = io.StringIO(rest + block, newline="").readlines()
                if "\0" in block or max(map(len, lines)) > LONGEST_LINE:
                    _refuse_unsound(lines, number)
                rest = lines.pop()
                yield lines
                number += len(lines)
        except UnicodeError as error:
            raise FileError(
                f"is not {self.encoding}, from about line {number} on. Name the encoding; "
                f"it can be {', '.join(ENCODINGS)}."
            ) from error
        if rest:
            yield [rest]


@contextmanager
def opened(raw: IO[bytes], *, encoding: str, most_bytes: int) -> Iterator[TextFile]:
    """Give the file, unpacked where it is gzip, with the encoding named or detected."""
    digest = sha256()
    with SpooledTemporaryFile(IN_MEMORY) as content:
        for chunk in _chunks(raw, most_bytes=most_bytes):
            digest.update(chunk)
            content.write(chunk)
        size = content.tell()
        content.seek(0)
        yield TextFile(digest.hexdigest(), encoding or _detected(content), content, size)


def _chunks(raw: IO[bytes], *, most_bytes: int) -> Iterator[bytes]:
    start = raw.read(2)
    raw.seek(0)
    if start == ZIP:
        raise FileError("is a zip archive or a spreadsheet; save it as CSV, plain or gzip.")
    stream = gzip.GzipFile(fileobj=raw) if start == GZIP else raw
    size = 0
    try:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > most_bytes:
                raise TooMuchError(f"holds more than {most_bytes:,} bytes.")
            yield chunk
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FileError(f"is a broken gzip file; pack it again. {error}.") from error


def _detected(content: IO[bytes]) -> str:
    """Return the encoding by its mark, by the place of NUL bytes, or by what decodes."""
    start = content.read(4096)
    content.seek(0)
    if not start:
        raise FileError("is empty; its first line names the columns.")
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    if b"\0" in start:
        return _utf16(start)
    return UTF8 if _is_utf8(content) else WINDOWS


def _utf16(start: bytes) -> str:
    half = len(start) // 2
    if start[1::2].count(0) > half // 2:
        return "utf-16-le"
    if start[0::2].count(0) > half // 2:
        return "utf-16-be"
    raise FileError("is not text: it holds NUL bytes; save it as CSV, plain or gzip.")


def _is_utf8(content: IO[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder(UTF8)()
    try:
        while chunk := content.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        content.seek(0)
    return True


def _refuse_unsound(lines: Sequence[str], first: int) -> None:
    """Raise FileError for the first line that is too long to be one, or holds a NUL."""
    for number, line in enumerate(lines, start=first):
        if len(line) > LONGEST_LINE:
            most = f"{LONGEST_LINE:,} characters"
            raise FileError(f"is no table: line {number} is longer than {most}.")
        if "\0" in line:
            raise FileError(f"is no table: line {number} holds a NUL character.")
