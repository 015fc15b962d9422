"""A page that was made is kept as bytes, and given again until anything is committed.

It stands before Django, of which even the least answer costs more than a page from here. What it
may keep is HTTP's own rule for a cache that many share (RFC 9111): what is private, sets a cookie
or varies by a header outside the key is given once and forgotten.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from threading import Lock
from time import time
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.utils.http import parse_etags

from salaries.environ import STATE
from tpmguide.answer import Answer, Headers, as_bytes, from_bytes, may_be_kept, tagged
from tpmguide.commits import State
from tpmguide.languages import MOST_QUERY
from tpmguide.shelf import Shelf

# For each worker. A page with its table has some 12 kB, compressed.
MOST_BYTES = 32 * 2**20
# What an answer of no words takes with its key: the objects that hold them.
LEAST_BYTES = 4_000
# In the words of RFC 9211: given from here, and older than it may be.
STALE = ("Cache-Status", "tpmguide; hit; ttl=-1; detail=database-unreachable")
SECONDS_IN_DAY = 86_400
# The admin answers each editor differently; static files are in memory already, WhiteNoise's.
NEVER_KEPT = ("/admin/", "/static/")
# What asks for an answer of one's own.
PERSONAL = ("HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE")
# An answer may name or depend on any of these, so they are part of its key.
ADDRESS = (
    "wsgi.url_scheme",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_HOST",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_ORIGIN",
)
ACCEPTS_GZIP = re.compile(r"\bgzip\b")
CONTENT = ("content-length", "content-type", "content-encoding", "content-disposition")

Key = tuple[str | None, ...]


class PageCache:
    """A WSGI application that answers for another with what that one answered before."""

    def __init__(
        self,
        application: WSGIApplication,
        *,
        state: State,
        shelf: Shelf,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self.application, self.state, self.shelf = application, state, shelf
        self.most_bytes = most_bytes
        self.lock, self.bytes = Lock(), 0
        self.kept: dict[Key, Answer] = {}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = key_of(environ)
        if key is None:
            return self.application(environ, start_response)
        # Asked before the page is made, so that a commit meanwhile makes an old page of it.
        state = self.state()
        if state is None:
            return self._without_database(key, environ, start_response)
        if is_personal(environ):
            return self.application(environ, start_response)
        # A page may say how long ago something was.
        environ[STATE] = state = f"{state} {time() // SECONDS_IN_DAY}"
        answer = self.kept.get(key)
        if answer is None or answer.state != state:
            answer = self._made(environ, key, state)
        return given(answer, environ, start_response)

    def _without_database(
        self, key: Key, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Give what any worker kept, and say that it may be old; let the rest be answered."""
        shelved = self.shelf.get(name_of(key))
        old = from_bytes(shelved) if shelved else self.kept.get(key)
        if old is None:
            return self.application(environ, start_response)
        marked = replace(old, headers=(*old.headers, STALE))
        return given(marked, environ, start_response)

    def _made(self, environ: WSGIEnvironment, key: Key, state: str) -> Answer:
        whole = {name: value for name, value in environ.items() if name != "HTTP_IF_NONE_MATCH"}
        whole["REQUEST_METHOD"] = "GET"
        answer = asked(self.application, whole)
        if may_be_kept(answer):
            answer = replace(tagged(answer), state=state)
            self._keep(key, answer)
            self.shelf.put(name_of(key), as_bytes(answer))
        return answer

    def _keep(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and drop those that were kept first where there is no room."""
        with self.lock:
            if key in self.kept:
                self.bytes -= size(key, self.kept.pop(key))
            self.kept[key] = answer
            self.bytes += size(key, answer)
            while self.bytes > self.most_bytes:
                oldest = next(iter(self.kept))
                self.bytes -= size(oldest, self.kept.pop(oldest))


def size(key: Key, answer: Answer) -> int:
    """Return about how much memory a kept answer takes: small ones take more than their words."""
    words = (*filter(None, key), *chain.from_iterable(answer.headers), answer.body)
    return LEAST_BYTES + sum(map(len, words))


def key_of(environ: WSGIEnvironment) -> Key | None:
    """Return what an answer for all depends on; None where there is none at that address."""
    if (
        environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or environ["PATH_INFO"].startswith(NEVER_KEPT)
        or len(environ["QUERY_STRING"]) > MOST_QUERY
    ):
        return None
    accepted = ACCEPTS_GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", ""))
    return (accepted and accepted[0], *map(environ.get, ADDRESS))


def is_personal(environ: WSGIEnvironment) -> bool:
    return any(name in environ for name in PERSONAL)


def name_of(key: Key) -> bytes:
    return sha256(repr(key).encode()).digest()


def asked(application: WSGIApplication, environ: WSGIEnvironment) -> Answer:
    """Return the whole answer of the application."""
    started: list[tuple[str, Headers]] = []
    written: list[bytes] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], _: object = None, /
    ) -> Callable[[bytes], object]:
        started.append((status, tuple(headers)))
        return written.append

    parts = application(environ, start_response)
    try:
        body = b"".join((*written, *parts))
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return Answer(*started[-1], body)


def given(
    answer: Answer, environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Give the answer, its head alone to HEAD, or 304 to whoever has it already."""
    if_none_match = environ.get("HTTP_IF_NONE_MATCH", "")
    if answer.etag and if_none_match and is_known(answer.etag, if_none_match):
        headers = [pair for pair in answer.headers if pair[0].lower() not in CONTENT]
        start_response("304 Not Modified", headers)
        return []
    start_response(answer.status, list(answer.headers))
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]


def is_known(etag: str, if_none_match: str) -> bool:
    """Whether one of the tags is this one, by the weak comparison that RFC 9110 asks for."""
    tags = [tag.removeprefix("W/") for tag in parse_etags(if_none_match)]
    return "*" in tags or etag.removeprefix("W/") in tags
