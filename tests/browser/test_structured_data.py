"""A block of data is no script: the policy lets it be, and a browser reads it as it was written."""

import pytest

from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

TYPES = """
JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)
  ['@graph'].map(node => node['@type'])
"""


@pytest.mark.parametrize(
    ("path", "types"),
    [
        ("/roles/technical-product-manager/", ["Occupation", "BreadcrumbList"]),
        ("/faq/", ["FAQPage", "BreadcrumbList"]),
        ("/data/method/", ["Dataset", "BreadcrumbList"]),
    ],
)
def test_structured_data_is_read_without_a_word_from_the_console(
    open_page: Opener, path: str, types: list[str]
) -> None:
    page = open_page(path)

    assert page.evaluate(TYPES) == types
