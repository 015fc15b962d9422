"""What must hold before the site is served, and how its server is asked to run."""

import fcntl
import hashlib
import socket
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from salaries import garbage
from tpmguide import shelf

HIGHEST_PORT = 65_535
MOST_WORKERS = 64
MOST_DIGITS = 20
# A worker is replaced after so many requests, give or take, so that no slow leak lasts.
REQUESTS_PER_WORKER = 10_000
REQUESTS_JITTER = 1_000
# Gunicorn loses a stop signal that reaches a worker just forked, and then waits as long as this
# before it kills the worker. No page takes a tenth of it.
GRACE_SECONDS = 10
PATH_HEADER = "X-LOGGED-PATH"
# No query string and no referrer: a visitor's own pay may stand in either.
ACCESS_LOG_FORMAT = f'%(h)s %(t)s "%(m)s %({{{PATH_HEADER}}}i)s %(H)s" %(s)s %(b)s %(M)sms'


# Gunicorn reads this name too. By itself it answers a request line over 4,094 bytes with a bare
# 414, where the site would answer 400 and name the field whose value is too long.
limit_request_line = 16_384


class NotReadyError(Exception):
    """The site cannot be served yet; the message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


class GunicornRequest(Protocol):
    path: str
    headers: list[tuple[str, str]]


def on_starting(_arbiter: object) -> None:
    """Do what must be done before a worker is forked; Gunicorn calls this by name."""
    # Gunicorn puts a cap of 8,190 bytes on the limit above.
    vars(import_module("gunicorn.http.message"))["MAX_REQUEST_LINE"] = limit_request_line
    shelf.shared()


def post_worker_init(_worker: object) -> None:
    """Spare visitors the search of what the worker keeps; Gunicorn calls this by name."""
    garbage.set_aside_what_is_kept()


def pre_request(_worker: object, request: GunicornRequest) -> None:
    """Note the path as it was sent, for the access log: decoded, it could forge a line.

    Gunicorn calls this by its name, since its command names this module as configuration.
    """
    request.headers.append((PATH_HEADER, request.path))


def whole_number(name: str, text: str, *, highest: int) -> int:
    """Return the number that an environment variable holds, between 1 and the highest."""
    # Python refuses to read a number of thousands of digits, and nobody wants to read it.
    is_short = len(text) <= MOST_DIGITS
    if is_short and text.isascii() and text.isdigit() and 1 <= int(text) <= highest:
        return int(text)
    shown = repr(text) if is_short else f"{text[:MOST_DIGITS]!r} and more"
    raise NotReadyError(f"{name} is {shown}, not a whole number from 1 to {highest}.")


def chosen_address(environ: Mapping[str, str]) -> Address:
    port = whole_number("PORT", environ.get("PORT", "8000"), highest=HIGHEST_PORT)
    return Address(environ.get("HOST", "127.0.0.1"), port)


def chosen_workers(environ: Mapping[str, str]) -> int:
    return whole_number(
        "WEB_CONCURRENCY", environ.get("WEB_CONCURRENCY", "2"), highest=MOST_WORKERS
    )


def check_folder_is_writable(folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise NotReadyError(
            f"The data folder {folder} cannot be written to ({error.strerror}). "
            "Set DATA_DIR to a folder that can."
        ) from error


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until no other start prepares the site in this folder, and let none begin until the end.

    The lock goes with its file, which the server that this process becomes does not inherit.
    """
    with (folder / "prepare.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def check_address_is_free(address: Address) -> None:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        with socket.socket(family) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((address.host, address.port))
    except OSError as error:
        raise NotReadyError(
            f"The site cannot listen on {address} ({error.strerror}). "
            "Set PORT to a free port, for example PORT=8001."
        ) from error


def fingerprint(files: Iterable[tuple[str, Path]], *, versions: Iterable[str]) -> str:
    """Return a digest that changes with any file's name or bytes, and with any version."""
    digest = hashlib.sha256("\n".join(versions).encode())
    for name, path in sorted(files):
        digest.update(f"\n{name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()


def gunicorn_command(address: Address, *, workers: int) -> list[str]:
    """Return the server's command line, to be run in the folder of manage.py."""
    return [
        *(sys.executable, "-m", "gunicorn", "tpmguide.wsgi:application"),
        *("--config", f"python:{__name__}", "--bind", str(address), "--workers", str(workers)),
        *("--max-requests", str(REQUESTS_PER_WORKER)),
        *("--max-requests-jitter", str(REQUESTS_JITTER)),
        *("--graceful-timeout", str(GRACE_SECONDS)),
        *("--access-logfile", "-", "--access-logformat", ACCESS_LOG_FORMAT),
        "--no-control-socket",
    ]
