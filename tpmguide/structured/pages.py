"""Which page says what for machines: by its template, from the values in its context."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Link, from_home
from roles.models import Role
from tpmguide.structured.answers import faq_page, glossary
from tpmguide.structured.json_ld import IN_ENGLISH, Absolute, JsonLd, Node
from tpmguide.structured.occupations import of_level, of_role
from tpmguide.structured.releases import dataset
from tpmguide.structured.trails import breadcrumbs, trail_of

Context = Mapping[str, Any]


def structured(
    template: str, context: Context, absolute: Absolute, *, has_trail: bool
) -> JsonLd | None:
    """Return what the page of the template says, or None where it says nothing."""
    write = WRITERS.get(template, say_nothing)
    nodes = [*write(context, absolute)]
    if has_trail and (trail := trail_of(context)):
        nodes.append(breadcrumbs(trail, absolute))
    return JsonLd(tuple(nodes)) if nodes else None


def home(_context: Context, absolute: Absolute) -> Iterator[Node]:
    url = absolute(reverse("home"))
    yield {"@type": "WebSite", "name": "tpmguide", **IN_ENGLISH, "url": url}


def role(context: Context, absolute: Absolute) -> Iterator[Node]:
    yield from of_role(context["guide"], absolute)
    yield breadcrumbs(trail_to(context["role"]), absolute)


def trail_to(role: Role) -> tuple[Link, ...]:
    return from_home(
        Link(gettext("Roles"), reverse("roles:index")),
        Link(role.name, role.get_absolute_url(), is_current=True),
    )


def level(context: Context, absolute: Absolute) -> Iterator[Node]:
    yield from of_level(context["page"], context["pay"], absolute)


def faq(context: Context, absolute: Absolute) -> Iterator[Node]:
    yield faq_page(context["answers"], reverse("roles:faq"), absolute)


def terms(context: Context, absolute: Absolute) -> Iterator[Node]:
    yield glossary(context["letters"], reverse("roles:glossary"), absolute)


def method(context: Context, absolute: Absolute) -> Iterator[Node]:
    if context["release"]:
        yield dataset(context["release"], reverse("method"), absolute)


def release(context: Context, absolute: Absolute) -> Iterator[Node]:
    """Say nothing of a withdrawn release: its file is no longer there."""
    if context["page"].explorer_url:
        yield dataset(context["shown"], context["page"].entry.url, absolute)


def say_nothing(_context: Context, _absolute: Absolute) -> Iterable[Node]:
    return ()


WRITERS: dict[str, Callable[[Context, Absolute], Iterable[Node]]] = {
    "home.html": home,
    "method.html": method,
    "roles/detail.html": role,
    "roles/faq.html": faq,
    "roles/glossary.html": terms,
    "roles/level.html": level,
    "salaries/releases/release.html": release,
}
