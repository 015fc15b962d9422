"""The search on PostgreSQL: full text for the entries, trigrams for the spelling."""

from collections.abc import Collection, Sequence

from django.db import connection

from tpmguide.search.engines.interface import (
    MOST_NEAR,
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

LOCK = "LOCK TABLE tpmguide_searchentry IN SHARE ROW EXCLUSIVE MODE"
# Of PostgreSQL's labels D, C, B and A: the text, none, the names and the title.
WEIGHTS = [weight / TITLE_WEIGHT for weight in (TEXT_WEIGHT, 0, NAMES_WEIGHT, TITLE_WEIGHT)]
MATCHES = """
    SELECT id, kind, title, names,
        CASE
            WHEN ts_filter(document, '{a}') @@ query THEN 0
            WHEN ts_filter(document, '{a,b}') @@ query THEN 1
            ELSE 2
        END,
        ts_rank_cd(%s::real[], document, query, 1)
    FROM tpmguide_searchentry, to_tsquery('tpmguide_search', %s) AS query
    WHERE document @@ query
"""
MARKED = """
    SELECT id, kind, url,
        ts_headline('tpmguide_search', title, query, %s),
        ts_headline('tpmguide_search', text, query, %s),
        text
    FROM tpmguide_searchentry, to_tsquery('tpmguide_search', %s) AS query
    WHERE id = ANY(%s)
"""
MARKS = f'StartSel="{START}", StopSel="{STOP}"'
IN_TITLE = f"{MARKS}, HighlightAll=true"
IN_TEXT = f"{MARKS}, MaxWords={WORDS_IN_EXCERPT}, MinWords={WORDS_IN_EXCERPT // 2}"
HAS_TRIGRAMS = "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')"
NEAR = """
    SELECT DISTINCT near.word, near.uses
    FROM unnest(%s::text[]) AS typed,
        LATERAL (
            SELECT word, uses FROM tpmguide_searchword
            ORDER BY word <-> typed, word
            LIMIT %s
        ) AS near
"""


class Postgresql:
    def begin(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(LOCK)

    def index(self) -> None:
        """Do nothing: the column that is indexed follows the others by itself."""

    def matches(self, wanted: Wanted) -> list[Match]:
        with connection.cursor() as cursor:
            cursor.execute(MATCHES, [WEIGHTS, expression(wanted)])
            return matches_of(cursor.fetchall())

    def marked(self, wanted: Wanted, ids: Collection[int]) -> list[Marked]:
        with connection.cursor() as cursor:
            cursor.execute(MARKED, [IN_TITLE, IN_TEXT, expression(wanted), list(ids)])
            return [Marked(*row) for row in cursor.fetchall()]

    def near(self, words: Sequence[str]) -> dict[str, int]:
        with connection.cursor() as cursor:
            cursor.execute(HAS_TRIGRAMS)
            if cursor.fetchone() != (True,):
                return about_as_long(words)
            cursor.execute(NEAR, [list(words), MOST_NEAR])
            return dict(cursor.fetchall())


def expression(wanted: Wanted) -> str:
    """Return the query in the language of to_tsquery; its words are letters and digits."""
    joint = " | " if wanted.is_any else " & "
    return joint.join(f"({term_expression(term)})" for term in wanted.terms)


def term_expression(term: Term) -> str:
    phrases = [" <-> ".join(f"'{word}'" for word in phrase) for phrase in term.phrases]
    return " | ".join([*phrases, *[f"{phrases[-1]}:*"] * term.is_open])
