"""The promised speed of an import: beside bulk_create, and at a million rows."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.filings import write_file
from tests.benchmarks.saying import say
from tests.observations.site import Site, filled_site

LEAST = 8
MOST_MEGABYTES = 450
ROUNDS = 5
# Each way takes a part of the file that keeps it busy for about as long.
FEW, MANY, MILLION = 20_000, 200_000, 1_000_000
# Seconds between two looks at the memory.
EVERY = 0.05
WORKER = (sys.executable, "-m", "tests.benchmarks.importer")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Give each test a database of its own: a server tidies up for a while after many rows."""
    with filled_site(tmp_path) as site:
        yield site


def test_an_import_is_eight_times_as_fast_as_bulk_create(site: Site, tmp_path: Path) -> None:
    few, many = (write_file(tmp_path / f"{rows}.csv", rows) for rows in (FEW, MANY))

    created, imported = [], []
    for number in range(ROUNDS):
        created.append(FEW / seconds(site, "bulk_create", few, f"created-{number}"))
        imported.append(MANY / seconds(site, "import", many, f"imported-{number}"))

    slow, fast = median(created), median(imported)
    say(f"import {fast:,.0f} rows/s, bulk_create {slow:,.0f}: {fast / slow:.1f} times as fast")
    assert fast / slow >= LEAST


def test_a_million_rows_take_little_memory(site: Site, tmp_path: Path) -> None:
    path = write_file(tmp_path / "million.csv", MILLION)

    imported = seconds(site, "import", path, "million")
    snapshot = seconds(site, "snapshot", tmp_path, "million")
    peak = peak_of(site, "import", path, "again") / 1e6

    say(f"a million rows: {MILLION / imported:,.0f} rows/s, peak {peak:.0f} MB")
    say(f"their snapshot: {snapshot:.1f} s")
    assert peak < MOST_MEGABYTES


@contextmanager
def worker(site: Site, way: str, path: Path, slug: str) -> Iterator["subprocess.Popen[str]"]:
    """Start a process that does it, and see that it succeeds."""
    with subprocess.Popen(
        (*WORKER, way, str(path), slug),
        env={**os.environ, **site.environment, "DJANGO_SETTINGS_MODULE": "tpmguide.settings"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
    assert process.returncode == 0


def seconds(site: Site, way: str, path: Path, slug: str) -> float:
    """Return how long it took, as the process itself says."""
    with worker(site, way, path, slug) as process:
        assert process.stdout is not None
        taken: float = json.load(process.stdout)["seconds"]
        return taken


def peak_of(site: Site, way: str, path: Path, slug: str) -> int:
    """Return the most memory in bytes that the process and those it started have had.

    What they share counts once.
    """
    peak = 0
    with worker(site, way, path, slug) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(resident, family(process.pid))))
            with suppress(subprocess.TimeoutExpired):
                process.wait(EVERY)
    return peak


def family(number: int) -> list[int]:
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [number, *map(int, children.split())]


def resident(number: int) -> int:
    """Return the bytes of a process, its part of what it shares; none where it has just ended."""
    try:
        said = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return sum(int(size) << 10 for size in re.findall(r"^Pss:\s+(\d+) kB$", said, re.MULTILINE))
