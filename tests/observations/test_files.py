"""A file from outside is text, or one clear error."""

import gzip
import io
from contextlib import suppress

import pytest

from salaries.observations.files import LONGEST_LINE, FileError, opened

MOST = 1_000_000


def lines_of(content: bytes, encoding: str = "") -> list[str]:
    with opened(io.BytesIO(content), encoding=encoding, most_bytes=MOST) as file:
        return list(file.lines())


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("utf-16", b""),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_an_encoding_is_recognised(encoding: str, mark: bytes) -> None:
    text = "title,city\nChef de produit,Orléans\nProduct Manager,Austin\n"

    assert "".join(lines_of(mark + text.encode(encoding))) == text


def test_gzip_is_unpacked() -> None:
    assert lines_of(gzip.compress(b"a,b\n1,2\n")) == ["a,b\n", "1,2\n"]


def test_the_digest_is_that_of_the_unpacked_bytes() -> None:
    with opened(io.BytesIO(gzip.compress(b"abc")), encoding="", most_bytes=MOST) as file:
        assert file.digest.startswith("ba7816bf8f01cfea")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04rest", "zip archive or a spreadsheet"),
        (b"a,b\n\x00\x01\x02\x03", "holds NUL bytes; save it as CSV"),
        (b"a,b\n" + b"x" * 5000 + b"\x00", "is no table: line 2 holds a NUL character"),
        (b"a" * (LONGEST_LINE + 1), "line 1 is longer than 20,000 characters"),
        (b"x" * (MOST + 1), "more than 1,000,000 bytes"),
        (gzip.compress(b"\n" * (MOST + 1), mtime=0), "more than 1,000,000 bytes"),
        (gzip.compress(b"a,b\n", mtime=0)[:-4], "broken gzip file; pack it again"),
        (b"\x1f\x8bnot gzip", "broken gzip"),
        (b"\xff\xfea\x00\x00", "is not utf-16"),
        ("a,b\n\x81".encode("latin-1"), "is not cp1252"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "NUL"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(FileError, match=message):
        lines_of(content)


def test_a_named_encoding_is_believed_and_checked() -> None:
    with pytest.raises(FileError, match=r"is not utf-8, from about line 1 on\. Name the encoding"):
        lines_of("a\né\n".encode("cp1252"), encoding="utf-8")


@pytest.mark.parametrize("length", range(0, 40, 3))
def test_a_file_that_was_cut_off_is_text_or_refused(length: int) -> None:
    whole = gzip.compress(b"key,pay\n" * 20)

    with suppress(FileError):
        assert "".join(lines_of(whole[:length])).startswith("key")
