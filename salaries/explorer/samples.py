"""How many values stand behind the rows of an answer."""

from collections.abc import Sequence

from django.utils.translation import gettext

from salaries.explorer.sentences import listed
from salaries.rows import PayRow
from salaries.wordings import unit_said


def samples(rows: Sequence[PayRow]) -> str:
    """Return how many values stand behind the rows, never adding up values of two kinds.

    Values that stand behind several rows, as where a broader slice is beside a narrower one of
    its own, are counted once.
    """
    stored = [row for row in rows if not row.is_modelled]
    known: dict[tuple[str, str], int] = {}
    for row in _broadest(stored):
        if row.n is not None:
            key = unit_said(row.n_unit), row.broader
            known[key] = known.get(key, 0) + row.n
    # Where nothing but a broader slice is shown, the heading says so.
    says_which = any(not row.broader for row in rows)
    counts = [
        f"n = {n:,} {unit}" + (f" ({broader})" if broader and says_which else "")
        for (unit, broader), n in known.items()
    ]
    if any(row.n is None for row in stored):
        counts.append(gettext("sample not stated"))
    if len(stored) < len(rows):
        counts.append(gettext("modelled"))
    return listed(counts) or gettext("no figure")


def _broadest(rows: Sequence[PayRow]) -> list[PayRow]:
    """Return the rows less those whose values another one holds too."""
    shown = {(row.population, row.within) for row in rows}
    return [row for row in rows if not any((row.population, wider) in shown for wider in row.wider)]
