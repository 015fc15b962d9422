"""What names each row: its key, or one made from what it says; no key stands twice."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import compress
from operator import eq

from salaries.observations.checking import Checked, Row
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
        keys = own if all(own) else list(map(self.key, checked.rows()))
        first = list(map(self.lines.setdefault, keys, checked.lines))
        fresh = list(map(eq, first, checked.lines))
        columns = [keys, *checked.columns[KEY + 1 :]]
        kept = replace(
            checked,
            lines=list(compress(checked.lines, fresh)),
            columns=[list(compress(column, fresh)) for column in columns],
        )
        rejections = used(checked.lines, keys, first)
        doubles = self.doubles(kept, is_named=list(map(bool, compress(own, fresh))))
        return replace(
            kept,
            rejections=[*checked.rejections, *rejections],
            suspicions=[*checked.suspicions, *doubles],
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

    def doubles(self, checked: Checked, *, is_named: Sequence[bool]) -> Iterator[Suspicion]:
        """Yield rows with keys of their own that say what an earlier such row says."""
        contents = map(hash, zip(*checked.columns[KEY + 1 :], strict=True))
        named = compress(zip(checked.lines, checked.columns[KEY], contents, strict=True), is_named)
        for line, key, content in named:
            if self.contents.setdefault(content, line) != line:
                said = "says what another row says"
                yield Suspicion(line, "key", key, said, DOUBLE, stays_in_use=True)


def used(lines: Sequence[int], keys: Sequence[str], first: Sequence[int]) -> Iterator[Rejection]:
    for line, key, begun in zip(lines, keys, first, strict=True):
        if line != begun:
            yield Rejection(line, "key", key, f"the key is that of line {begun}")
