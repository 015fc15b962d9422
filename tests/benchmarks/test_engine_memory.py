"""The promised memory: two workers share a release, and pandas stays out of them."""

import re
import sys
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.benchmarks.saying import say
from tests.engine.asking import VALUES
from tests.engine.rows import NAME, snapshot_of, synthetic

MOST = 0.25
WORKER = [sys.executable, "-m", "tests.benchmarks.worker"]


def test_two_workers_take_a_quarter_of_what_they_take_with_pandas(tmp_path: Path) -> None:
    if not Path("/proc/self/smaps_rollup").exists():
        pytest.skip("Only Linux says how much memory is shared.")
    frame = synthetic(1_000_000)
    snapshot_of(frame, tmp_path)
    save(frame, tmp_path / f"{NAME}.npz")

    ways = ("engine", "pandas", "lean pandas")
    engine, pandas, lean = (memory_of_two(way, tmp_path) for way in ways)

    say(
        f"two workers: engine {engine >> 20} MB, pandas {pandas >> 20} MB: {engine / pandas:.2f} "
        f"(without keys {lean >> 20} MB: {engine / lean:.2f})"
    )
    assert engine / pandas <= MOST


def save(frame: pd.DataFrame, path: Path) -> None:
    codes = {name: frame[name].cat.codes.to_numpy() for name in VALUES}
    numbers = {name: frame[name].to_numpy() for name in ("year", "pay")}
    # Not the arrays' own type, because savez has flags among its keywords.
    arrays: dict[str, Any] = {**codes, **numbers}
    np.savez(path, **arrays)


def memory_of_two(way: str, folder: Path) -> int:
    """Return the bytes of two workers, what they share counted once."""
    command = [*WORKER, way, str(folder), NAME]
    with ExitStack() as stack:
        workers = [
            stack.enter_context(Popen(command, stdin=PIPE, stdout=PIPE, text=True))
            for _ in range(2)
        ]
        for worker in workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
        return sum(proportional_bytes(worker.pid) for worker in workers)


def proportional_bytes(pid: int) -> int:
    """Return the memory of a process; of a page that two have, a half belongs to each."""
    found = re.search(
        r"^Pss: +([0-9]+) kB$", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE
    )
    assert found is not None
    return int(found[1]) * 1024
