"""A column in which each distinct value stands once, with the place of each row's among them.

What is done to a value is then done once, however many rows have it. A column that hardly
repeats itself goes without places: its values stand there row by row.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from typing import Any, Generic, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Value = TypeVar("Value")
Other = TypeVar("Other")
Codes = NDArray[np.integer[Any]]
Marks = NDArray[np.bool_]
Hashes = NDArray[np.uint64]
# An odd number without a pattern, that of splitmix64: each bit of a value moves many of the hash.
SPREAD, HALF = np.uint64(0xBF58476D1CE4E5B9), np.uint64(32)


class Coded(Generic[Value]):
    """The distinct values, which may be more than the rows have, and the place of each row's."""

    __slots__ = ("codes", "words")

    def __init__(self, words: Sequence[Value], codes: Codes | None = None) -> None:
        self.words = words
        # As narrow as they can be: they are sent from one process to another.
        self.codes = None if codes is None else codes.astype(np.min_scalar_type(len(words)))

    def __len__(self) -> int:
        return len(self.words if self.codes is None else self.codes)

    def __getitem__(self, row: int) -> Value:
        return self.words[row if self.codes is None else self.codes[row]]

    def __iter__(self) -> Iterator[Value]:
        return iter(self.tolist())

    def tolist(self) -> list[Value]:
        """Return the value of each row."""
        if self.codes is None:
            return list(self.words)
        values: list[Value] = self.array(object).tolist()
        return values

    def array(self, dtype: Any) -> NDArray[Any]:
        words = self._words(dtype)
        return words if self.codes is None else words.take(self.codes)

    def _words(self, dtype: Any) -> NDArray[Any]:
        words = np.empty(len(self.words), dtype)
        words[:] = self.words
        return words

    def categorical(self) -> "pd.Categorical[Any]":
        """Return what pandas compares value by distinct value; None is no value."""
        codes, words = pd.factorize(self._words(object))
        places = codes if self.codes is None else codes[self.codes]
        return pd.Categorical.from_codes(places, pd.Index(words))

    def mapped(self, change: Callable[[Value], Other]) -> "Coded[Other]":
        return Coded(list(map(change, self.words)), self.codes)

    def kept(self, marked: Marks) -> "Coded[Value]":
        """Return the rows that are marked."""
        if self.codes is None:
            return Coded(list(compress(self.words, marked)))
        return Coded(self.words, self.codes[marked])


def constant(word: Value, rows: int) -> Coded[Value]:
    return Coded([word], np.zeros(rows, dtype=np.uint8))


def paired(one: Coded[Value], other: Coded[Other]) -> Coded[tuple[Value, Other]]:
    """Return what two columns of the same length say together."""
    if one.codes is None or other.codes is None:
        return Coded(list(zip(one, other, strict=True)))
    size = len(other.words)
    codes, pairs = pd.factorize(one.codes.astype(np.int64) * size + other.codes)
    places = (divmod(pair, size) for pair in pairs.tolist())
    return Coded([(one.words[left], other.words[right]) for left, right in places], codes)


def mixed(one: Hashes, other: Hashes) -> Hashes:
    """Return a hash of both, of 64 bits."""
    both = (one ^ other) * SPREAD
    both ^= both >> HALF
    return both
