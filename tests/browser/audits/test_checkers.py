"""The checkers that others wrote have nothing to say of any page, and do speak up at a fault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import APIRequestContext, Browser

from tests.browser.addresses import ADDRESSES, Address, every_address
from tests.browser.checkers import axe_findings, nu_messages, sniffed_errors
from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

WIDTHS = (1440, 768, 320)


@pytest.fixture
def requests(browser: Browser) -> Iterator[APIRequestContext]:
    context = browser.new_context()
    yield context.request
    context.close()


@every_address
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_window_of_any_width(
    open_page: Opener, address: Address, scheme: str
) -> None:
    page = open_page(address.path, status=address.status, scheme=scheme)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, axe_findings(page)) == (width, [])


@every_address
def test_the_rules_of_pa11y_find_no_error(open_page: Opener, address: Address) -> None:
    page = open_page(address.path, status=address.status)

    assert sniffed_errors(page) == []


def test_the_nu_checker_has_neither_errors_nor_warnings(
    requests: APIRequestContext, site: str, tmp_path: Path
) -> None:
    names = {f"{number}.html": address.path for number, address in enumerate(ADDRESSES)}
    for name, path in names.items():
        (tmp_path / name).write_bytes(requests.get(site + path).body())

    assert [(names[said.split()[0]], said) for said in nu_messages(tmp_path)] == []


def test_axe_sees_a_field_without_a_label(open_page: Opener) -> None:
    page = open_page("/salaries/")

    page.evaluate("document.querySelector('main').append(document.createElement('input'))")

    assert [finding.split(":")[0] for finding in axe_findings(page)] == ["label"]


def test_the_rules_of_pa11y_see_a_field_without_a_label(open_page: Opener) -> None:
    page = open_page("/salaries/")

    page.evaluate("document.querySelector('main').append(document.createElement('input'))")

    assert sorted(finding.split(":")[0].split(".")[3:] for finding in sniffed_errors(page)) == [
        ["1_3_1", "F68"],
        ["4_1_2", "H91", "InputText", "Name"],
    ]


def test_the_nu_checker_sees_a_stray_end_tag(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html lang=en><title>A page</title><p>Words</em></p></html>"
    (tmp_path / "page.html").write_text(page)

    assert nu_messages(tmp_path) == ["page.html line 1: Stray end tag “em”."]
