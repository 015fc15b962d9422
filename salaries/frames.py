"""The one door from files of observations to pandas."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

COLUMNS = ("source", "pay_kind", "level", "year", "pay")
NEEDED = (
    "source_id",
    "role",
    "level",
    "country",
    "pay_kind",
    "base_salary",
    "total_compensation",
    "year",
    "is_current",
    "usable",
)
# What can be a year, and what can be a year's pay in whole units of any currency.
YEARS = (1990, 2100)
AMOUNTS = (1, 2_000_000_000)


class FrameError(ValueError):
    """A file that does not hold observations."""


def observation_frame(paths: Iterable[Path], *, role: str, country: str) -> pd.DataFrame:
    """Return the usable, current observations of a role in a country, one row each.

    Pay is the filed wage or the midpoint of the advertised range, or else the stated
    total; the pay kind says which. The frame has every column, also when it is empty.
    Raise FrameError for a file that cannot be read or lacks a column, and for a line whose
    year or pay is none.
    """
    frames = [_kept(path, role=role, country=country) for path in paths]
    return pd.concat(frames, ignore_index=True)


def _kept(path: Path, *, role: str, country: str) -> pd.DataFrame:
    rows = _read(path)
    rows = rows[
        (rows["role"] == role)
        & (rows["country"] == country)
        & (rows["usable"] == "1")
        & (rows["is_current"] == "1")
    ]
    base = rows["base_salary"]
    frame = pd.DataFrame(
        {
            "source": rows["source_id"],
            "pay_kind": rows["pay_kind"],
            "level": rows["level"],
            "year": pd.to_numeric(rows["year"], errors="coerce"),
            "pay": pd.to_numeric(base.where(base != "", rows["total_compensation"]), "coerce"),
        },
        columns=list(COLUMNS),
    )
    bad = frame.index[~(frame["year"].between(*YEARS) & frame["pay"].between(*AMOUNTS))]
    if len(bad):
        # The header is the first line of the file, and the rows count from nought.
        raise FrameError(
            f"{path}: line {bad[0] + 2}: a row needs a year from {YEARS[0]} to {YEARS[1]} and "
            f"pay from {AMOUNTS[0]:,} to {AMOUNTS[1]:,}."
        )
    return frame.astype({"year": int})


def _read(path: Path) -> pd.DataFrame:
    try:
        rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise FrameError(f"{path}: {error}") from error
    missing = [column for column in NEEDED if column not in rows.columns]
    if missing:
        raise FrameError(f"{path}: no column named {', '.join(missing)}")
    return rows
