"""The batches of a large file are made by another process while those before are written.

Two threads would not do: Python lets one of them work at a time, and they hinder each other.
"""

from collections.abc import Generator, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import active_count
from typing import Any, TypeVar

from salaries.models.releases import StepError
from salaries.observations.files import FileError

Item = TypeVar("Item")
# A copy of this process: it has read the words of the database, and needs no connection.
FORK = get_context("fork")
END = None


class LostError(StepError):
    """The other process has ended before its work, as when the system had no memory for it."""


def may_be_copied() -> bool:
    """Whether no other thread could hold a lock that the copy of this process waits for."""
    return active_count() == 1


def ahead(items: Iterator[Item]) -> Generator[Item]:
    """Yield the items, which another process makes; raise FileError as it does."""
    receiver, sender = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_send, args=(items, receiver, sender), daemon=True)
    process.start()
    sender.close()
    try:
        yield from iter(lambda: _received(receiver), END)
    finally:
        receiver.close()
        # It owns nothing and holds nothing, so there is nothing to wait for.
        process.kill()
        process.join()
        process.close()


def _send(items: Iterator[Item], receiver: Connection, sender: Connection) -> None:
    """Send each item, and at last the end or what is wrong; the other side may have gone."""
    receiver.close()
    try:
        for item in items:
            sender.send(item)
        sender.send(END)
    except FileError as error:
        sender.send(error)
    except BrokenPipeError:
        return


def _received(receiver: Connection) -> Any:
    try:
        item = receiver.recv()
    # Between two items, or within one.
    except (EOFError, OSError) as error:
        raise LostError("The reading of the file has ended early. Run the import again.") from error
    if isinstance(item, FileError):
        raise item
    return item
