"""What any worker has answered, for all of them, in memory that they share.

Each worker keeps what it made itself, which the others lack and its successor too. This is for
when nothing can be made. It is never on a disk, as the privacy page promises.
"""

import fcntl
import mmap
import os
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from struct import Struct
from threading import Lock

# There are two halves: where one is full, the other is emptied and filled.
HALF = 16 * 2**20
# Which half is being filled, and how much of each is.
FILLED = Struct("=III")
# What an entry is called, and how long it is; then comes the entry.
HEAD = Struct("=32sI")


class Shelf:
    """Holds the newest entries under their names, for this process and those forked from it."""

    def __init__(self, half: int = HALF) -> None:
        self.half = half
        self.memory = mmap.mmap(-1, FILLED.size + 2 * half)
        # A lock on a file is let go of by a worker that is killed; between threads it is none.
        self.file, name = tempfile.mkstemp()
        Path(name).unlink()
        self.lock = Lock()
        weakref.finalize(self, os.close, self.file)

    def put(self, name: bytes, entry: bytes) -> None:
        """Keep an entry under a name of 32 bytes; one that no half has room for is left out."""
        whole = HEAD.pack(name, len(entry)) + entry
        if len(whole) > self.half:
            return
        with self._alone():
            now, *filled = FILLED.unpack_from(self.memory)
            if filled[now] + len(whole) > self.half:
                now = 1 - now
                filled[now] = 0
                FILLED.pack_into(self.memory, 0, now, *filled)
            start = FILLED.size + now * self.half + filled[now]
            self.memory[start : start + len(whole)] = whole
            filled[now] += len(whole)
            # Last, so that whoever is killed above leaves no part of an entry.
            FILLED.pack_into(self.memory, 0, now, *filled)

    def get(self, name: bytes) -> bytes | None:
        """Return what was put under the name last, if it is still there."""
        with self._alone():
            places = [place for other, place in self._entries() if other == name]
            return self.memory[places[-1]] if places else None

    def _entries(self) -> Iterator[tuple[bytes, slice]]:
        """Give the names and places of all entries, the oldest first."""
        now, *filled = FILLED.unpack_from(self.memory)
        for half in (1 - now, now):
            start = FILLED.size + half * self.half
            end = start + filled[half]
            while start < end:
                name, length = HEAD.unpack_from(self.memory, start)
                start += HEAD.size + length
                yield name, slice(start - length, start)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self.lock:
            fcntl.lockf(self.file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.lockf(self.file, fcntl.LOCK_UN)


@cache
def shared() -> Shelf:
    """Return the one shelf of this process; asked for before a fork, it is that of both."""
    return Shelf()
