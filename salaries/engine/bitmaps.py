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
# A bitmap fills whole lines of the processor's cache.
LINE = 8 * WORD


def words_for(rows: int) -> int:
    """Return the length of a bitmap of so many rows: whole lines, one or more, also of none."""
    return max(-(-rows // LINE), 1) * LINE // WORD


def packed(is_in: NDArray[np.bool_]) -> Words:
    """Return the bitmap of the rows for which it is true."""
    octets = np.zeros(words_for(len(is_in)) * 8, dtype=np.uint8)
    bits = np.packbits(is_in, bitorder="little")
    octets[: len(bits)] = bits
    return octets.view("<u8")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Some sets of rows, a line each, laid end to end and ranked as one long set.

    So many percentiles of many sets are found in one step. before_word says how many rows come
    before each word, and at its end how many there are.
    """

    words: Words
    before_word: Counts

    @classmethod
    def of(cls, words: Words) -> Self:
        before = np.zeros(words.size + 1, dtype=np.int32)
        np.bitwise_count(words).cumsum(dtype=np.int32, out=before[1:])
        return cls(words, before)

    @property
    def starts(self) -> list[int]:
        """The rank of the first row of each set, and after them that of the end."""
        starts: list[int] = self.before_word[:: self._words_of_a_set].tolist()
        return starts

    @property
    def _words_of_a_set(self) -> int:
        words: int = self.words.shape[1]
        return words

    def rows_at(self, ranks: Sequence[int]) -> Integers:
        """Return the row at each rank; 0 is the first row of the first set."""
        wanted = np.array(ranks, dtype=np.int32)
        word = self.before_word.searchsorted(wanted, side="right") - 1
        # As narrow as the counts of bits: to widen those would take longer than to compare them.
        left = (wanted - self.before_word.take(word)).astype(np.uint8)
        up_to_bit = np.bitwise_count(self.words.take(word)[:, np.newaxis] & UP_TO_BIT)
        bit = (up_to_bit > left[:, np.newaxis]).argmax(axis=1)
        rows: Integers = word % self._words_of_a_set * WORD + bit
        return rows

    def before(self, rows: Integers) -> Counts:
        """Return how many rows of the first set come before each row."""
        word, bit = np.divmod(rows, WORD)
        # The row after the last one may lie beyond all words; no bit of a word is below its first.
        below_bit = self.words.take(word, mode="clip") & BELOW_BIT.take(bit)
        counted: Counts = self.before_word.take(word) + np.bitwise_count(below_bit)
        return counted


# The lowest bits of a word: one, two, and so on to all; and one fewer of each.
UP_TO_BIT = ~np.uint64(0) >> np.arange(WORD - 1, -1, -1, dtype=np.uint64)
BELOW_BIT = UP_TO_BIT >> np.uint64(1)
