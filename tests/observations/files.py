"""Small files of observations that tests make: a sound row, of which a test changes some."""

import csv
import io
from typing import IO

from salaries.observations.checking import Checked
from salaries.observations.examining import Reading, examination

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


def as_read(found: Checked) -> Checked:
    """Make nothing else of the rows that can be kept."""
    return found


def found_in(*changes: dict[str, str]) -> Checked:
    """Return what a file with one row per change has in one batch."""
    with examination(file_of(*changes), Reading(), None) as examined:
        (found,) = examined.batches(as_read)
        return found
