"""Every page keeps the rules that no checker knows, in narrow and in wide windows."""

import pytest

from tests.browser.addresses import Address, every_address
from tests.browser.rules import broken
from tests.browser.visits import Opener

pytestmark = pytest.mark.browser


@every_address
def test_a_page_keeps_every_rule_in_a_wide_window(open_page: Opener, address: Address) -> None:
    page = open_page(address.path, status=address.status, probed=True)

    assert broken(page) == {}


@every_address
def test_a_page_keeps_every_rule_on_a_phone_at_night(open_page: Opener, address: Address) -> None:
    page = open_page(address.path, status=address.status, probed=True, width=320, scheme="dark")

    assert broken(page) == {}


@every_address
def test_a_page_fits_windows_of_every_width(open_page: Opener, address: Address) -> None:
    page = open_page(address.path, status=address.status, probed=True)

    for width in (320, 360, 640, 768, 1024, 1440, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, broken(page, "sideways scroll", "crowded text")) == (width, {})
