"""What a page says of itself where its address is shared: the same as in its head."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def attribute(page: str, pattern: str) -> str:
    (found,) = re.findall(pattern, page)
    return unescape(found)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/roles/technical-product-manager/",
        "/compare/",
        "/faq/",
        "/skills/apis/",
        "/salaries/?level=senior",
        "/data/sources/ipl-guide-2024/",
        "/about/",
    ],
)
def test_the_card_of_a_page_says_its_title_description_and_address(
    client: Client, path: str
) -> None:
    page = client.get(path).content.decode()

    title = attribute(page, r"<title>(.*?)</title>")
    said = attribute(page, r'og:title" content="([^"]*)"')
    assert f"{said} - tpmguide" == title
    description = attribute(page, r'<meta name="description" content="([^"]*)"')
    assert attribute(page, r'og:description" content="([^"]*)"') == description
    canonical = attribute(page, r'rel="canonical"\s+href="([^"]*)"')
    assert attribute(page, r'og:url"\s+content="([^"]*)"') == canonical
    assert canonical.startswith(f"{SITE}/")


def test_the_picture_of_the_card_is_as_large_as_it_says(client: Client) -> None:
    page = client.get("/").content.decode()
    address = attribute(page, r'og:image"\s+content="([^"]*)"')
    found = finders.find(address.removeprefix(f"{SITE}/static/"))

    assert found
    head = Path(found).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20]) == int(attribute(page, r'og:image:width" content="(\d+)"'))
    assert int.from_bytes(head[20:24]) == int(attribute(page, r'og:image:height" content="(\d+)"'))


def test_a_page_that_has_no_address_of_its_own_has_no_card(client: Client) -> None:
    unknown_host = {"Host": "elsewhere.example"}

    for response in (client.get("/nowhere/"), client.get("/", headers=unknown_host)):
        assert "og:title" not in response.content.decode()
