"""Datasette, which answers questions in SQL over HTTP, with the rows of a snapshot."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pandas as pd
import pytest
from django.conf import settings
from numpy.typing import NDArray

from salaries.engine.snapshot import Part, Snapshot, Values
from tests.benchmarks.servers import Server, line_of
from tests.ports import free_port

VERSION = "0.65.5"
FACETS = ("source", "role", "country", "level", "size")
QUANTILES = {"p10": 0.1, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p90": 0.9}
WHERE = " and ".join(f"{facet} = :{facet}" for facet in FACETS)
# A linear percentile weighs the two rows beside its rank.
WEIGHED = ", ".join(
    f"sum(pay * max(0, 1 - abs(rank - {q} * (n - 1)))) as {name}" for name, q in QUANTILES.items()
)
ORDER = "row_number() over (order by pay) - 1 as rank, count(*) over () as n"
INSIDE = ["(select pay,", ORDER, "from rows where", WHERE, ")"]
QUESTION = " ".join(["select n,", WEIGHED, "from", *INSIDE])


def installed() -> Path:
    """Return the program, from an environment of its own; skip where it cannot be had."""
    folder = settings.BASE_DIR / "var" / "tools" / f"datasette-{VERSION}"
    program = folder / "bin" / "datasette"
    if not program.exists():
        install = [folder / "bin" / "pip", "install", "--quiet", f"datasette=={VERSION}"]
        for command in ([sys.executable, "-m", "venv", str(folder)], list(map(str, install))):
            if subprocess.run(command, check=False, capture_output=True).returncode:
                pytest.skip(f"Datasette {VERSION} cannot be installed.")
    return program


def write(snapshot: Snapshot, file: Path) -> None:
    """Write the rows of a snapshot into a database, with the index that the question wants."""
    frame = pd.concat(map(_rows_of, snapshot.parts.values()))
    with sqlite3.connect(file) as database:
        frame.to_sql("rows", database, index=False)
        database.execute(f"create index slice on rows ({', '.join(FACETS)}, pay)")
        database.execute("analyze")


def _rows_of(part: Part) -> pd.DataFrame:
    columns = {facet: _column(part.facets[facet], len(part.pay)) for facet in FACETS}
    return pd.DataFrame({**columns, "pay": part.pay})


def _column(values: Values, rows: int) -> NDArray[np.str_]:
    bits = np.unpackbits(values.bitmaps[1:].view(np.uint8), axis=1, count=rows, bitorder="little")
    names: NDArray[np.str_] = np.array(list(values.lines))[bits.argmax(axis=0)]
    return names


@contextmanager
def serving(file: Path) -> Iterator[Server]:
    port = free_port()
    options = ["--port", str(port), "--setting", "sql_time_limit_ms", "10000"]
    with subprocess.Popen(
        [str(installed()), "serve", str(file), *options],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            line_of(process, "Uvicorn running")
            yield Server(port, process.pid)
        finally:
            process.terminate()


def answer(server: Server, asked: dict[str, str]) -> dict[str, float]:
    query = urlencode({"sql": QUESTION, "_shape": "objects", **asked})
    (row,) = json.loads(server.get(f"/rows.json?{query}").body)["rows"]
    found: dict[str, float] = row
    return found
