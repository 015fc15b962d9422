"""Follows every link of the site from its home page, as a visitor or a search engine could."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client

HOME = "/"
# A page has as many addresses with a query string as there are combinations of its filters. The
# first few that are met stand for the rest: all are written by the same lines of the same template.
VARIANTS = 8
NOT_FOLLOWED = ("/admin/", "/static/")


class Reader(HTMLParser):
    """Notes what a page links to and what can be linked to on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.targets.append(given["href"])
        if tag == "form":
            # An anchor there is one of the answer, which an empty form does not bring.
            self.targets.append(urldefrag(given.get("action", "")).url)


@dataclass(frozen=True, slots=True)
class Visit:
    """What was found at an address, how many clicks away from the home page."""

    address: str
    clicks: int
    status: int
    cookies: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    anchors: frozenset[str] = frozenset()


@dataclass
class Crawl:
    """The visits by address, each address once."""

    client: Client
    visits: dict[str, Visit] = field(default_factory=dict)
    variants: Counter[str] = field(default_factory=Counter)

    def run(self) -> None:
        waiting = deque([(HOME, 0)])
        while waiting:
            address, clicks = waiting.popleft()
            if address in self.visits or not self.is_wanted(address):
                continue
            visit = self.visit(address, clicks)
            self.visits[address] = visit
            waiting.extend((target, clicks + 1) for target, _ in visit.links)

    def is_wanted(self, address: str) -> bool:
        """Count an address with a query string, and say whether it is one of the first."""
        path, _, query = address.partition("?")
        if query:
            self.variants[path] += 1
        return not query or self.variants[path] <= VARIANTS

    def visit(self, address: str, clicks: int) -> Visit:
        response = self.client.get(address, follow=True)
        cookies = tuple(response.cookies)
        if not response["Content-Type"].startswith("text/html"):
            return Visit(address, clicks, response.status_code, cookies)
        reader = Reader(response.content.decode())
        return Visit(
            address,
            clicks,
            response.status_code,
            cookies,
            tuple(dict.fromkeys(within_the_site(address, reader.targets))),
            frozenset(reader.anchors),
        )


def within_the_site(page: str, targets: list[str]) -> Iterator[tuple[str, str]]:
    """Give the targets that are pages of this site, each as its address and its fragment."""
    for target in targets:
        address, fragment = urldefrag(urljoin(page, target))
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc and not address.startswith(NOT_FOLLOWED):
            yield address, fragment
