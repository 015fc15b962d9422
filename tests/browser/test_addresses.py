"""The table of pages is whole: a new page that is not in it is tested by nobody."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.browser.addresses import ADDRESSES

# What is served to programs; and the page of components, which is for the staff alone.
NO_PAGES = {
    "healthz",
    "readyz",
    "robots",
    "sitemap",
    "favicon",
    "plan-file",
    "salaries:export",
    "salaries:figure",
    "salaries:card",
    "salaries:band-file",
    "releases:template",
    "styleguide",
}
# The admin and what the API answers have tests of their own.
OTHERS = {"admin", "api"}


def named(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    """Give the name of every address below this one, with its namespace."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace not in OTHERS:
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from named(pattern, namespace + inner)


def test_every_public_page_is_in_the_table() -> None:
    reached = {
        resolve(address.path.split("?")[0]).view_name
        for address in ADDRESSES
        if address.path != "/nowhere/" and not address.path.startswith("/hi/")
    }

    assert set(named(get_resolver())) - NO_PAGES == reached


def test_no_address_is_in_the_table_twice() -> None:
    assert len({address.path for address in ADDRESSES}) == len(ADDRESSES)
