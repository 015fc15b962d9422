"""A whole answer of the site, and whether it may be given again."""

import gzip
import json
import re
from dataclasses import dataclass, replace
from hashlib import sha256

# The headers by which answers in the cache may differ; both are in the key.
VARYING = {"origin", "accept-encoding"}
UNSHARED = re.compile(r"\b(private|no-store)\b")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application answered; one with an ETag may be kept, and is of that state."""

    status: str
    headers: Headers
    body: bytes
    etag: str = ""
    state: str = ""

    def header(self, name: str) -> str:
        return next((value for given, value in self.headers if given.lower() == name), "")


def may_be_kept(answer: Answer) -> bool:
    varies = {name.strip().lower() for name in answer.header("vary").split(",") if name.strip()}
    return (
        answer.status.startswith("200 ")
        and not answer.header("set-cookie")
        and not UNSHARED.search(answer.header("cache-control"))
        and varies <= VARYING
    )


def tagged(answer: Answer) -> Answer:
    """Return the answer with an ETag, of what is said rather than of how it was compressed."""
    if etag := answer.header("etag"):
        return replace(answer, etag=etag)
    is_packed = answer.header("content-encoding") == "gzip"
    said = gzip.decompress(answer.body) if is_packed else answer.body
    etag = f'W/"{sha256(said).hexdigest()[:32]}"'
    return replace(answer, etag=etag, headers=(*answer.headers, ("ETag", etag)))


def as_bytes(answer: Answer) -> bytes:
    """Return the answer as another process can read it: its head on one line, then its body."""
    head = json.dumps([answer.status, answer.headers, answer.etag])
    return head.encode() + b"\n" + answer.body


def from_bytes(written: bytes) -> Answer:
    head, _, body = written.partition(b"\n")
    status, headers, etag = json.loads(head)
    return Answer(status, tuple((name, value) for name, value in headers), body, etag)
