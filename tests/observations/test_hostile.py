"""A file that is no table of observations gives one clear error, and changes nothing."""

import gzip
from pathlib import Path

import pytest
from django.core.management import CommandError
from pytest_django import Settings

from tests.observations.commands import run_import
from tests.observations.files import ROW, many, text_of
from tests.observations.test_importing import state

pytestmark = pytest.mark.django_db

SOUND = text_of({})
HEADER = SOUND.splitlines()[0]
# What each file holds, and what the error says.
HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "is empty"),
    "a mark and nothing": (b"\xef\xbb\xbf", "has no header"),
    "one line break": (b"\n", "has no header"),
    "white space": (b"   \n  \n", "has no header|no column"),
    "header only": (f"{HEADER}\n".encode(), "a header and no rows"),
    "header without an end": (HEADER.encode(), "a header and no rows"),
    "rows without a header": (SOUND.split("\n", 1)[1].encode(), "more than once"),
    "doubled header": (SOUND.replace("level", "title", 1).encode(), "more than once: title"),
    "header of another file": (b"name,age\nx,1\n", "has no column"),
    "a column too many": (f"{HEADER},spy\n{SOUND.splitlines()[1]},x\n".encode(), "spy"),
    "random bytes": (bytes(range(1, 256)) * 40, "."),
    "NUL bytes": (SOUND.encode() + b"\0", "NUL"),
    "NUL at the start": (b"\0" * 64, "NUL"),
    "NUL within a cell": (SOUND.replace("Seattle", "Sea\0ttle").encode(), "NUL"),
    "UTF-32": (SOUND.encode("utf-32"), "NUL|is not utf-16"),
    "half UTF-16": (SOUND.encode("utf-16")[:-1], "is not utf-16"),
    "a zip archive": (b"PK\x03\x04" + bytes(100), "zip archive or a spreadsheet"),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(100), "NUL"),
    "broken gzip": (gzip.compress(SOUND.encode())[:-9], "broken gzip"),
    "gzip of nothing": (gzip.compress(b""), "is empty"),
    "gzip of gzip": (gzip.compress(gzip.compress(SOUND.encode())), "."),
    "gzip bomb": (gzip.compress(bytes(3_000_000)), "more than 2,000,000 bytes"),
    "gzip bomb of lines": (gzip.compress(b"a\n" * 1_500_000), "more than 2,000,000 bytes"),
    "too large": (b"x" * 2_000_001, "more than 2,000,000 bytes"),
    "one huge line": (b"x" * 1_900_000, "line 1 is longer"),
    "a huge row": (f"{HEADER}\n{'x' * 100_000}\n".encode(), "line 2 is longer"),
    "a million commas": (b"," * 1_000_000, "line 1 is longer"),
    "too many rows": (many(51).encode(), "more than 50 rows"),
    "a quote that never closes": (f'{HEADER}\n"x{SOUND}'.encode(), "is not CSV"),
    "text after a quote": (f'{HEADER}\n"a"b,c\n'.encode(), "is not CSV"),
    "HTML": (b"<!DOCTYPE html>\n<p>Not found</p>\n", "has no column"),
    "JSON": (b'[{"pay": 1}]\n', "has no column"),
    "SQL": (b"1; DROP TABLE salaries_observation\nx;y\n", "has no column"),
    "another delimiter": (SOUND.replace(",", "^").encode(), "has no column"),
    "a formula": (text_of({"title": "=HYPERLINK(1)"}).encode(), "to be mended"),
    "not a number": (text_of({"pay": "NaN"}).encode(), "to be mended"),
    "an endless number": (text_of({"pay": "9" * 400}).encode(), "to be mended"),
    "a year of nines": (text_of({"year": "99999"}).encode(), "to be mended"),
    "keys that are equal": (text_of({"key": "a"}, {"key": "a"}).encode(), "to be mended"),
    "rows of other widths": (f"{SOUND}1,2\n".encode(), "to be mended"),
    "text against the reading order": (text_of({"title": "\u202egp.exe"}).encode(), "mended"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_clear_error(name: str, tmp_path: Path, settings: Settings) -> None:
    settings.IMPORT_MOST_BYTES, settings.IMPORT_MOST_ROWS = 2_000_000, 50
    content, message = HOSTILE[name]
    path = tmp_path / "hostile.csv"
    path.write_bytes(content)
    before = state()

    with pytest.raises(CommandError, match=message) as raised:
        run_import(path, "--release", "next", "--apply")

    assert len(str(raised.value)) < 500
    assert state() == before


def test_a_sound_file_is_none_of_them(tmp_path: Path) -> None:
    path = tmp_path / "sound.csv"
    path.write_text(SOUND)

    assert "Imported" in run_import(path, "--release", "next", "--apply")
    assert len(HOSTILE) >= 35
    assert set(ROW) <= set(HEADER.split(","))
