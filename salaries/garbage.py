"""When Python looks for garbage."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

# Python looks among the newest objects, the next and the oldest, which are all.
OLDEST = 2


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep what looks for cycles from millions of cells, which have none: it takes as long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def set_aside_what_is_kept() -> None:
    """Keep what this process has loaded, and later what it keeps, out of every search.

    Nearly all of it stays, and to go through it takes a fifth of a second, which some visitor
    waits for.
    """
    gc.collect()
    gc.freeze()
    gc.callbacks.append(after_search)


def after_search(phase: str, about: Mapping[str, int]) -> None:
    """Set aside what a search of everything has found in use.

    It is freed without a search when nothing names it any more, all but what names itself in a
    circle; for that look_everywhere is there.
    """
    if phase == "stop" and about["generation"] == OLDEST:
        gc.freeze()


def look_everywhere() -> None:
    """Let the next search of everything go through what was set aside too."""
    gc.unfreeze()
