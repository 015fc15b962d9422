"""Every page says where it is: in the header or the footer, and in the trail from the home page."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse

from tests.browser.addresses import ADDRESSES, Address
from tests.markup import main_of, text_of
from tpmguide.context import FOOTER, MAIN

pytestmark = pytest.mark.django_db

STEP = re.compile(r"<(?:a|span)\s([^>]*)>\s*(?:<img[^>]*>)?\s*([^<]*?)\s*</(?:a|span)>")
HOMES = ("/", "/hi/")
# Nothing leads to the search but the form in the header.
SEARCH = "/search/"
SHOWN = [address for address in ADDRESSES if address.status == 200]
every_page = pytest.mark.parametrize("address", SHOWN, ids=lambda address: address.path)


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    url: str
    current: str


def steps(page: str, begin: str) -> list[Step]:
    """Return the links of the navigation that begins so, none where the page has it not."""
    navigation = page.partition(begin)[2].partition("</nav>")[0]
    return [
        Step(label, said(given, "href"), said(given, "aria-current"))
        for given, label in STEP.findall(navigation)
    ]


def said(attributes: str, name: str) -> str:
    return attributes.partition(f'{name}="')[2].partition('"')[0]


def current(found: list[Step]) -> list[Step]:
    return [step for step in found if step.current]


@every_page
def test_a_page_begins_with_its_trail_unless_the_header_has_it(
    client: Client, address: Address
) -> None:
    page = text_of(client, address.path)

    header, trail = steps(page, 'class="site-nav"'), steps(page, 'class="breadcrumbs"')
    if address.path.partition("?")[0] in {*HOMES, *(step.url for step in header)}:
        assert trail == []
    else:
        home, *above, _last = trail
        assert home.url in HOMES
        assert [(step.label, step.url) for step in above[:1]] == [
            (step.label, step.url) for step in current(header)
        ]
        assert [step.current for step in trail] == ["", *("" for _ in above), "page"]


@pytest.mark.parametrize("url", [reverse(entry[1]) for entry in FOOTER])
def test_the_page_of_an_entry_of_the_header_leads_to_each_page_below_it(
    client: Client, url: str
) -> None:
    for _, name, folders in MAIN:
        if url.startswith(folders):
            assert f'href="{url}"' in main_of(text_of(client, reverse(name)))


@every_page
def test_a_page_is_marked_in_the_header_or_in_the_footer(client: Client, address: Address) -> None:
    page = text_of(client, address.path)

    begins = ('class="site-header"', 'class="site-nav"', 'class="site-footer"')
    assert any(current(steps(page, begin)) for begin in begins) != (SEARCH in address.path)
