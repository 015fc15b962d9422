"""Servers beside each other, and the processor time that each takes for a request."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from threading import Thread

import pytest
from django.conf import settings

from tests.benchmarks.saying import say
from tests.browser.server import environment
from tests.ports import free_port

ROUNDS = 7


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """One process that answers on a port of its own."""

    port: int
    worker: int

    def get(self, path: str, **headers: str) -> Reply:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers=headers)
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        return Reply(reply.status, dict(reply.getheaders()), body)

    def processor_seconds(self) -> float:
        """Return what the worker has had of the processor; Linux counts it in nanoseconds."""
        threads = Path(f"/proc/{self.worker}/task").glob("*/schedstat")
        return sum(int(spent.read_text().split()[0]) for spent in threads) / 1e9


@contextmanager
def under_gunicorn(application: str, data_dir: Path, **more: str) -> Iterator[Server]:
    """Serve a WSGI application with one worker, as `make serve` serves the site."""
    port = free_port()
    command = ["gunicorn", application, "--config", "python:tpmguide.serving"]
    command += ["--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=settings.BASE_DIR,
        env=environment(data_dir, API_RATE="", **more),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Server(port, int(line_of(process, "Booting worker with pid").rpartition(" ")[2]))
        finally:
            process.terminate()


def line_of(process: "subprocess.Popen[str]", wanted: str) -> str:
    """Return the first line in which a server says what is wanted; the rest is read by nobody."""
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if wanted in line:
            # What is not read would fill the pipe, and then the server waits.
            Thread(target=process.stderr.read, daemon=True).start()
            return line
    return pytest.fail(f"no server: {''.join(said)}")


@dataclass(frozen=True, slots=True)
class Side:
    """What is measured: so many calls, which the server answers; a call has a number."""

    server: Server
    call: Callable[[int], object]
    calls: int


def seconds_for_each(sides: Mapping[str, Side]) -> dict[str, list[float]]:
    """Return the processor seconds of a call, a number for each round; all take turns."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(ROUNDS):
        for name, side in sides.items():
            before = side.server.processor_seconds()
            for call in range(side.calls):
                side.call(number * side.calls + call)
            taken[name].append((side.server.processor_seconds() - before) / side.calls)
    return taken


def ratio(taken: Mapping[str, list[float]], one: str, to: str) -> float:
    """Return how many times as long one side takes as another: the median of the rounds."""
    found = median(a / b for a, b in zip(taken[one], taken[to], strict=True))
    ours, theirs = (1e3 * median(taken[name]) for name in (one, to))
    say(f"{one} {ours:.2f} ms, {to} {theirs:.2f} ms: {found:.2f} times")
    return found
