"""Sets of rows as packed bits: 64 rows to a word, the first row in the lowest bit.

Nothing is kept between calls: numpy lets other threads run while it computes, and what two of
them share they would overwrite.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Integers = NDArray[np.int64]

BITS, OCTET = 64, 8
ONE = np.uint64(1)


def words_for(rows: int) -> int:
    """Return the length of a bitmap of so many rows: one word or more, also of none."""
    return max(-(-rows // BITS), 1)


def packed(is_in: NDArray[np.bool_]) -> Words:
    """Return the bitmap of the rows for which it is true."""
    octets = np.zeros(words_for(len(is_in)) * (BITS // OCTET), dtype=np.uint8)
    bits = np.packbits(is_in, bitorder="little")
    octets[: len(bits)] = bits
    return octets.view("<u8")


def in_all(bitmaps: Iterable[Words]) -> Words:
    """Return the rows that are in every one of the sets."""
    first, *others = bitmaps
    words = first.copy()
    for other in others:
        words &= other
    return words


@dataclass(frozen=True, slots=True)
class Ranked:
    """Some sets of rows, a line each, laid end to end and ranked as one long set.

    So many percentiles of many sets are found in one step.
    """

    words: Words
    before_word: Integers

    @classmethod
    def of(cls, words: Words) -> Self:
        before = np.zeros(words.size + 1, dtype=np.int64)
        np.bitwise_count(words).cumsum(out=before[1:])
        return cls(words, before)

    @property
    def starts(self) -> list[int]:
        """The rank of the first row of each set, and after them that of the end."""
        starts: list[int] = self.before_word[:: self.words.shape[1]].tolist()
        return starts

    def rows_at(self, ranks: Integers) -> Integers:
        """Return the row at each rank; 0 is the first row of the first set."""
        word = self.before_word.searchsorted(ranks, side="right") - 1
        octets = self.words.ravel()[word, np.newaxis].view(np.uint8)
        octet, bit = _found(octets, ranks - self.before_word[word])
        rows: Integers = word % self.words.shape[1] * BITS + octet * OCTET + bit
        return rows

    def before(self, rows: Integers) -> Integers:
        """Return how many rows of the first set come before each row."""
        word, bit = rows // BITS, (rows % BITS).astype(np.uint64)
        # The row after the last one may lie beyond all words.
        own = self.words[0, np.minimum(word, self.words.shape[1] - 1)]
        lower = (ONE << bit) - ONE
        counted: Integers = self.before_word[word] + np.bitwise_count(own & lower)
        return counted


def _found(octets: NDArray[np.uint8], ranks: Integers) -> tuple[Integers, Integers]:
    """Return for each word, a line of octets, the octet in which a rank falls, and the bit."""
    counts = np.bitwise_count(octets)
    ends = counts.cumsum(axis=1, dtype=np.int64)
    place = (ends > ranks[:, np.newaxis]).argmax(axis=1)
    line = np.arange(len(ranks))
    before = ends[line, place] - counts[line, place]
    return place, PLACES[octets[line, place], ranks - before]


def _places() -> NDArray[np.int64]:
    """Return for each octet, and each rank in it, the place of the bit that falls there."""
    bits = np.unpackbits(np.arange(256, dtype=np.uint8)[:, np.newaxis], axis=1, bitorder="little")
    # The places of those that are set come first, and keep their order.
    return np.argsort(bits == 0, axis=1, kind="stable")


PLACES = _places()
