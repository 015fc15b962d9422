"""Sets of rows as packed bits: 64 rows to a word, eight words to a block, the first row lowest.

A block is a line of the processor's cache: rows are counted to it, and looked for within it.
Nothing is kept between calls: numpy lets other threads run while it computes, and what two of
them share they would overwrite.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Integers = NDArray[np.int64]
Octets = NDArray[np.uint8]

WORD, OCTET = 64, 8
BLOCK_WORDS = 8
BLOCK = WORD * BLOCK_WORDS
# Of four numbers of sixteen bits in a word: the lower octet of each, and what adds all into the
# highest.
LOWER_OCTETS, ADD_ALL = np.uint64(0x00FF_00FF_00FF_00FF), np.uint64(0x0001_0001_0001_0001)
HIGHEST = np.uint64(48)


def words_for(rows: int) -> int:
    """Return the length of a bitmap of so many rows: whole blocks, one or more, also of none."""
    return max(-(-rows // BLOCK), 1) * BLOCK_WORDS


def packed(is_in: NDArray[np.bool_]) -> Words:
    """Return the bitmap of the rows for which it is true."""
    octets = np.zeros(words_for(len(is_in)) * 8, dtype=np.uint8)
    bits = np.packbits(is_in, bitorder="little")
    octets[: len(bits)] = bits
    return octets.view("<u8")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Some sets of rows, a line each, laid end to end and ranked as one long set.

    So many percentiles of many sets are found in one step.
    """

    words: Words
    before_block: Integers

    @classmethod
    def of(cls, words: Words) -> Self:
        before = np.zeros(words.size // BLOCK_WORDS + 1, dtype=np.int64)
        _in_blocks(words).cumsum(out=before[1:])
        return cls(words, before)

    @property
    def starts(self) -> Integers:
        """The rank of the first row of each set, and after them that of the end."""
        return self.before_block[:: self._blocks]

    @property
    def _blocks(self) -> int:
        """The number of blocks of a set."""
        blocks: int = self.words.shape[1] // BLOCK_WORDS
        return blocks

    def rows_at(self, ranks: Integers) -> Integers:
        """Return the row at each rank; 0 is the first row of the first set."""
        block = self.before_block.searchsorted(ranks, side="right") - 1
        words, left = self._words_of(block), ranks - self.before_block.take(block)
        counts = np.bitwise_count(words)
        ends: Integers = counts.cumsum(axis=1, dtype=np.int64)
        word = _place(ends, left)
        at = np.arange(0, words.size, BLOCK_WORDS) + word
        left += counts.take(at) - ends.take(at)
        up_to_bit = np.bitwise_count(words.take(at)[:, np.newaxis] & UP_TO_BIT)
        bit = _place(up_to_bit, left.astype(np.uint8))
        rows: Integers = block % self._blocks * BLOCK + word * WORD + bit
        return rows

    def before(self, rows: Integers) -> Integers:
        """Return how many rows of the first set come before each row."""
        block, row = np.divmod(rows, BLOCK)
        # The row after the last one may lie beyond all blocks.
        words = self._words_of(np.minimum(block, self._blocks - 1))
        lower = np.bitwise_count(words & FIRST_ROWS.take(row, axis=0))
        counted: Integers = self.before_block.take(block) + lower.sum(axis=1, dtype=np.int64)
        return counted

    def _words_of(self, blocks: Integers) -> Words:
        """Return the words of each block, a line each."""
        return self.words.reshape(-1, BLOCK_WORDS).take(blocks, axis=0)


def _in_blocks(words: Words) -> Integers:
    """Return how many rows are in each block.

    A word of counts has the eight of a block, an octet each and at most 64: added in place, which
    takes a third of the time that a sum along an axis does.
    """
    counts = np.bitwise_count(words).ravel().view(np.uint64)
    pairs = (counts & LOWER_OCTETS) + (counts >> np.uint64(OCTET) & LOWER_OCTETS)
    # As signed numbers, which these are too small to differ in: to turn each of them while they
    # are summed would take five times as long as the sums.
    return (pairs * ADD_ALL >> HIGHEST).view(np.int64)


def _place(ends: Integers | Octets, ranks: Integers | Octets) -> Integers:
    """Return for each line of running sums the place at which a rank falls."""
    places: Integers = (ends > ranks[:, np.newaxis]).argmax(axis=1)
    return places


# The lowest bits of a word: one, two, and so on to all.
UP_TO_BIT = ~np.uint64(0) >> np.arange(WORD - 1, -1, -1, dtype=np.uint64)
# The first rows of a block, as many as the line's number.
FIRST_ROWS = np.stack([packed(np.arange(BLOCK) < rows) for rows in range(BLOCK)])
