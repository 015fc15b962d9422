"""Sets of rows as packed bits: 64 rows to a word, the first row in the lowest bit.

Words come in blocks of 64, so a bitmap is padded with zeros to whole blocks. Nothing is kept
between calls: numpy lets other threads run while it computes, and what two of them share
they would overwrite.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Integers = NDArray[np.int64]

BITS = 64
BLOCK = 64
ROWS_IN_BLOCK = BITS * BLOCK
NOTHING = np.zeros(1, dtype=np.uint16)
ALL_BITS, NO_BITS, ONE = np.uint64(2**BITS - 1), np.uint64(0), np.uint64(1)


def words_for(rows: int) -> int:
    """Return the length of a bitmap of so many rows: one block or more, also of none."""
    return max(-(-rows // ROWS_IN_BLOCK), 1) * BLOCK


def packed(is_in: NDArray[np.bool_]) -> Words:
    """Return the bitmap of the rows for which it is true."""
    octets = np.zeros(words_for(len(is_in)) * (BITS // 8), dtype=np.uint8)
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
    """The rows that one set has in common with each of some others, a line each, ranked.

    The common sets are laid end to end and ranked as one long set, so that many percentiles of
    many sets are found in one step. The common words are never stored: only the few blocks
    where a rank falls are looked at again.
    """

    one: Words
    others: Words
    before_block: Integers

    @classmethod
    def of(cls, one: Words, others: Words) -> Self:
        in_block = [_in_blocks(one & other) for other in others]
        return cls(one, others, np.cumsum(np.concatenate([NOTHING, *in_block]), dtype=np.int64))

    @property
    def starts(self) -> list[int]:
        """The rank of the first row of each common set, and after them that of the end."""
        starts: list[int] = self.before_block[:: len(self.one) // BLOCK].tolist()
        return starts

    def rows_at(self, ranks: Integers) -> Integers:
        """Return the row at each rank; 0 is the first row of the first set."""
        block = np.searchsorted(self.before_block, ranks, side="right") - 1
        words = self._words_of(block)
        word, rest = _find(np.bitwise_count(words), ranks - self.before_block[block])
        bit, _ = _find(_bits(words[np.arange(len(block)), word]), rest)
        rows: Integers = (block % (len(self.one) // BLOCK) * BLOCK + word) * BITS + bit
        return rows

    def before(self, rows: Integers) -> Integers:
        """Return how many rows of the first set come before each row."""
        block, place = np.divmod(rows, ROWS_IN_BLOCK)
        whole, bit = np.divmod(place[:, np.newaxis], BITS)
        # All words before the row's own count in full, and of its own the lower bits.
        masks = np.where(np.arange(BLOCK) < whole, ALL_BITS, NO_BITS)
        np.put_along_axis(masks, whole, (ONE << bit.astype(np.uint64)) - ONE, axis=1)
        last = len(self.one) // BLOCK - 1
        words = self._words_of(np.minimum(block, last))
        inside = np.bitwise_count(words & masks).sum(axis=1, dtype=np.int64)
        counted: Integers = self.before_block[block] + inside
        return counted

    def _words_of(self, block: Integers) -> Words:
        """Return the words of each block as a line."""
        blocks = len(self.one) // BLOCK
        words: Words = self.others.reshape(-1, BLOCK)[block]
        words &= self.one.reshape(-1, BLOCK)[block % blocks]
        return words


def _in_blocks(words: Words) -> NDArray[np.uint16]:
    """Return how many rows each block has: 4,096 at most, and narrow sums are the fastest."""
    in_word = np.bitwise_count(words).reshape(-1, BLOCK)
    in_block: NDArray[np.uint16] = in_word.sum(axis=1, dtype=np.uint16)
    return in_block


def _find(counts: NDArray[np.uint8], ranks: Integers) -> tuple[Integers, Integers]:
    """Return for each line of counts where its rank falls, and the rank within that place."""
    ends = np.cumsum(counts, axis=1, dtype=np.int64)
    place = (ends > ranks[:, np.newaxis]).argmax(axis=1)
    line = np.arange(len(ranks))
    return place, ranks - ends[line, place] + counts[line, place]


def _bits(words: Words) -> NDArray[np.uint8]:
    """Return the bits of each word as a line of 64 noughts and ones."""
    octets = words.reshape(-1, 1).view(np.uint8)
    return np.unpackbits(octets, axis=1, bitorder="little")
