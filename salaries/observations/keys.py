"""What names each row: its key, or one made from what it says; no key stands twice."""

from collections import Counter
from dataclasses import replace
from hashlib import sha256

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
        self.lines: dict[str, int] = {}
        self.contents: Counter[str | int] = Counter()

    def __call__(self, checked: Checked) -> Checked:
        """Return the rows with their keys; a key that the file has used already is rejected."""
        lines, rows = [], []
        rejections, suspicions = list(checked.rejections), list(checked.suspicions)
        for line, row in zip(checked.lines, checked.rows, strict=True):
            key = self.key(row)
            if key in self.lines:
                reason = f"the key is that of line {self.lines[key]}"
                rejections.append(Rejection(line, "key", key, reason))
                continue
            if row[KEY] and self.is_double(row):
                said = "says what another row says"
                suspicions.append(Suspicion(line, "key", key, said, DOUBLE, stays_in_use=True))
            self.lines[key] = line
            lines.append(line)
            rows.append((*row[:KEY], key, *row[KEY + 1 :]))
        return replace(
            checked, lines=lines, rows=rows, rejections=rejections, suspicions=suspicions
        )

    def key(self, row: Row) -> str:
        """Return the row's own key, or its content's, with a number among those that are equal."""
        if row[KEY]:
            return str(row[KEY])
        digest = sha256("\x1f".join(self.content(row)).encode()).hexdigest()[:20]
        self.contents[digest] += 1
        return f"row-{digest}-{self.contents[digest]}"

    def content(self, row: Row) -> list[str]:
        """Return what the row says, in words that are the same in every database."""
        said = [str(value) for value in row[:DERIVED]]
        for words, place in zip(self.words, NAMED, strict=True):
            said[place] = words[int(said[place])]
        return said

    def is_double(self, row: Row) -> bool:
        content = hash(row[KEY + 1 :])
        self.contents[content] += 1
        return self.contents[content] > 1
