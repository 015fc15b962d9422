"""The search on SQLite: an FTS5 index over the entries, and Python for the spelling."""

from collections.abc import Collection, Sequence

from django.db import connection

from tpmguide.search.engines.interface import (
    NAMES_WEIGHT,
    START,
    STOP,
    TEXT_WEIGHT,
    TITLE_WEIGHT,
    WORDS_IN_EXCERPT,
    Marked,
    Match,
    Wanted,
    matches_of,
)
from tpmguide.search.reading import Term
from tpmguide.search.spelling import about_as_long

REBUILD = "INSERT INTO tpmguide_searchindex(tpmguide_searchindex) VALUES ('rebuild')"
# CROSS JOIN keeps the index in front: it says which entries are read. The join also passes over
# what the index holds of an entry that is gone.
MATCHES = """
    SELECT entry.id, entry.kind, entry.title, entry.names,
        CASE
            WHEN entry.id IN (
                SELECT rowid FROM tpmguide_searchindex
                WHERE tpmguide_searchindex MATCH '{title} : ' || %(wanted)s
            ) THEN 0
            WHEN entry.id IN (
                SELECT rowid FROM tpmguide_searchindex
                WHERE tpmguide_searchindex MATCH '{title names} : ' || %(wanted)s
            ) THEN 1
            ELSE 2
        END,
        -bm25(tpmguide_searchindex, %(title)s, %(names)s, %(text)s)
    FROM tpmguide_searchindex
    CROSS JOIN tpmguide_searchentry AS entry ON entry.id = tpmguide_searchindex.rowid
    WHERE tpmguide_searchindex MATCH %(wanted)s
"""
WEIGHTS = {"title": TITLE_WEIGHT, "names": NAMES_WEIGHT, "text": TEXT_WEIGHT}
MARKED = """
    SELECT entry.id, entry.kind, entry.url,
        highlight(tpmguide_searchindex, 0, %(start)s, %(stop)s),
        snippet(tpmguide_searchindex, 2, %(start)s, %(stop)s, '', %(words)s),
        entry.text
    FROM tpmguide_searchindex
    CROSS JOIN tpmguide_searchentry AS entry ON entry.id = tpmguide_searchindex.rowid
    WHERE tpmguide_searchindex MATCH %(wanted)s
        AND entry.id IN (SELECT value FROM json_each(%(ids)s))
"""
MARKS: dict[str, str | int] = {"start": START, "stop": STOP, "words": WORDS_IN_EXCERPT}


class Sqlite:
    def begin(self) -> None:
        """Do nothing: a transaction that writes is alone from its start."""

    def index(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(REBUILD)

    def matches(self, wanted: Wanted) -> list[Match]:
        with connection.cursor() as cursor:
            cursor.execute(MATCHES, {**WEIGHTS, "wanted": expression(wanted)})
            return matches_of(cursor.fetchall())

    def marked(self, wanted: Wanted, ids: Collection[int]) -> list[Marked]:
        with connection.cursor() as cursor:
            asked = {**MARKS, "wanted": expression(wanted), "ids": str(list(ids))}
            cursor.execute(MARKED, asked)
            return [Marked(*row) for row in cursor.fetchall()]

    def near(self, words: Sequence[str]) -> dict[str, int]:
        return about_as_long(words)


def expression(wanted: Wanted) -> str:
    """Return the query in FTS5's language; its words are letters and digits, and quoted."""
    joint = " OR " if wanted.is_any else " AND "
    return f"({joint.join(f'({term_expression(term)})' for term in wanted.terms)})"


def term_expression(term: Term) -> str:
    phrases = [f'"{" ".join(phrase)}"' for phrase in term.phrases]
    return " OR ".join([*phrases, *[f"{phrases[-1]} *"] * term.is_open])
