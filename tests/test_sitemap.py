"""The map for search engines holds every page that they may keep, once, and no other."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from roles.choices import PathName
from roles.models import Role, RoleLevel, Skill, Source, Tool
from salaries.models import DataRelease

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
# What has a page each, by the name of its address.
DESCRIBED: dict[str, Callable[[], list[list[str]]]] = {
    "roles:detail": lambda: [[role.slug] for role in Role.objects.all()],
    "level": lambda: [[row.role.slug, row.level] for row in RoleLevel.objects.all()],
    "roles:skill": lambda: [[skill.slug] for skill in Skill.objects.all()],
    "roles:tool": lambda: [[tool.slug] for tool in Tool.objects.all()],
    "roles:path": lambda: [[path.value] for path in PathName],
    "releases:release": lambda: [[release.slug] for release in DataRelease.objects.shown()],
    "source": lambda: [[source.slug] for source in Source.objects.all()],
}


def locations(client: Client) -> list[str]:
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    return re.findall(r"<loc>(.*?)</loc>", response.content.decode())


def in_both(paths: Iterable[str]) -> list[str]:
    return sorted(f"{SITE}{prefix}{path}" for path in paths for prefix in ("", "/hi"))


def addresses(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, bool]]:
    """Give the name of every address of a page, and whether it takes an argument."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            takes_argument = bool(pattern.pattern.regex.groups)
            yield f"{namespace}{pattern.name}", takes_argument
        elif pattern.namespace not in {"admin", "api"}:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from addresses(pattern, namespace + inner)


def may_be_kept(client: Client, path: str) -> bool:
    """Whether the page names its own address as the one to keep, and does not forbid to."""
    response = client.get(path)
    page = response.content.decode()
    names_itself = re.search(rf'rel="canonical"\s+href="{SITE}{re.escape(path)}"', page)
    return bool(names_itself) and "noindex" not in f"{page}{response.get('X-Robots-Tag')}"


def test_the_map_holds_the_pages_that_may_be_kept_and_no_other(client: Client) -> None:
    named = dict(addresses(get_resolver()))
    plain = [reverse(name) for name, takes_argument in named.items() if not takes_argument]
    described = [
        reverse(name, args=args) for name, all_of in DESCRIBED.items() for args in all_of()
    ]

    kept = [path for path in plain if may_be_kept(client, path)]

    assert {name for name, takes_argument in named.items() if takes_argument} == set(DESCRIBED)
    assert sorted(locations(client)) == in_both([*kept, *described])


def test_everything_that_has_a_page_of_its_own_may_be_kept(client: Client) -> None:
    one_of_each = [reverse(name, args=all_of()[-1]) for name, all_of in DESCRIBED.items()]

    assert [path for path in one_of_each if not may_be_kept(client, path)] == []


def test_a_page_in_hindi_may_be_kept_too(client: Client) -> None:
    plain = ["/", "/faq/", "/data/quality/", "/data/contradictions/"]
    one_of_each = [reverse(name, args=all_of()[-1]) for name, all_of in DESCRIBED.items()]

    assert [path for path in [*plain, *one_of_each] if not may_be_kept(client, f"/hi{path}")] == []


def test_each_address_names_its_page_in_every_language(client: Client) -> None:
    page = client.get("/sitemap.xml").content.decode()

    pair = (
        f'<xhtml:link rel="alternate" hreflang="en" href="{SITE}/faq/"/>'
        f'<xhtml:link rel="alternate" hreflang="hi" href="{SITE}/hi/faq/"/>'
    )
    assert f"<loc>{SITE}/faq/</loc>{pair}" in page
    assert f"<loc>{SITE}/hi/faq/</loc>{pair}" in page


def test_no_page_is_in_the_map_twice(client: Client) -> None:
    found = locations(client)

    assert len(found) == len(set(found))


def test_what_is_computed_from_a_release_is_as_old_as_that(client: Client) -> None:
    DataRelease.objects.update(as_of=date(2026, 10, 1))

    page = client.get("/sitemap.xml").content.decode()

    assert f"<loc>{SITE}/salaries/</loc><lastmod>2026-10-01</lastmod>" in page
    assert page.count("<lastmod>") == 2 * 5


def test_before_the_first_release_no_day_is_named(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    assert "<lastmod>" not in client.get("/sitemap.xml").content.decode()


def test_robots_are_told_where_the_map_is(client: Client) -> None:
    assert f"\nSitemap: {SITE}/sitemap.xml\n" in client.get("/robots.txt").content.decode()
