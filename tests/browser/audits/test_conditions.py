"""The site answers whatever a visitor lacks; and what a test takes away is really gone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import Address, every_address
from tests.browser.keyboard import press_on
from tests.browser.rules import broken
from tests.browser.visits import Opener

pytestmark = pytest.mark.browser

# Of what a page says: all that is no button, since only a script can do what a button promises.
SAID = """
() => {
  const copy = document.querySelector('main').cloneNode(true);
  copy.querySelectorAll('button, script').forEach(part => part.remove());
  return copy.textContent.replace(/\\s+/g, ' ');
}
"""
ARRIVED = """
() => performance.getEntriesByType('resource')
  .filter(it => it.initiatorType === 'script' && it.transferSize > 0)
  .map(it => it.name)
"""


@every_address
def test_a_page_says_the_same_without_scripts_and_without_images(
    open_page: Opener, address: Address
) -> None:
    whole = open_page(address.path, status=address.status)
    bare = open_page(address.path, status=address.status, blocked=("script", "image"))

    assert bare.evaluate(SAID) == whole.evaluate(SAID)


def test_scripts_that_are_blocked_never_arrive(open_page: Opener) -> None:
    whole = open_page("/salaries/")
    page = open_page("/salaries/", blocked=("script",))

    assert whole.evaluate(ARRIVED) != []
    assert page.evaluate(ARRIVED) == []


@pytest.mark.parametrize("path", ["/", "/salaries/", "/roles/technical-product-manager/"])
def test_on_a_slow_line_a_page_is_there(open_page: Opener, path: str) -> None:
    page = open_page(path, slow=True, width=360)

    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].duration")

    # Less than the delay that the line has would mean that it was not slow.
    assert loaded > 400
    expect(page.locator("h1")).to_be_visible()


def test_the_keyboard_alone_leads_from_the_home_page_to_a_figure(open_page: Opener) -> None:
    page = open_page("/")

    press_on(page.get_by_role("navigation").get_by_role("link", name="Salaries").first)
    page.wait_for_url("**/salaries/**")
    press_on(page.get_by_label("Senior"), "Space")

    expect(page.locator(".answer-line")).to_contain_text(re.compile("senior", re.IGNORECASE))


@pytest.mark.parametrize("path", ["/salaries/", "/compare/"])
def test_where_the_colours_are_the_visitor_s_own_the_focus_is_still_seen(
    open_page: Opener, path: str
) -> None:
    page = open_page(path, forced_colors=True, probed=True)

    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert broken(page, "focus ring") == {}
