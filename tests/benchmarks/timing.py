"""Times taken side by side, so that a busy machine slows both sides alike."""

import gc
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter

from salaries.engine.query import Query
from tests.benchmarks.peers import Answer, Edges, Peer

ROUNDS = 5


def seconds(
    peers: Mapping[str, Peer],
    queries: Sequence[Query],
    edges: Sequence[Edges],
    clock: Callable[[], float] = perf_counter,
) -> dict[str, list[float]]:
    """Return the median time of each peer for each query, over rounds that take all in turn.

    With `process_time` as the clock it is the time of all processors that a peer takes at once.
    """
    taken: dict[str, list[list[float]]] = {name: [[] for _ in queries] for name in peers}
    gc.collect()
    for _ in range(ROUNDS):
        for place, (query, bins) in enumerate(zip(queries, edges, strict=True)):
            for name, peer in peers.items():
                began = clock()
                peer.answer(query, bins)
                taken[name][place].append(clock() - began)
    return {name: [median(rounds) for rounds in times] for name, times in taken.items()}


def are_equal(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same, to fifteen digits of each percentile."""
    return (
        one.bins == other.bins
        and one.levels.keys() == other.levels.keys()
        and all(_are_near(one.levels[name], other.levels[name]) for name in one.levels)
    )


def _are_near(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) <= 1e-14 * abs(a) for a, b in zip(one, other, strict=True)
    )
