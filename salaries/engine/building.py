"""A release becomes its snapshot: pandas encodes, numpy sorts and packs."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from salaries.engine import layout
from salaries.engine.bitmaps import Integers, Words, packed
from salaries.engine.cells import cells_of
from salaries.engine.facets import COLUMNS, DESCRIPTION, TEXTS, YEAR
from salaries.engine.snapshot import CURRENT, YES

Codes = NDArray[np.unsignedinteger]


class FrameShapeError(ValueError):
    """A frame that is not the rows of a release."""


def build(frame: pd.DataFrame, folder: Path, *, name: str, current_since: int) -> Path:
    """Write the snapshot of a release and return its path; name is the release's SHA-256.

    The order of the rows does not matter. current_since is the first year that counts as
    current. Raise FrameShapeError for a frame that check refuses.
    """
    check(frame)
    path = layout.path_of(folder, name)
    pay = frame["pay"].to_numpy(dtype=np.int64)
    order = np.argsort(pay, kind="stable")
    encoded = {facet: _encoded(frame[facet]) for facet in DESCRIPTION}
    facets = {facet: values for facet, (_, values) in encoded.items()}
    is_current = frame[YEAR].to_numpy(dtype=np.int64) >= current_since
    cells = cells_of(
        {facet: codes for facet, (codes, _) in encoded.items()},
        {facet: len(values) for facet, values in facets.items()},
    )
    facets[CURRENT] = [YES]
    header = layout.Header(name, len(frame), len(cells[0]), current_since, facets)
    codes = [(codes[order], len(values)) for codes, values in encoded.values()]
    layout.write(path, header, _parts(pay[order], cells, codes, is_current[order]))
    return path


def _parts(
    pay: Integers,
    cells: tuple[Integers, Integers],
    codes: list[tuple[Codes, int]],
    is_current: NDArray[np.bool_],
) -> Iterator[Integers | Words]:
    yield pay
    yield from cells
    for of_rows, values in codes:
        for value in range(values):
            yield packed(of_rows == value)
    yield packed(is_current)


def _encoded(column: pd.Series) -> tuple[Codes, list[str]]:
    """Return the number of each row's value, and the values in the order of their text."""
    codes, found = pd.factorize(column)
    values = sorted(str(value) for value in found)
    # The fewer bytes a number has, the faster a million of them are put in order.
    numbers = np.array(
        [values.index(str(value)) for value in found], dtype=np.min_scalar_type(len(values))
    )
    return numbers[codes], values


def check(frame: pd.DataFrame) -> None:
    """Raise FrameShapeError unless every column is there, of its type, and known for each row."""
    if missing := [column for column in COLUMNS if column not in frame.columns]:
        raise FrameShapeError(f"No column named {', '.join(missing)}.")
    numbers = (YEAR, "pay")
    if bad := [column for column in numbers if not _is_whole(frame[column])]:
        raise FrameShapeError(f"{bad[0]} holds something else than whole numbers.")
    if bad := [column for column in TEXTS if not _is_text(frame[column])]:
        raise FrameShapeError(f"{bad[0]} holds something else than text.")
    if (twice := frame["key"].duplicated()).any():
        raise FrameShapeError(f"The key {frame['key'][twice].iloc[0]!r} comes twice.")


def _is_whole(column: pd.Series) -> bool:
    return pd.api.types.is_integer_dtype(column) and not column.isna().any()


def _is_text(column: pd.Series) -> bool:
    is_category = isinstance(column.dtype, pd.CategoricalDtype)
    values = column.cat.categories if is_category else column
    return pd.api.types.is_string_dtype(values) and not column.isna().any()
