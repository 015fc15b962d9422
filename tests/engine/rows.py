"""Rows for the engine's tests, and what numpy and plain loops say of them."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd

from salaries.engine.building import build
from salaries.engine.query import Query
from salaries.engine.snapshot import Snapshot, opened
from tests.engine.asking import VALUES

NAME = sha256(b"a release").hexdigest()


def synthetic(rows: int, *, seed: int = 1) -> pd.DataFrame:
    """Return rows with unequal shares, and pay that many rows have in common."""
    random = np.random.default_rng(seed)
    texts = {name: _drawn(random, values, rows) for name, values in VALUES.items()}
    pay = random.lognormal(11.7, 0.4, rows).round(-2).astype(np.int64)
    years = random.choice([2013, 2022, 2023, 2024, 2025], rows)
    return pd.DataFrame({"key": np.arange(rows), **texts, "year": years, "pay": pay})


def _drawn(random: np.random.Generator, values: list[str], rows: int) -> "pd.Categorical[str]":
    # The second root leaves the rarest of sixty values with some thousand rows of a million.
    codes = (random.random(rows) ** 2 * len(values)).astype(np.int64)
    return pd.Categorical.from_codes(codes, pd.Index(values))


def snapshot_of(frame: pd.DataFrame, folder: Path) -> Snapshot:
    build(frame, folder, name=NAME)
    return opened(folder, NAME)


def is_in(frame: pd.DataFrame, query: Query) -> "pd.Series[bool]":
    """Return which rows of a frame the query is about, in pandas."""
    measure = query.measure
    rows = (frame["pay_kind"] == measure.pay_kind) & (frame["currency"] == measure.currency)
    if measure.year is not None:
        rows &= frame["year"] == measure.year
    for facet, values in query.chosen:
        rows &= frame[facet].isin(values)
    return rows


def percentiles(pay: "Sequence[int] | pd.Series[int]") -> list[float]:
    found: list[float] = np.percentile(pay, [10, 25, 50, 75, 90]).tolist()
    return found
