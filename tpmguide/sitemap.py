"""Every page that search engines may keep, once: the page of an address without a query string."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.urls import reverse

from roles.choices import PathName
from roles.models import Role, RoleLevel, Skill, Source, Tool
from salaries.models import DataRelease

PAGES = (
    "home",
    "roles:index",
    "roles:compare",
    "roles:skills",
    "roles:tools",
    "roles:paths",
    "roles:fit",
    "roles:interview",
    "roles:faq",
    "roles:glossary",
    "data",
    "contradictions",
    "releases:diff",
    "releases:observations",
    "sources",
    "plan",
    "plan-open",
    "search",
    "api",
    "about",
    "accessibility",
    "privacy",
)
# What these pages show is computed from the release in use, and so is as old as that.
PAGES_OF_RELEASE = (
    "salaries:explorer",
    "salaries:compare",
    "method",
    "releases:index",
    "releases:quality",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The address of a page in English, and the day of its last change where that is known.

    Each is there in every language: the map names all of them, each with the others.
    """

    path: str
    changed: date | None = None


def entries() -> Iterator[Entry]:
    release = DataRelease.objects.current()
    for name in PAGES:
        yield Entry(reverse(name))
    for name in PAGES_OF_RELEASE:
        yield Entry(reverse(name), release.as_of if release else None)
    for path in described():
        yield Entry(path)


def described() -> Iterator[str]:
    """Give the address of everything that has a page of its own; six queries."""
    levels = RoleLevel.objects.select_related("role")
    for thing in chain[Role | RoleLevel | Skill | Tool](
        Role.objects.all(), levels, Skill.objects.all(), Tool.objects.all()
    ):
        yield thing.get_absolute_url()
    for path in PathName:
        yield reverse("roles:path", args=[path.value])
    for slug in Source.objects.values_list("slug", flat=True):
        yield reverse("source", args=[slug])
    for slug in DataRelease.objects.shown().values_list("slug", flat=True):
        yield reverse("releases:release", args=[slug])
