"""Which facets of which rows are left blank, so that nobody stands alone.

The rule. A visitor can narrow pay by every facet, so the smallest set of rows that an answer
can rest on is an atom: the rows that agree in all facets. A row whose atom has fewer than k
rows gives up its least important facet, industry, before city, size and level, or several of
them together; source, role, country, kind of pay, currency and year are never given up. The
sixteen ways to do so are tried with the least loss first: in each, the rows that are still
loose are put together as they would look, and a group settles when it has k rows or meets a
group that has settled already. What has not settled in the end is left out.

Why no atom is too small. Rows leave the loose ones only as a whole group of k or more, or to
join settled rows that look alike; settled rows never change again. So after each step, every
set of settled rows that look alike has k rows or more. These sets are the atoms of what is
published, and an answer rests on a union of atoms; so does every sum, difference or
intersection of such unions. Each is empty or has at least k rows.

A blanked facet reads "not known", as it does for rows for which it was never known: no row
is ever counted under a value that it does not have.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from salaries.engine.facets import DESCRIPTION, Facet

Integers = NDArray[np.int64]

LEAST_IMPORTANT_FIRST = (Facet.INDUSTRY, Facet.CITY, Facet.SIZE, Facet.LEVEL)
KEPT = tuple(name for name in DESCRIPTION if name not in LEAST_IMPORTANT_FIRST)
# Each way is a number, whose bit i says whether facet i is blank; so counting up gives up
# a more important facet only when every way to keep it has been tried.
WAYS = range(2 ** len(LEAST_IMPORTANT_FIRST))
LOOSE = -1


def ways(frame: pd.DataFrame, *, apart: Integers, fewest: int) -> Integers:
    """Return for each row the way in which it settles, or LOOSE.

    Rows of which `apart` differs never count as alike.
    """
    numbers = _numbers(frame, apart)
    found = np.full(len(frame), LOOSE, dtype=np.int64)
    settled = np.array([], dtype=np.int64)
    for way in WAYS:
        loose = np.flatnonzero(found == LOOSE)
        kept = [line for place, line in enumerate(numbers[:, loose]) if not way & 1 << place]
        looks, which, rows = np.unique(sum(kept), return_inverse=True, return_counts=True)
        settles = (rows >= fewest) | np.isin(looks, settled)
        found[loose[settles[which]]] = way
        settled = np.union1d(settled, looks[settles])
    return found


def blanked(frame: pd.DataFrame, way_of_row: Integers) -> pd.DataFrame:
    """Return the rows with the facets blank that their ways give up."""
    columns = {
        facet: frame[facet].mask((way_of_row & 1 << place).astype(bool), "")
        for place, facet in enumerate(LEAST_IMPORTANT_FIRST)
    }
    return frame.assign(**columns)


def _numbers(frame: pd.DataFrame, apart: Integers) -> Integers:
    """Return a line of numbers for each facet, and one for what is never given up.

    Their sum tells how a row looks. A facet that is not known, or blanked, adds nothing.
    """
    place, lines = 1, []
    for facet in LEAST_IMPORTANT_FIRST:
        codes, values = pd.factorize(frame[facet])
        codes = np.where(np.asarray(values == "")[codes], 0, codes.astype(np.int64) + 1)
        lines.append(codes * place)
        place *= len(values) + 1
    kept = frame.groupby([apart, *KEPT], sort=False, observed=True).ngroup()
    return np.array([*lines, kept * place], dtype=np.int64)
