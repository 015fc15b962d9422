"""Every link leads somewhere, every anchor is there, and no page is far from the home page."""

from functools import cache

import pytest
from django.test import Client

from tests.crawling import HOME, Crawl, Visit, within_the_site
from tests.test_sitemap import SITE, locations

pytestmark = pytest.mark.django_db

MOST_CLICKS = 3


@cache
def walked() -> dict[str, Visit]:
    """Walk the site once for all tests of this file, none of which changes what it shows."""
    crawl = Crawl(Client())
    crawl.run()
    return crawl.visits


@pytest.fixture(name="visits")
def walk() -> dict[str, Visit]:
    return walked()


def test_no_link_is_dead(visits: dict[str, Visit]) -> None:
    dead = {visit.address for visit in visits.values() if visit.status != 200}

    assert len(visits) > 150
    assert {
        (visit.address, target)
        for visit in visits.values()
        for target, _ in visit.links
        if target in dead
    } == set()


def test_every_anchor_that_is_linked_to_is_on_its_page(visits: dict[str, Visit]) -> None:
    assert {
        (visit.address, f"{target}#{anchor}")
        for visit in visits.values()
        for target, anchor in visit.links
        if anchor and target in visits and anchor not in visits[target].anchors
    } == set()


def test_every_page_of_the_sitemap_is_three_clicks_from_home_at_most(
    client: Client, visits: dict[str, Visit]
) -> None:
    paths = [location.removeprefix(SITE) for location in locations(client)]
    # A page in Hindi is as far from the home page in Hindi.
    pages = [path for path in paths if not path.startswith("/hi/")]

    assert [page for page in pages if page not in visits] == []
    assert [page for page in pages if visits[page].clicks > MOST_CLICKS] == []


def test_the_only_page_that_sets_a_cookie_is_the_one_that_privacy_names(
    visits: dict[str, Visit],
) -> None:
    setting = [visit.address for visit in visits.values() if visit.cookies]

    assert sorted(setting) == ["/hi/plan/open/", "/plan/open/"]
    assert ("/plan/open/", "") in visits["/privacy/"].links


def test_addresses_elsewhere_are_not_followed() -> None:
    targets = ["#top", "b/?x=1#y", "https://guide.example/", "mailto:a@guide.example", "/admin/"]

    assert list(within_the_site("/a/", targets)) == [("/a/", "top"), ("/a/b/?x=1", "y")]
    assert list(within_the_site(HOME, ["?q=1"])) == [("/?q=1", "")]
