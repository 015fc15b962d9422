"""Whether a line may lead from one figure of a trend to the next."""

from django.utils.translation import gettext

from salaries.choices import Kind
from salaries.rows import PayRow
from salaries.thresholds import FEW


def have_medians(*rows: PayRow | None) -> bool:
    """Whether each has a median of more than a few values: a line between others is no trend."""
    return all(row and row.p50 and row.n is not None and row.n >= FEW for row in rows)


def other_method(old: PayRow, new: PayRow) -> str:
    """Say that what is observed was computed in another way, which changed the result."""
    if _computed_at(old) == _computed_at(new) or _amounts(old) == _amounts(new):
        return ""
    if new.working:
        return gettext("the tier was computed in another way")
    return gettext("the figure was computed in another way")


def _amounts(row: PayRow) -> tuple[int | None, ...]:
    return (row.low, row.p50, row.high, row.n)


def _computed_at(row: PayRow) -> str:
    """Return how the figure was computed, or the tier of a modelled one; empty where reported."""
    if row.working:
        return row.working.computed_at
    return row.place if row.kind is Kind.OBSERVED else ""
