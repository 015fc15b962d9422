"""The real command with the real server."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from threading import Event, Semaphore

import pytest
from django.conf import settings

from tests.ports import free_port

# What the log says of a worker, before its number.
BEGINS, ENDS = "Booting worker with pid: ", "Worker exiting (pid: "
VISITORS = 4


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """Return a data folder with a small chart library, which is soon compressed."""
    library = tmp_path / settings.CHART_LIBRARY_DIR.relative_to(settings.DATA_DIR)
    library.mkdir(parents=True)
    (library / "plotly-basic.min.js").write_text("draw()")
    return tmp_path


def started(data_folder: Path, *, port: int) -> subprocess.Popen[str]:
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "DATA_DIR": str(data_folder),
        "PORT": str(port),
    }
    return subprocess.Popen(
        ["/usr/bin/env", "python", "manage.py", "serve"],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def lines_until(wanted: str, lines: Iterable[str]) -> list[str]:
    """Return the lines up to the first that holds what is wanted, or all of them."""
    said = []
    for line in lines:
        said.append(line)
        if wanted in line:
            break
    return said


def answer_of(path: str, *, port: int) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_the_real_command_serves_until_it_is_told_to_stop(data_folder: Path) -> None:
    paths = ["/healthz?pay=2200000", "/a%0Aforged", long_level(10_000), long_level(20_000)]

    with started(data_folder, port=(port := free_port())) as server:
        said = lines_until("Listening at", server.stdout or [])
        answers = [answer_of(path, port=port) for path in paths] if server.poll() is None else []
        server.terminate()
        rest, _ = server.communicate(timeout=30)

    assert [status for status, _ in answers] == [200, 404, 400, 414], "".join(said)
    assert "level" in answers[2][1]
    assert f"The site is at http://127.0.0.1:{port}/ (Ctrl-C stops it).\n" in said
    assert '"GET /healthz HTTP/1.1" 200' in rest
    assert '"GET /a%0Aforged HTTP/1.1" 404' in rest
    assert "2200000" not in rest
    assert server.returncode == 0


def long_level(characters: int) -> str:
    return f"/salaries/?level={'x' * characters}"


def test_two_first_starts_at_once_end_well(data_folder: Path) -> None:
    ports = (free_port(), free_port())

    servers = [started(data_folder, port=port) for port in ports]
    said = ["".join(lines_until("Listening at", server.stdout or [])) for server in servers]
    for server in servers:
        server.terminate()
        server.communicate(timeout=30)

    assert ["Listening at" in lines for lines in said] == [True, True], "\n".join(said)
    assert sorted(" 0 new" in lines for lines in said) == [False, True]
    assert sorted("Collected" in lines for lines in said) == [False, True]


def test_a_commit_is_seen_at_once_by_every_worker(data_folder: Path) -> None:
    with started(data_folder, port=(port := free_port())) as server:
        lines_until("Listening at", server.stdout or [])
        before = titles(port=port)
        with sqlite3.connect(data_folder / "tpmguide.sqlite3") as database:
            database.execute("UPDATE roles_role SET name = 'Edited' || name")
        after = titles(port=port)
        server.terminate()
        server.communicate(timeout=30)

    assert before == {"Technical Product Manager"}
    assert after == {"EditedTechnical Product Manager"}


def titles(*, port: int) -> set[str]:
    """Return what the heading of a page is, in more answers than there are workers."""
    pages = [answer_of("/roles/technical-product-manager/", port=port)[1] for _ in range(12)]
    return {page.partition("<h1>")[2].partition("</h1>")[0].strip() for page in pages}


def test_no_visitor_loses_a_page_while_every_worker_is_replaced(data_folder: Path) -> None:
    with started(data_folder, port=(port := free_port())) as server:
        workers = {worker_that(BEGINS, server), worker_that(BEGINS, server)}
        with visited(port) as answers:
            server.send_signal(signal.SIGHUP)
            gone = {worker_that(ENDS, server), worker_that(ENDS, server)}
        server.terminate()
        server.communicate(timeout=30)

    assert gone == workers
    assert set(answers) == {"200"}


def test_a_worker_that_is_killed_takes_one_page_with_it_at_most(data_folder: Path) -> None:
    with started(data_folder, port=(port := free_port())) as server:
        workers = {worker_that(BEGINS, server), worker_that(BEGINS, server)}
        with visited(port) as answers:
            os.kill(min(workers), signal.SIGKILL)
            another = worker_that(BEGINS, server)
        server.terminate()
        server.communicate(timeout=30)

    assert another not in workers
    assert sum(answer != "200" for answer in answers) <= 1, answers


def test_without_its_database_the_site_shows_what_was_seen_until_the_file_is_back(
    data_folder: Path,
) -> None:
    file, away = data_folder / "tpmguide.sqlite3", data_folder / "away.sqlite3"
    with started(data_folder, port=(port := free_port())) as server:
        lines_until("Listening at", server.stdout or [])
        seen, _ = answer_of("/roles/", port=port)
        # As a replaced worker meets it: one that holds the file open reads on.
        file.rename(away)
        server.send_signal(signal.SIGHUP)
        _ = worker_that(ENDS, server), worker_that(ENDS, server)
        during = {path: statuses(path, port=port) for path in ("/roles/", "/healthz")}
        unseen, _ = answer_of("/faq/", port=port)
        was_made = file.exists()
        away.rename(file)
        after = {path: statuses(path, port=port) for path in ("/roles/", "/healthz")}
        server.terminate()
        server.communicate(timeout=30)

    assert (seen, unseen) == (200, 503)
    assert during == {"/roles/": {200}, "/healthz": {503}}
    assert not was_made
    assert after == {"/roles/": {200}, "/healthz": {200}}


def statuses(path: str, *, port: int) -> set[int]:
    """Return the statuses of more answers than there are workers.

    No more, because the log of each failure is long, and the server waits where nobody reads it.
    """
    return {answer_of(path, port=port)[0] for _ in range(4)}


def worker_that(does: str, server: subprocess.Popen[str]) -> int:
    """Return the number of the next worker of which the log says this."""
    line = lines_until(does, server.stdout or [])[-1]
    return int(re.sub(r"\D", "", line.partition(does)[2]))


@contextmanager
def visited(port: int) -> Iterator[list[str]]:
    """Have pages asked for all the while, each of which must be made; give what became of them."""
    answers: list[str] = []
    numbers, answered, is_over = count(), Semaphore(0), Event()

    def visit() -> None:
        while not is_over.is_set():
            answers.append(page_made(next(numbers), port=port))
            answered.release()

    with ThreadPoolExecutor(VISITORS) as pool:
        visits = [pool.submit(visit) for _ in range(VISITORS)]
        # After so many answers every worker is in the midst of a page.
        for _ in range(5 * VISITORS):
            answered.acquire()
        try:
            yield answers
        finally:
            is_over.set()
    for one in visits:
        one.result()


def page_made(number: int, *, port: int) -> str:
    """Return the status of a page that nobody has asked for before, or how it was lost."""
    try:
        return str(answer_of(f"/salaries/?level=mid&number={number}", port=port)[0])
    except (OSError, HTTPException) as lost:
        return repr(lost)
