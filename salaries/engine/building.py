"""A release becomes its snapshot: pandas encodes, numpy sorts and packs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from salaries.engine import layout
from salaries.engine.bitmaps import Integers, Words, packed
from salaries.engine.cells import cells_of
from salaries.engine.facets import COLUMNS, DESCRIPTION, MEASURE, NARROWING, TEXTS, YEAR

Codes = NDArray[np.unsignedinteger]


class FrameShapeError(ValueError):
    """A frame that is not the rows of a release."""


def build(
    frame: pd.DataFrame,
    folder: Path,
    *,
    name: str,
    report: Mapping[str, int] | None = None,
) -> Path:
    """Write the snapshot of a release and return its path; name is the release's SHA-256.

    The order of the rows does not matter; report is kept with them. Raise FrameShapeError for a
    frame that check refuses.
    """
    check(frame)
    path = layout.path_of(folder, name)
    encoded = {facet: _encoded(frame[facet]) for facet in DESCRIPTION}
    codes = {facet: numbers for facet, (numbers, _) in encoded.items()}
    facets = {facet: values for facet, (_, values) in encoded.items()}
    cells = cells_of(codes, {facet: len(values) for facet, values in facets.items()})
    rows = Rows(frame["pay"].to_numpy(dtype=np.int64), codes)
    parts = [_part(rows, of_one, facets) for of_one in rows.parts()]
    said = [part for part, _ in parts]
    header = layout.Header(name, len(cells[0]), facets, said, report or {})
    layout.write(path, header, chain(cells, *(arrays for _, arrays in parts)))
    return path


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a release in columns; codes has the number of each row's value of a facet."""

    pay: Integers
    codes: Mapping[str, Codes]

    def parts(self) -> Iterator[Integers]:
        """Yield the rows of each part, by rising pay."""
        by_part = tuple(self.codes[facet] for facet in MEASURE)
        order = np.lexsort((self.pay, *by_part))
        starts = [np.flatnonzero(np.diff(column[order])) + 1 for column in by_part]
        yield from filter(len, np.split(order, np.unique(np.concatenate(starts))))


def _part(
    rows: Rows, of_one: Integers, facets: Mapping[str, list[str]]
) -> tuple[layout.Part, Iterator[Integers | Words]]:
    """Return what the header says of a part, and its pay and bitmaps."""
    codes = {facet: rows.codes[facet][of_one] for facet in NARROWING}
    found = {facet: np.flatnonzero(np.bincount(numbers)) for facet, numbers in codes.items()}
    pay_kind, currency = (facets[facet][rows.codes[facet][of_one[0]]] for facet in MEASURE)
    named = {facet: [facets[facet][number] for number in found[facet]] for facet in codes}
    part = layout.Part(pay_kind, currency, len(of_one), named)
    bitmaps = (_bitmaps(codes[facet], found[facet]) for facet in codes)
    return part, chain([rows.pay[of_one]], *bitmaps)


def _bitmaps(numbers: Codes, found: Integers) -> Iterator[Words]:
    """Yield the bitmap of all rows, and that of each value that is found."""
    yield packed(np.ones(len(numbers), dtype=np.bool_))
    yield from (packed(numbers == number) for number in found)


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
