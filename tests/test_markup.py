"""What holds of the markup of every page, with results and without."""

import re
from functools import cache
from itertools import pairwise

import pytest
from django.test import Client

from tests.browser.addresses import ADDRESSES, Address, every_address
from tests.markup import main_of, text_of

pytestmark = pytest.mark.django_db

# Words with nothing but tags between them that begin no line, as in "same</span><span>sources".
INLINE = r"</?(?:a|abbr|b|cite|code|em|span|strong|time)\b[^>]*>"
RUN_TOGETHER = re.compile(rf"[\w.:;,)](?:{INLINE})+[\w(“]")
# Each number stands at its own place along the axis, and none is read aloud.
AXIS = re.compile(r'<p class="axis" aria-hidden="true">.*?</p>', re.DOTALL)
# The one page that takes a form.
TAKES_A_FILE = "/plan/open/"
ONLY_READ = [one for one in ADDRESSES if one.status == 200 and one.path != TAKES_A_FILE]


@cache
def page_at(address: Address) -> str:
    """Return the page, made once for all the rules: no test here changes what it shows."""
    return text_of(Client(), address.path, status=address.status)


@every_address
def test_headings_start_at_one_and_never_skip_a_rank(address: Address) -> None:
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])\b", page_at(address))]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


@every_address
def test_words_of_neighbouring_elements_never_run_together(address: Address) -> None:
    main = main_of(page_at(address))

    assert RUN_TOGETHER.findall(AXIS.sub("", main)) == []


@every_address
def test_no_id_stands_twice_and_every_one_that_is_linked_to_stands(address: Address) -> None:
    page = page_at(address)

    ids = re.findall(r'\sid="([^"]+)"', page)
    linked = set(re.findall(r'href="#([^"]+)"', page))
    assert sorted(ids) == sorted(set(ids))
    assert linked <= set(ids)


@pytest.mark.parametrize("address", ONLY_READ, ids=lambda address: address.path)
def test_a_page_only_answers_reads(client: Client, address: Address) -> None:
    assert client.head(address.path).status_code == 200
    assert client.post(address.path).status_code == 405
