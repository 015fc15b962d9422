"""On paper a page has its text, its figures and where its links lead, and nothing to click."""

import pytest

from tests.browser.probe import script
from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

# The width of a sheet of A4 between its margins, in CSS pixels.
SHEET = 718
PAGES = (
    "/roles/technical-product-manager/",
    "/salaries/?level=senior&city=hyderabad&size=large",
    "/compare/",
    "/plan/?from=mid&to=senior&s.kt-02=2&s.kt-06=0",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_ready_for_paper(open_page: Opener, path: str, scheme: str) -> None:
    page = open_page(path, probed=True, scheme=scheme, width=SHEET)

    page.emulate_media(media="print")

    assert page.evaluate(script("print")) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_becomes_a_document_of_sheets(open_page: Opener, path: str) -> None:
    page = open_page(path)

    document = page.pdf(format="A4", print_background=False)

    assert document.startswith(b"%PDF-")


def test_a_navigation_and_a_split_row_on_paper_are_seen(open_page: Opener) -> None:
    page = open_page("/salaries/", probed=True, width=SHEET)
    page.emulate_media(media="print")

    page.evaluate("probe.style('nav { display: block !important }')")
    page.evaluate("probe.style('tr { break-inside: auto !important }')")

    found = {finding.split()[-1] for finding in page.evaluate(script("print"))}
    assert found == {"printed", "sheets"}
