"""The guide as programs read it: the facts, the sources and the inventory ids of the page."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from roles.models import Role

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
ROLES = (
    "technical-product-manager",
    "product-manager",
    "growth-product-manager",
    "core-product-manager",
)
every_role = pytest.mark.parametrize("slug", ROLES)


class Shown(HTMLParser):
    """The claims of a role page: by the key of each its inventory, its texts and its sources."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inventory: dict[str, list[str]] = {}
        self.texts: dict[str, str] = {}
        self.sources: dict[str, list[str]] = {}
        self.sections: list[str] = []
        self.key = ""
        self.items = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "section" and given.get("class") == "block":
            self.sections.append(given["id"])
        if "data-inventory" in given:
            self.key = given["id"]
            self.inventory[self.key] = given["data-inventory"].split()
            self.texts[self.key] = ""
            self.sources[self.key] = []
        if tag == "a" and self.key and given.get("href", "").startswith("/data/sources/"):
            self.sources[self.key].append(given["href"])
        self.items += tag == "li" and bool(self.key)

    def handle_endtag(self, tag: str) -> None:
        """End the claim with its own list item, not with one of those in it."""
        self.items -= tag == "li" and bool(self.key)
        self.key = self.key if self.items else ""

    def handle_data(self, data: str) -> None:
        if self.key:
            self.texts[self.key] += data


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def shown(client: Client, slug: str) -> Shown:
    return Shown(client.get(f"/roles/{slug}/").content.decode())


def told(client: Client, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/roles/{slug}/").json()
    return found


def claims(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        claim["key"]: claim
        for section in found["sections"]
        for group in section["groups"]
        for claim in group["claims"]
    }


@every_role
def test_page_and_answer_have_the_same_inventory_ids(client: Client, slug: str) -> None:
    in_answer = {key: claim["inventory_ids"] for key, claim in claims(told(client, slug)).items()}

    assert in_answer == shown(client, slug).inventory
    assert in_answer


@every_role
def test_the_page_says_every_text_of_the_answer(client: Client, slug: str) -> None:
    page = shown(client, slug)

    missing = [
        (key, text)
        for key, claim in claims(told(client, slug)).items()
        for text in said(claim)
        if plain(text) not in plain(page.texts[key])
    ]

    assert missing == []


@every_role
def test_the_answer_says_every_text_of_the_page(client: Client, slug: str) -> None:
    """Take from each claim on the page what the answer says of it: nothing is left."""
    found = claims(told(client, slug))

    left = {
        key: rest
        for key, text in shown(client, slug).texts.items()
        if (rest := without(plain(text), list(said(found[key]))))
    }

    assert left == {}


def said(claim: dict[str, Any]) -> list[str]:
    """Return everything that the answer says of a claim, as the page words it."""
    facts = [
        text
        for fact in claim["facts"]
        for text in (fact["term"], fact["text"], *(link["label"] for link in fact["links"]))
        if text == fact["term"] or not fact["links"] or text != fact["text"]
    ]
    sources = [f"{source['title']}, {source['place']}" for source in claim["sources"]]
    badges = {"sourced": ""}.get(claim["basis"], BADGES.get(claim["basis"], ""))
    words = [claim["title"], claim["text"], *facts, *sources, claim["caution"], claim["overdue"]]
    return [word for word in [*words, claim["standing"], badges] if word]


BADGES = {
    "editorial": "This guide's own judgement",
    "opinion": "A source's opinion",
    "reconstructed": "Question reconstructed from its answer",
}


def without(text: str, parts: list[str]) -> str:
    """Return what is left of a text without the parts, longest first, and the marks between."""
    for part in sorted(map(plain, parts), key=len, reverse=True):
        text = text.replace(part, " ")
    return re.sub(r"[\s:,]+", "", text)


@every_role
def test_sections_and_sources_are_those_of_the_page(client: Client, slug: str) -> None:
    found, page = told(client, slug), shown(client, slug)

    # Where a page leads on to is for whoever reads it, and says nothing of the role.
    assert [*(section["anchor"] for section in found["sections"]), "continue"] == page.sections
    assert {
        key: [source["url"] for source in claim["sources"]] for key, claim in claims(found).items()
    } == {key: [f"{SITE}{url}" for url in urls] for key, urls in page.sources.items()}


def test_every_role_is_listed(client: Client) -> None:
    found = client.get("/api/v1/roles/?colour=red").json()

    assert [role["slug"] for role in found["roles"]] == list(ROLES)
    assert (found["count"], found["ignored"]) == (4, ["colour"])
    assert found["roles"][0] == {
        "slug": "technical-product-manager",
        "name": "Technical Product Manager",
        "short_name": "TPM",
        "summary": Role.objects.get(slug="technical-product-manager").summary,
        "url": f"{SITE}/api/v1/roles/technical-product-manager/",
        "page": f"{SITE}/roles/technical-product-manager/",
    }


def test_links_within_the_page_lead_there_from_anywhere(client: Client) -> None:
    found = told(client, "technical-product-manager")

    links = {
        link["url"]
        for claim in claims(found).values()
        for fact in claim["facts"]
        for link in fact["links"]
    }
    assert links
    assert all(link.startswith(f"{SITE}/roles/technical-product-manager/#") for link in links)


def test_responsibilities_come_in_the_order_asked_for(client: Client) -> None:
    found = client.get("/api/v1/roles/technical-product-manager/?sort=sources&colour=red").json()

    (groups,) = [s["groups"] for s in found["sections"] if s["anchor"] == "responsibilities"]
    assert found["ignored"] == ["colour"]
    assert all(claim["is_core"] for claim in groups[0]["claims"])
    assert not any(claim["is_core"] for claim in groups[1]["claims"])


def test_an_order_that_is_not_known_is_refused(client: Client) -> None:
    response = client.get("/api/v1/roles/technical-product-manager/?sort=random")

    assert response.status_code == 400
    assert response.json()["errors"] == [
        {
            "field": "sort",
            "message": "“random” is not a way to sort.",
            "choices": ["theme", "sources"],
        }
    ]


def test_a_short_name_leads_to_the_role(client: Client) -> None:
    response = client.get("/api/v1/roles/tpm/?sort=sources")

    assert response.status_code == 301
    assert response["Location"] == "/api/v1/roles/technical-product-manager/?sort=sources"
