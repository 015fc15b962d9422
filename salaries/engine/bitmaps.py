"""Sets of rows as packed bits: 64 rows to a word, the first row lowest.

Nothing is kept between calls: numpy lets other threads run while it computes, and what two of
them share they would overwrite.

A call costs less for its arithmetic than for its code, which other work has pushed out of the
processor's cache since the last one: that there are few steps matters more than how fast they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Integers = NDArray[np.int64]
# Half as wide as the other numbers of the engine, and wider than the rows of any release.
Counts = NDArray[np.int32]

WORD = 64


def words_for(rows: int) -> int:
    """Return the length of a bitmap of so many rows, with a place for the row after the last."""
    return rows // WORD + 1


def packed(is_in: NDArray[np.bool_]) -> Words:
    """Return the bitmap of the rows for which it is true."""
    octets = np.zeros(words_for(len(is_in)) * 8, dtype=np.uint8)
    bits = np.packbits(is_in, bitorder="little")
    octets[: len(bits)] = bits
    return octets.view("<u8")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Some sets of rows, a line each, laid end to end and ranked as one long set.

    So many percentiles of many sets are found in one step. up_to_word is how many rows there are
    up to the end of each word.
    """

    words: Words
    up_to_word: Counts

    @classmethod
    def of(cls, words: Words) -> Self:
        return cls(words, np.bitwise_count(words).cumsum(dtype=np.int32))

    @property
    def starts(self) -> list[int]:
        """The rank of the first row of each set, and after them that of the end."""
        return [0, *self.up_to_word[self._width - 1 :: self._width].tolist()]

    @property
    def _width(self) -> int:
        """The number of words of a set."""
        width: int = self.words.shape[1]
        return width

    def rows_at(self, ranks: Sequence[int]) -> Integers:
        """Return the row at each rank; 0 is the first row of the first set."""
        wanted = np.array(ranks, dtype=np.int32)
        word = self.up_to_word.searchsorted(wanted, side="right")
        # How many rows of the word are left, that at the rank among them. As narrow as counts of
        # bits are, since to widen those takes longer than to compare them.
        left = (self.up_to_word.take(word) - wanted).astype(np.uint8)
        above_bit = np.bitwise_count(self.words.take(word)[:, np.newaxis] & ABOVE_BIT)
        bit = (above_bit < left[:, np.newaxis]).argmax(axis=1)
        rows: Integers = word % self._width * WORD + bit
        return rows

    def before(self, rows: Integers) -> Counts:
        """Return how many rows of the first set come before each row."""
        word, bit = np.divmod(rows, WORD)
        from_bit = np.bitwise_count(self.words.take(word) & FROM_BIT.take(bit))
        counted: Counts = self.up_to_word.take(word) - from_bit
        return counted


# The bits of a word from each on, and those above each.
FROM_BIT = ~np.uint64(0) << np.arange(WORD, dtype=np.uint64)
ABOVE_BIT = FROM_BIT << np.uint64(1)
