"""What no page may do is noted when a page does it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import Watch, visit

pytestmark = pytest.mark.browser


@pytest.fixture
def watch(site: str) -> Watch:
    return Watch(site)


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    page = visit(browser, watch, "/")
    assert watch.troubles == []
    yield page
    page.context.close()


def test_a_request_to_another_host_is_noted(page: Page, watch: Watch) -> None:
    page.route("http://other.example/", lambda route: route.fulfill(body="Hello"))

    page.goto("http://other.example/")

    assert watch.troubles[0] == "request to another host: http://other.example/"


@pytest.mark.parametrize(
    "markup", ["<p style='color: red'>Red</p>", "<img src=http://other.example/i.png alt=''>"]
)
def test_what_the_policy_refuses_is_noted(page: Page, watch: Watch, markup: str) -> None:
    page.evaluate("markup => document.querySelector('main').innerHTML = markup", markup)
    page.wait_for_load_state("networkidle")

    assert "Content Security Policy" in watch.troubles[0]


def test_an_answer_that_was_not_asked_for_is_noted(page: Page, watch: Watch) -> None:
    page.goto(f"{watch.site}/nowhere/")

    assert f"404: {watch.site}/nowhere/" in watch.troubles


def test_an_answer_that_was_asked_for_is_none_of_its_business(browser: Browser, site: str) -> None:
    watch = Watch(site)

    page = visit(browser, watch, "/nowhere/", status=404)

    assert watch.troubles == []
    page.context.close()


def test_an_error_of_a_script_is_noted(page: Page, watch: Watch) -> None:
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(50)

    assert watch.troubles == ["broken"]
