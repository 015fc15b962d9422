"""A large file of observations, such as a year of adverts and filings would give."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

PLACES = pd.DataFrame(
    [
        ("united-states", "USD", "Seattle", "WA"),
        ("united-states", "USD", "Austin", "TX"),
        ("united-states", "USD", "Springfield, “the other”", "IL"),
        ("united-states", "USD", "", ""),
        ("india", "INR", "Bangalore", ""),
        ("india", "INR", "Pune", ""),
    ],
    columns=["country", "currency", "city", "region"],
)
RUPEES_FOR_A_DOLLAR = 20
WORDS: dict[str, Sequence[object]] = {
    "role": ("product-manager", "technical-product-manager"),
    "title": [
        f"{rank} Product Manager, {number}" for rank in ("Senior", "Lead") for number in range(90)
    ],
    "level": ("entry", "mid", "senior", "lead", ""),
    "size": ("small", "medium", "large", ""),
    "industry": ("", "Software", "Finance", "Retail"),
    "employment_type": ("full-time", "full-time", "contract", ""),
    "remote": ("remote", "hybrid", "on-site", ""),
    "year": (2021, 2023, 2024, 2025),
    "years_experience": ("", "", "3", "7.5"),
}


def write_file(path: Path, rows: int) -> Path:
    """Write so many sound rows: adverts with round ranges, and filings to the unit."""
    random = np.random.default_rng(7)
    frame = PLACES.iloc[random.integers(len(PLACES), size=rows)].reset_index(drop=True)
    for name, words in WORDS.items():
        frame[name] = np.array(words, dtype=object)[random.integers(len(words), size=rows)]
    is_advert = random.random(rows) < 0.5
    dollars = random.lognormal(11.9, 0.3, rows).clip(40_000, 800_000)
    pay = np.where(is_advert, dollars.round(-3), dollars).astype(np.int64)
    pay *= np.where(frame["currency"] == "INR", RUPEES_FOR_A_DOLLAR, 1)
    frame["pay"] = pay
    frame["pay_kind"] = np.where(is_advert, "advertised", "base")
    frame["low"] = np.where(is_advert, pay * 9 // 10, -1).astype(str)
    frame["high"] = np.where(is_advert, pay * 11 // 10, -1).astype(str)
    frame = frame.replace({"low": "-1", "high": "-1"}, "")
    frame.insert(0, "key", [f"row-{number:07}" for number in range(rows)])
    frame.assign(source="aijobs-2025-01", usable="yes", flags="").to_csv(path, index=False)
    return path
