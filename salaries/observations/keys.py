"""What names each row: its key, or one made from what it says; no key stands twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from hashlib import sha256
from typing import Any

import numpy as np

from salaries.observations.checking import Checked, Row
from salaries.observations.coded import Coded, mixed
from salaries.observations.columns import FIELDS, Known
from salaries.observations.report import Rejection, Suspicion

KEY = FIELDS.index("key")
NAMED = (FIELDS.index("source_id"), FIELDS.index("role_id"))
# Two people may have said the same, so such a row stays in use.
DOUBLE = "duplicate"
# The city follows from the rest, by the words of the guide, which may grow.
DERIVED = FIELDS.index("city_id")


class Keys:
    """The keys of one file, batch after batch."""

    def __init__(self, known: Known) -> None:
        self.words = tuple(
            {number: slug for slug, number in table.items()}
            for table in (known.sources, known.roles)
        )
        # On which line a key, and the hash of what a row says besides, stood first.
        self.lines: dict[str, int] = {}
        self.contents: dict[int, int] = {}
        self.numbers: Counter[str] = Counter()

    def __call__(self, checked: Checked) -> Checked:
        """Return the rows with their keys; a key that the file has used already is rejected."""
        own = checked.columns[KEY]
        keys = own.tolist() if all(own.words) else list(map(self.key, checked.rows()))
        first = list(map(self.lines.setdefault, keys, checked.lines))
        checked = replace(checked, columns=[Coded(keys), *checked.columns[KEY + 1 :]])
        rejections = used(checked.lines, keys, first)
        if rejections:
            checked = checked.kept(np.equal(first, checked.lines))
        return replace(
            checked,
            rejections=[*checked.rejections, *rejections],
            suspicions=[*checked.suspicions, *self.doubles(checked)],
        )

    def key(self, row: Row) -> str:
        """Return the row's own key, or its content's, with a number among those that are equal."""
        if row[KEY]:
            return str(row[KEY])
        digest = sha256("\x1f".join(self.content(row)).encode()).hexdigest()[:20]
        self.numbers[digest] += 1
        return f"row-{digest}-{self.numbers[digest]}"

    def content(self, row: Row) -> list[str]:
        """Return what the row says, in words that are the same in every database."""
        said = [str(value) for value in row[:DERIVED]]
        for words, place in zip(self.words, NAMED, strict=True):
            said[place] = words[int(said[place])]
        return said

    def doubles(self, checked: Checked) -> list[Suspicion]:
        """Return the rows that say besides the key what an earlier row says."""
        contents = hashes(checked.columns[KEY + 1 :])
        first = list(map(self.contents.setdefault, contents, checked.lines))
        return [
            Suspicion(line, "key", key, f"says what line {begun} says", DOUBLE, stays_in_use=True)
            for line, key, begun in later(checked.lines, checked.columns[KEY], first)
        ]


def hashes(columns: Sequence[Coded[Any]]) -> list[int]:
    """Return a hash of what each row says."""
    of_cells = (column.mapped(hash).array(np.int64).view(np.uint64) for column in columns)
    found: list[int] = reduce(mixed, of_cells).tolist()
    return found


def used(lines: list[int], keys: Iterable[str], first: list[int]) -> list[Rejection]:
    return [
        Rejection(line, "key", key, f"the key is that of line {begun}")
        for line, key, begun in later(lines, keys, first)
    ]


def later(
    lines: list[int], keys: Iterable[str], first: list[int]
) -> Iterator[tuple[int, str, int]]:
    """Yield the rows that do not come first, with the line that does."""
    if lines == first:
        return
    for line, key, begun in zip(lines, keys, first, strict=True):
        if line != begun:
            yield line, key, begun
