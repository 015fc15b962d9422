"""No amount of any page stands without its kind, its sample, its year and its source."""

import re
from html.parser import HTMLParser
from http import HTTPStatus

import pytest
from django.test import Client

from roles.cited import AMOUNT
from tests.browser.addresses import ADDRESSES
from tests.markup import main_of

pytestmark = pytest.mark.django_db

# What says how amounts are written, and results of a search, which say where these four are.
OTHERS = ("/hi/", "/search/", "/api/", "/data/method/")
SHOWN = [
    address.path
    for address in ADDRESSES
    if address.status == HTTPStatus.OK and not address.path.startswith(OTHERS)
]
HOLDERS = {"header", "section", "article", "figure"}
KIND = r"[Rr]eported|[Oo]bserved|[Mm]odelled|statistic"
SAMPLE = r"[Ss]ample not stated|n = \d"
YEAR = r"\b20\d\d\b|undated"
OWN = "Your amount:"
FORM = re.compile(r"<form.*?</form>", re.DOTALL)


class Amounts(HTMLParser):
    """The texts with an amount, each with all that the outermost part of its page says."""

    def __init__(self, main: str) -> None:
        super().__init__()
        self.open: list[list[str]] = []
        self.found: list[tuple[str, list[str]]] = []
        self.feed(main)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs  # of no interest here
        if tag in HOLDERS:
            self.open.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in HOLDERS:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for said in self.open:
            said.append(data)
        if AMOUNT.search(data) and OWN not in data:
            self.found.append((data.strip(), self.open[0] if self.open else []))


def bare(page: str) -> list[str]:
    """Return the amounts that lack one of the four; those in a form are examples of what to enter.

    A source is named once for many amounts, so its link may stand elsewhere on the page.
    """
    main = FORM.sub("", main_of(page))
    return [
        text
        for text, said in Amounts(main).found
        if not all(re.search(word, " ".join(said)) for word in (KIND, SAMPLE, YEAR))
        or "/data/sources/" not in main
    ]


@pytest.mark.parametrize("path", SHOWN)
def test_no_amount_is_bare(client: Client, path: str) -> None:
    assert bare(client.get(path).content.decode()) == []


@pytest.mark.parametrize("missing", ["Reported", "sample not stated", "2024", "/data/sources/"])
def test_an_amount_that_lacks_one_of_them_is_found(missing: str) -> None:
    said = (
        '<p>₹22 lakh</p>Reported, about 2024, sample not stated: <a href="/data/sources/#x">X</a>'
    )
    page = f"<main><section>{said}</section></main>"

    assert bare(page) == []
    assert bare(page.replace(missing, "")) == ["₹22 lakh"]
