"""What somebody who collects every answer learns: how many rows each slice rests on."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from salaries.thresholds import FEWEST_FOR_TAILS, FEWEST_TO_SHOW

SAME = ("role", "country", "level", "pay_kind")
# What an answer may be narrowed by, and so subtracted by.
NARROWING = ("city", "size", "industry")
# No row is in two cities, of two sizes, or in two industries.
DISTINCT = ((0,), (1,), (2,))
Slice = tuple[Any, ...]
Places = tuple[int, ...]


class Revealed:
    """The sample of each slice of observed pay that answers of the API have shown."""

    def __init__(self) -> None:
        self.samples: dict[Slice, int] = {}
        self.faults: list[str] = []

    def read(self, answer: dict[str, Any]) -> None:
        for row in (*answer["rows"], *answer["claims"]):
            if row["kind"] == "observed" and row["place"].startswith("Computed here"):
                self._read_row(row)

    def _read_row(self, row: dict[str, Any]) -> None:
        if row["n"] < FEWEST_TO_SHOW:
            self.faults.append(f"n = {row['n']}: {row}")
        if row["n"] < FEWEST_FOR_TAILS and (row["p10"], row["p90"]) != (None, None):
            self.faults.append(f"tails of {row['n']}: {row}")
        same = (row["sources"][0]["short_name"], *(row[name] for name in SAME))
        self.samples[(same, *(row[name] or "" for name in NARROWING))] = row["n"]

    def small_differences(self) -> list[str]:
        """Return each slice less one inside it, or less all of one facet, that leaves too few."""
        inside: dict[tuple[Slice, Places], list[int]] = defaultdict(list)
        for slim, n in self.samples.items():
            for given_up, wide in broader(slim):
                if wide in self.samples:
                    inside[wide, given_up].append(n)
        return [
            f"{wide} less {taken} leaves {self.samples[wide] - taken}"
            for (wide, given_up), ns in inside.items()
            for taken in (*ns, *([sum(ns)] if given_up in DISTINCT else ()))
            if 0 < self.samples[wide] - taken < FEWEST_TO_SHOW
        ]


def broader(slim: Slice) -> Iterator[tuple[Places, Slice]]:
    """Yield the slice without some of what narrows it, and which that is."""
    same, *narrow = slim
    chosen = [place for place, value in enumerate(narrow) if value]
    for given_up in (c for n in range(1, 4) for c in combinations(chosen, n)):
        wide = ["" if place in given_up else value for place, value in enumerate(narrow)]
        yield given_up, (same, *wide)
