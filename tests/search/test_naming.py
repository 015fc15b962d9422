"""A query that names a slice of pay leads to the explorer at exactly its filters."""

import re
from html import unescape

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

OFFER = re.compile(r'<p>\s*[^<]+: <a href="([^"]+)">([^<]+)</a>\s*</p>')


def named(client: Client, typed: str, *, path: str = "/search/") -> tuple[str, str]:
    """Return the address of the slice that is named, and what it is called."""
    page = client.get(path, {"q": typed}).content.decode()
    found = OFFER.search(page.partition('id="results"')[2])
    return (unescape(found[1]), unescape(found[2])) if found else ("", "")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("senior TPM in Pune", "level=senior&city=pune"),
        ("sr tpm salary bangalore", "level=senior&city=bengaluru"),
        ("senior tpm salary hydrebad", "level=senior&city=hyderabad"),
        ("what do junior TPMs earn in New Delhi?", "level=entry&city=delhi-ncr"),
        ("lead TPM large companies Hyderabad", "level=lead&city=hyderabad&size=large"),
        ("mid level pay in small companies", "level=mid&size=small"),
        ("senior tpm usa", "level=senior&country=united-states"),
        ("average salary of a senior TPM in Pune", "level=senior&city=pune"),
        ("growth product manager salary", "role=growth-product-manager"),
        ("pune or hyderabad, senior", "level=senior&city=hyderabad&city=pune"),
        ("पुणे में सीनियर TPM का वेतन कितना है", "level=senior&city=pune"),
        ("बैंगलोर की बड़ी कंपनियों में वेतन", "city=bengaluru&size=large"),
    ],
)
def test_the_slice_that_is_named_comes_first(client: Client, typed: str, query: str) -> None:
    url, _ = named(client, typed)

    assert url == f"/salaries/?{query}"


def test_it_is_called_as_the_page_that_it_leads_to(client: Client) -> None:
    url, label = named(client, "वरिष्ठ TPM पुणे", path="/hi/search/")
    page = client.get(url).content.decode()

    assert url == "/hi/salaries/?level=senior&city=pune"
    assert f"<h1>{label}</h1>" in page


@pytest.mark.parametrize(
    "typed",
    [
        "bangalore",
        "Bangalore salary",
        "tpm salary",
        "sr tpm",
        "senior tpm interview in pune",
        "senior program manager pune",
        "pune usa",
        "tpm " * 8 + "senior pune",
        "xyzzyplugh",
    ],
)
def test_no_slice_is_offered_twice_or_guessed(client: Client, typed: str) -> None:
    assert named(client, typed) == ("", "")


def test_only_the_first_page_offers_it(client: Client) -> None:
    first, second = ({"q": "growth pm pay", "page": page} for page in "12")

    assert client.get("/search/", first).context["results"].named
    assert client.get("/search/", second).context["results"].named is None
