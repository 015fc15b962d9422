"""Twenty thousand hostile queries over HTTP, with a million rows: none fails, none takes long.

`make hostile` alone runs it, for it takes many minutes. HOSTILE asks another number of them.
"""

import json
import os
from collections import Counter
from heapq import nlargest
from time import perf_counter

import pytest

from tests.benchmarks.saying import say
from tests.benchmarks.servers import Server
from tests.hostile.queries import API, Words, requests
from tests.hostile.revealed import Revealed

COUNT = int(os.environ.get("HOSTILE", "20000"))
# Of the processor, for a machine with nothing else to do.
MOST_SECONDS = 0.25
# Of the slowest, to see what they have in common.
SHOWN = 5


@pytest.fixture
def words(db: None) -> Words:
    del db
    return Words.of_the_site()


def test_no_hostile_query_fails_takes_long_or_reveals_anybody(site: Server, words: Words) -> None:
    revealed, statuses = Revealed(), Counter[int]()
    taken: list[tuple[float, float, str]] = []

    for address in requests(COUNT, words=words):
        before, began = site.processor_seconds(), perf_counter()
        reply = site.get(address)
        waited = perf_counter() - began
        taken.append((site.processor_seconds() - before, waited, address))
        statuses[reply.status] += 1
        if address.startswith(API) and reply.status == 200:
            revealed.read(json.loads(reply.body))

    slowest, _, address = max(taken)
    longest = max(waited for _, waited, _ in taken)
    say(f"{COUNT} hostile queries: {dict(statuses)}; {len(revealed.samples)} slices shown")
    say(f"slowest {1e3 * slowest:.0f} ms of the processor, {1e3 * longest:.0f} ms waited for")
    for seconds, _, asked in nlargest(SHOWN, taken):
        say(f"{1e3 * seconds:.0f} ms: {asked[:120]}")
    assert set(statuses) <= {200, 302, 400, 414}
    assert (revealed.faults, revealed.small_differences()) == ([], [])
    assert slowest < MOST_SECONDS, address
