"""The pages in Hindi: the interface is translated, and what is English says so."""

import re
from html import unescape
from http import HTTPStatus

import pytest
from django.test import Client

from tests.browser.addresses import ADDRESSES, Address
from tests.i18n.reading import DEVANAGARI, Texts

pytestmark = pytest.mark.django_db

IN_ENGLISH = [address for address in ADDRESSES if not address.path.startswith("/hi/")]
every_address = pytest.mark.parametrize("address", IN_ENGLISH, ids=lambda address: address.path)
SITE = "http://testserver"
# What is once for readers of all languages.
ONCE = (
    "/admin/",
    "/static/",
    "/salaries/export.csv",
    "/salaries/band.csv",
    "/plan/plan.json",
    "/api/",
    "/data/observations",
)
# What this page says of parameters and answers is English in every language, and marked so.
DESCRIBED_IN_ENGLISH = "/api/"
NAVIGATION = ("भूमिकाएँ", "तुलना", "कौशल और टूल", "रास्ते", "वेतन", "डेटा")


def page_of(client: Client, path: str, status: HTTPStatus = HTTPStatus.OK) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def attributes(page: str, *names: str) -> list[str]:
    found = (re.findall(rf'\s{name}="([^"]*)"', page) for name in names)
    return [unescape(value) for values in found for value in values]


def alternates(page: str) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate"\s+hreflang="(\w+)"\s+href="([^"]*)">', page)
    return {tag: unescape(url) for tag, url in found}


@every_address
def test_every_page_is_there_in_hindi_and_says_what_of_it_is_english(
    client: Client, address: Address
) -> None:
    page = page_of(client, f"/hi{address.path}", address.status)

    texts = Texts(page).of
    assert '<html lang="hi">' in page
    assert set(NAVIGATION) <= set(texts["hi"])
    assert "गाइड का लेख अभी अंग्रेज़ी में है।" in page
    assert [text for text in texts.get("en", ()) if DEVANAGARI.search(text)] == []


@every_address
def test_links_of_a_page_in_hindi_lead_to_pages_in_hindi(client: Client, address: Address) -> None:
    page = page_of(client, f"/hi{address.path}", address.status)

    within = page[page.index("<body>") : page.index('<nav class="languages"')]
    led_to = attributes(within, "href", "action", "data-hx-get", "data-figure-url")
    paths = [url for url in led_to if url.startswith("/") and not url.startswith(ONCE)]
    assert [path for path in paths if not path.startswith("/hi/")] == []


@every_address
def test_an_english_page_marks_nothing_as_english_and_says_no_hindi(
    client: Client, address: Address
) -> None:
    page = page_of(client, address.path, address.status)

    marked = re.findall(r'<(\w+)[^>]*\slang="en"', page)
    assert '<html lang="en">' in page
    assert marked == ["html", "span"] or address.path == DESCRIBED_IN_ENGLISH
    assert Texts(page).of["hi"] == ["हिन्दी"]


def test_claims_of_a_role_page_are_marked_as_english(client: Client) -> None:
    page = page_of(client, "/hi/roles/technical-product-manager/")

    assert "ज़िम्मेदारियाँ" in page
    assert re.search(r'<li id="r-01"[^>]*>\s*<h4 lang="en">', page)
    assert len(re.findall(r'<p lang="en">', page)) > 100


def test_where_both_stand_in_one_place_each_is_in_its_language(client: Client) -> None:
    page = page_of(client, "/hi/roles/technical-product-manager/senior/")

    cells = re.findall(r'<td data-label="सीनियर पर"( lang="en")?>([^<]*)</td>', page)
    assert len(cells) == 4
    assert cells[0] == ("", "5-8 साल")
    assert all(mark == ' lang="en"' for mark, _ in cells[1:])


@pytest.mark.parametrize(
    "path", ["/", "/faq/", "/skills/apis/", "/salaries/?level=senior&city=pune", "/data/sources/"]
)
def test_both_versions_name_each_other_and_each_keeps_itself(client: Client, path: str) -> None:
    pair = {"en": f"{SITE}{path}", "hi": f"{SITE}/hi{path}"}

    for url in pair.values():
        page = page_of(client, url.removeprefix(SITE))

        assert alternates(page) == pair
        assert f'rel="canonical" href="{url}"' in re.sub(r"\s+", " ", unescape(page))


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/compare/?roles=product-manager,technical-product-manager", None),
        ("/salaries/?city=pune&level=senior", None),
        ("/salaries/stand/?level=senior&pay=27+lakh", "/salaries/stand/?level=senior"),
        ("/salaries/premium/?pm=120000", "/salaries/premium/"),
        ("/salaries/band/?level=senior&pay=27+lakh", "/salaries/band/?level=senior"),
        ("/search/?q=tpm", None),
        ("/nowhere/?a=b", None),
    ],
)
def test_the_switch_keeps_what_is_asked_but_never_the_own_pay(
    client: Client, path: str, other: str | None
) -> None:
    english = client.get(path).content.decode()
    hindi = client.get(f"/hi{path}").content.decode()

    switch = r'<a href="([^"]*)"\s+lang="{0}"\s+hreflang="{0}"\s+rel="alternate">'
    (to_hindi,) = re.findall(switch.format("hi"), english)
    (to_english,) = re.findall(switch.format("en"), hindi)
    assert unescape(to_english) == (other or path)
    assert unescape(to_hindi) == f"/hi{other or path}"


def test_the_switch_never_leads_to_another_site(client: Client) -> None:
    page = page_of(client, "/hi//another.example/", HTTPStatus.NOT_FOUND)

    assert 'href="/%2Fanother.example/"' in page
    assert 'href="//' not in page


def test_a_query_too_long_for_a_form_is_not_printed_once_more(client: Client) -> None:
    page = client.get("/search/", {"q": "tpm", "colour": "r" * 3_000}).content.decode()

    assert 'href="/hi/search/"' in page


def test_neither_a_cookie_nor_a_header_changes_the_language(client: Client) -> None:
    plain = client.get("/")
    client.cookies["django_language"] = "hi"

    asked = client.get("/", headers={"accept-language": "hi"})

    assert asked.content == plain.content
    assert "Accept-Language" not in asked.get("Vary", "")


@pytest.mark.parametrize("path", ["/hi-in/", "/en/", "/en-gb/", "/fr/roles/", "/hi/admin/"])
def test_there_is_no_other_language_and_no_admin_below_a_prefix(client: Client, path: str) -> None:
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_an_absent_page_is_absent_in_its_language(client: Client) -> None:
    assert "<h1>पेज नहीं मिला</h1>" in page_of(client, "/hi/nowhere/", HTTPStatus.NOT_FOUND)
    assert "<h1>Page not found</h1>" in page_of(client, "/nowhere/", HTTPStatus.NOT_FOUND)


def test_the_source_of_a_tier_is_marked_as_english(client: Client) -> None:
    method, pay = (
        page_of(client, f"/hi/{path}")
        for path in ("data/method/", "salaries/?level=mid&city=pune&kind=modelled")
    )

    assert '#ipl-guide-2024"><span lang="en">Institute of Product Leadership' in method
    assert '#ipl-guide-2024"><span lang="en">IPL guide (2024)</span>' in pay
