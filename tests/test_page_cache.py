"""A page is given again where it is the same page for everybody, and nowhere else."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from django.test import Client

from salaries.environ import STATE
from tpmguide.answer import Answer, may_be_kept
from tpmguide.languages import MOST_QUERY
from tpmguide.page_cache import LEAST_BYTES, PageCache
from tpmguide.shelf import Shelf

PAGE = {"Content-Type": "text/html", "Vary": "Accept-Encoding, origin"}
# Of small pages at short addresses.
ROOM_FOR_TWO = 2 * LEAST_BYTES + 1_000


class Application:
    """Answers with a number that is another each time, and closes what it has answered."""

    def __init__(self) -> None:
        self.status, self.headers, self.made, self.closed = "200 OK", dict(PAGE), 0, 0
        self.states: list[str | None] = []

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> "Application":
        self.made += 1
        self.states.append(environ.get(STATE))
        start_response(self.status, list(self.headers.items()))
        return self

    def __iter__(self) -> Iterator[bytes]:
        yield from (b"page ", str(self.made).encode())

    def close(self) -> None:
        self.closed += 1


class Site:
    """An application behind its cache, and a database whose state a test sets."""

    def __init__(self, *, most_bytes: int = 100_000, shelf: Shelf | None = None) -> None:
        self.application = Application()
        self.state: str | None = "1"
        self.cache = PageCache(
            self.application,
            state=lambda: self.state,
            shelf=shelf or Shelf(),
            most_bytes=most_bytes,
        )

    def get(self, path: str = "/", query: str = "", **environ: str) -> bytes:
        return self.answer(path, query, **environ)[2]

    def answer(
        self, path: str = "/", query: str = "", **environ: str
    ) -> tuple[str, Mapping[str, str], bytes]:
        asked = {"REQUEST_METHOD": "GET", "wsgi.url_scheme": "http", "HTTP_HOST": "guide.example"}
        address = {"PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": ""}
        started: list[tuple[str, Mapping[str, str]]] = []

        def start_response(
            status: str, headers: list[tuple[str, str]], _: object = None, /
        ) -> Callable[[bytes], object]:
            started.append((status, dict(headers)))
            return print

        parts = self.cache({**asked, **address, **environ}, start_response)
        return (*started[-1], b"".join(parts))


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_page_is_made_once(site: Site) -> None:
    assert [site.get(), site.get()] == [b"page 1", b"page 1"]
    assert site.application.closed == 1


def test_a_commit_makes_every_page_an_old_one(site: Site) -> None:
    before = [site.get("/a"), site.get("/b")]
    site.state = "2"

    assert [site.get("/a"), site.get("/b")] == [b"page 3", b"page 4"]
    assert before == [b"page 1", b"page 2"]


def test_what_makes_a_page_is_told_the_state_of_the_database(site: Site) -> None:
    site.get("/a")
    site.get("/b")
    site.state = "2"
    site.get("/a")
    site.state = None
    site.get("/c")

    first, second, third, without = site.application.states
    assert None not in (first, third)
    assert first == second != third
    assert without is None


def test_a_commit_while_a_page_is_made_makes_it_an_old_one(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = iter(["before", "after", "after"])
    monkeypatch.setattr(site.cache, "state", lambda: next(states))

    assert [site.get(), site.get(), site.get()] == [b"page 1", b"page 2", b"page 2"]


def test_a_new_day_makes_every_page_an_old_one(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [86_399.0]
    monkeypatch.setattr("tpmguide.page_cache.time", lambda: now[0])
    before = site.get()
    now[0] += 1

    assert (before, site.get()) == (b"page 1", b"page 2")


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/hi/"},
        {"query": "level=senior"},
        {"query": "release=2026-11"},
        {"HTTP_HOST": "other.example"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"SCRIPT_NAME": "/below"},
        {"HTTP_ORIGIN": "https://other.example"},
        {"HTTP_ACCEPT_ENCODING": "br, gzip"},
    ],
    ids=str,
)
def test_one_page_never_stands_for_another(site: Site, other: dict[str, str]) -> None:
    assert [site.get(), site.get(**other), site.get()] == [b"page 1", b"page 2", b"page 1"]


@pytest.mark.parametrize(
    "asked",
    [
        {"HTTP_COOKIE": "sessionid=1"},
        {"HTTP_AUTHORIZATION": "Basic eA=="},
        {"HTTP_RANGE": "bytes=0-1"},
        {"REQUEST_METHOD": "POST"},
        {"path": "/admin/roles/"},
        {"path": "/static/css/base.css"},
        {"query": "x" * (MOST_QUERY + 1)},
    ],
    ids=lambda asked: next(iter(asked)),
)
def test_an_answer_of_ones_own_is_neither_kept_nor_given_from_what_was(
    site: Site, asked: dict[str, str]
) -> None:
    public = {name: asked[name] for name in ("path", "query") if name in asked}
    site.get(**public)

    assert [site.get(**asked), site.get(**asked)] == [b"page 2", b"page 3"]


@pytest.mark.parametrize(
    "header",
    [
        {"Set-Cookie": "csrftoken=1"},
        {"Vary": "Cookie"},
        {"Vary": "Accept-Encoding, HX-Request"},
        {"Vary": "*"},
        {"Cache-Control": "private"},
        {"Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private"},
        {"Cache-Control": "no-store"},
    ],
    ids=str,
)
def test_what_a_shared_cache_may_not_keep_is_given_once(site: Site, header: dict[str, str]) -> None:
    site.application.headers |= header

    assert [site.get(), site.get()] == [b"page 1", b"page 2"]


@pytest.mark.parametrize("status", ["302 Found", "400 Bad Request", "404 Not Found", "500 Oh"])
def test_only_a_page_is_kept(site: Site, status: str) -> None:
    site.application.status = status

    assert [site.answer()[0], site.get()] == [status, b"page 2"]


def test_whoever_has_the_page_is_told_that_it_is_the_same(site: Site) -> None:
    etag = site.answer()[1]["ETag"]

    for known in (etag, f'"x", {etag.removeprefix("W/")}', "*"):
        status, headers, body = site.answer(HTTP_IF_NONE_MATCH=known)
        assert (status, body) == ("304 Not Modified", b"")
        assert headers == {"Vary": PAGE["Vary"], "ETag": etag}
    assert site.answer(HTTP_IF_NONE_MATCH='"another"')[0] == "200 OK"


@pytest.mark.parametrize("methods", [("GET", "HEAD"), ("HEAD", "GET"), ("HEAD", "HEAD")])
def test_a_head_is_that_of_the_page_whichever_is_asked_first(
    site: Site, methods: tuple[str, str]
) -> None:
    answers = [site.answer(REQUEST_METHOD=method) for method in methods]

    (status, headers, _), other = answers[0], answers[1]
    assert other[:2] == (status, headers)
    assert "ETag" in headers
    bodies = {"GET": b"page 1", "HEAD": b""}
    assert [body for *_, body in answers] == [bodies[method] for method in methods]


def test_a_head_of_what_is_not_kept_has_no_body_either(site: Site) -> None:
    site.application.status = "404 Not Found"

    assert site.answer(REQUEST_METHOD="HEAD") == ("404 Not Found", PAGE, b"")


def test_whoever_has_an_old_page_gets_the_new_one(site: Site) -> None:
    etag = site.answer()[1]["ETag"]
    site.state = "2"

    assert site.answer(HTTP_IF_NONE_MATCH=etag)[0::2] == ("200 OK", b"page 2")


def test_the_tag_that_an_answer_brings_is_kept(site: Site) -> None:
    site.application.headers["ETag"] = '"of its own"'

    assert site.answer()[1]["ETag"] == '"of its own"'
    assert site.answer(HTTP_IF_NONE_MATCH='W/"of its own"')[0] == "304 Not Modified"


def test_the_tag_is_of_what_is_said_however_it_is_compressed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = site.answer()[1]["ETag"]
    site.application.headers["Content-Encoding"] = "gzip"
    packed = iter([gzip.compress(b"page 1", mtime=at) for at in (1, 2)])
    monkeypatch.setattr(Application, "__iter__", lambda _: iter([next(packed)]))
    tags = {site.answer(path, HTTP_ACCEPT_ENCODING="gzip")[1]["ETag"] for path in ("/a", "/b")}

    assert tags == {plain}


def test_the_page_that_was_kept_first_makes_room() -> None:
    site = Site(most_bytes=ROOM_FOR_TWO)
    for path in ("/a", "/b", "/c"):
        site.get(path)

    assert [site.get(path) for path in ("/b", "/c", "/a")] == [b"page 2", b"page 3", b"page 4"]


def test_the_words_of_an_address_take_room_too() -> None:
    site = Site(most_bytes=ROOM_FOR_TWO)
    for letter in "abc":
        site.get(query=letter * 1_000)

    assert len(site.cache.kept) == 1
    assert site.cache.bytes <= ROOM_FOR_TWO


def test_without_a_database_what_was_kept_is_given_and_marked_as_old(site: Site) -> None:
    site.get("/kept")
    site.state = None

    status, headers, body = site.answer("/kept")

    assert (status, body) == ("200 OK", b"page 1")
    assert headers["Cache-Status"].startswith("tpmguide; hit; ttl=-1")
    assert [site.get("/other"), site.get("/other")] == [b"page 2", b"page 3"]


def test_without_a_database_what_another_worker_made_last_is_given() -> None:
    shelf = Shelf()
    site, other, new = (Site(shelf=shelf) for _ in range(3))
    site.get("/both"), other.get("/other"), other.get("/both")
    site.state = new.state = None

    answers = [one.answer(path) for one in (site, new) for path in ("/both", "/other")]

    assert [body for _, _, body in answers] == [b"page 2", b"page 1"] * 2
    assert all("Cache-Status" in headers for _, headers, _ in answers)
    assert site.get("/neither") == b"page 2"


@pytest.mark.parametrize("name", ["HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_RANGE"])
def test_without_a_database_a_page_for_all_is_given_to_whoever_asks(site: Site, name: str) -> None:
    site.get("/kept")
    site.state = None

    assert site.get("/kept", **{name: "one's own"}) == b"page 1"


def test_a_database_that_is_back_is_asked_again(site: Site) -> None:
    before = site.get()
    site.state = None
    during = site.get()
    site.state = "2"

    _, headers, body = site.answer()

    assert (before, during, body) == (b"page 1", b"page 1", b"page 2")
    assert "Cache-Status" not in headers


def test_a_page_that_is_made_anew_takes_the_room_of_the_old_one() -> None:
    site = Site(most_bytes=ROOM_FOR_TWO)
    for state in ("1", "2", "3"):
        site.state = state
        site.get("/a"), site.get("/b")

    assert [site.get("/a"), site.get("/b")] == [b"page 5", b"page 6"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/hi/",
        "/roles/technical-product-manager/",
        "/salaries/?level=senior",
        "/salaries/export.csv",
        "/salaries/figure.json",
        "/api/v1/salaries/",
        "/data/method/",
        "/fit/",
        "/paths/pm-to-tpm/",
        "/plan/",
        "/search/",
    ],
)
def test_a_public_page_may_be_kept(client: Client, path: str) -> None:
    assert may_be_kept(answer_of(client, path))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/salaries/stand/?pay=2200000",
        "/salaries/premium/?pm=2200000",
        "/salaries/band/?level=senior&pay=2200000",
        "/salaries/band.csv?level=senior&pay=2200000",
        "/fit/?q1=a",
        "/paths/pm-to-tpm/?yes=t-01",
        "/search/?q=my+secret",
        "/plan/?from=mid&s.apis=2",
        "/hi/plan/?from=mid&s.apis=2",
        "/plan/open/",
        "/plan/plan.json?role=technical-product-manager",
        "/admin/login/",
        "/healthz",
        "/readyz",
        "/salaries/?level=wizard",
        "/nowhere/",
    ],
)
def test_what_is_for_one_reader_or_one_moment_may_not(client: Client, path: str) -> None:
    assert not may_be_kept(answer_of(client, path))


def answer_of(client: Client, path: str) -> Answer:
    response = client.get(path)
    cookies = [("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values()]
    status = f"{response.status_code} {response.reason_phrase}"
    return Answer(status, (*response.headers.items(), *cookies), response.content)
