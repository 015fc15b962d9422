"""Which page says what for machines: by its template, from the values in its context."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from salaries.known import Known
from tpmguide.structured.answers import faq_page, glossary
from tpmguide.structured.json_ld import IN_ENGLISH, Absolute, JsonLd, Node
from tpmguide.structured.occupations import of_level, of_role
from tpmguide.structured.releases import dataset
from tpmguide.structured.trails import breadcrumbs, trail_of


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, and what is known of pay where it says more for machines."""

    context: Mapping[str, Any]
    known: Known
    absolute: Absolute


def structured(template: str, page: Page, *, has_trail: bool) -> JsonLd | None:
    """Return what the page of the template says, or None where it says nothing."""
    write = WRITERS.get(template, say_nothing)
    nodes = [*write(page)]
    if has_trail and (trail := trail_of(page.context)):
        nodes.append(breadcrumbs(trail, page.absolute))
    return JsonLd(tuple(nodes)) if nodes else None


def home(page: Page) -> Iterator[Node]:
    url = page.absolute(reverse("home"))
    yield {"@type": "WebSite", "name": "tpmguide", **IN_ENGLISH, "url": url}


def role(page: Page) -> Iterator[Node]:
    yield from of_role(page.context["guide"], page.known, page.absolute)


def level(page: Page) -> Iterator[Node]:
    yield from of_level(page.context["page"], page.context["pay"], page.absolute)


def faq(page: Page) -> Iterator[Node]:
    yield faq_page(page.context["answers"], reverse("roles:faq"), page.absolute)


def terms(page: Page) -> Iterator[Node]:
    yield glossary(page.context["letters"], reverse("roles:glossary"), page.absolute)


def method(page: Page) -> Iterator[Node]:
    if page.context["release"]:
        yield dataset(page.context["release"], reverse("method"), page.absolute)


def release(page: Page) -> Iterator[Node]:
    """Say nothing of a withdrawn release: its file is no longer there."""
    if page.context["page"].explorer_url:
        yield dataset(page.context["shown"], page.context["page"].entry.url, page.absolute)


def say_nothing(_page: Page) -> Iterable[Node]:
    return ()


WRITERS: dict[str, Callable[[Page], Iterable[Node]]] = {
    "home.html": home,
    "method.html": method,
    "roles/detail.html": role,
    "roles/faq.html": faq,
    "roles/glossary.html": terms,
    "roles/level.html": level,
    "salaries/releases/release.html": release,
}
