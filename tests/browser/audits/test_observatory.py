"""The Mozilla HTTP Observatory gives its best grade to every page of the site behind TLS."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from playwright.sync_api import APIRequestContext, Browser

from tests.browser.addresses import ADDRESSES
from tests.browser.observatory import Answer, grades
from tests.browser.server import served

pytestmark = pytest.mark.browser

HOST = "guide.example"
# A+; the grader stops telling sites apart at 100.
BEST = 130
LOGIN = "/admin/login/?next=/admin/"


@pytest.fixture(scope="module")
def tls_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site as it is served behind a proxy that speaks TLS."""
    with served(tmp_path_factory.mktemp("tls"), HTTPS="1", ALLOWED_HOSTS=HOST) as address:
        yield address


@pytest.fixture
def proxy(browser: Browser, tls_site: str) -> Iterator[APIRequestContext]:
    headers = {"Host": HOST, "X-Forwarded-Proto": "https"}
    context = browser.new_context(base_url=tls_site, extra_http_headers=headers)
    yield context.request
    context.close()


def answer(proxy: APIRequestContext, path: str) -> Answer:
    plain = proxy.get(path, headers={"X-Forwarded-Proto": "http"}, max_redirects=0)
    reply = proxy.get(path)
    headers: dict[str, str | list[str]] = dict(reply.headers)
    cookies = [each["value"] for each in reply.headers_array if each["name"] == "Set-Cookie"]
    route = (f"http://{HOST}{path}", plain.headers["location"])
    return Answer(f"https://{HOST}{path}", headers | {"set-cookie": cookies}, reply.text(), route)


def test_every_page_and_the_admin_s_door_get_the_best_grade(proxy: APIRequestContext) -> None:
    paths = [*(address.path for address in ADDRESSES), LOGIN]

    found = grades([answer(proxy, path) for path in paths])

    assert [
        (path, grade) for path, grade in zip(paths, found, strict=True) if grade["score"] < BEST
    ] == []


def test_a_visitor_without_tls_is_sent_to_the_same_page_with_it(proxy: APIRequestContext) -> None:
    reply = proxy.get("/faq/?x=1", headers={"X-Forwarded-Proto": "http"}, max_redirects=0)

    assert reply.status == HTTPStatus.MOVED_PERMANENTLY
    assert reply.headers["location"] == f"https://{HOST}/faq/?x=1"


def test_every_protection_that_is_left_out_costs_points(proxy: APIRequestContext) -> None:
    home = answer(proxy, "/")
    loose = str(home.headers["content-security-policy"]).replace(
        "script-src 'self'", "script-src 'self' 'unsafe-inline'"
    )
    worse = [
        home.without("content-security-policy"),
        home.having("content-security-policy", loose),
        home.without("strict-transport-security"),
        home.without("referrer-policy"),
        home.without("x-content-type-options"),
        home.without("cross-origin-resource-policy"),
        answer(proxy, LOGIN).having("set-cookie", "sessionid=1"),
    ]

    assert [grade["score"] >= BEST for grade in grades(worse)] == [False] * len(worse)
