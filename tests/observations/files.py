"""Small files of observations that tests make: a sound row, of which a test changes some."""

import csv
import io
from typing import IO

ROW = {
    "key": "a-1",
    "source": "aijobs-2025-01",
    "role": "product-manager",
    "title": "Product Manager",
    "level": "senior",
    "country": "united-states",
    "city": "Seattle",
    "region": "WA",
    "size": "large",
    "industry": "",
    "pay_kind": "base",
    "currency": "USD",
    "pay": "180000",
    "low": "",
    "high": "",
    "year": "2025",
    "usable": "yes",
    "flags": "",
}


def text_of(*changes: dict[str, str], delimiter: str = ",") -> str:
    """Return a file with one row per change, each with a key of its own."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ROW, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    for number, change in enumerate(changes, start=1):
        writer.writerow(ROW | {"key": f"a-{number}"} | change)
    return out.getvalue()


def file_of(*changes: dict[str, str]) -> IO[bytes]:
    return io.BytesIO(text_of(*changes).encode())


def many(number: int) -> str:
    """Return a file of so many rows, no two of which are equal."""
    return text_of(*({"pay": str(100_000 + at)} for at in range(number)))
