"""One slice in four views: the same filters, each with its own link."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

FILTERS = "level=senior&size=large&release=2026-11"


def test_each_view_keeps_the_filters(client: Client) -> None:
    views = client.get(f"/salaries/?{FILTERS}&view=trend").context["views"]

    assert [(view.label, view.url, view.is_current) for view in views] == [
        ("Bands", f"/salaries/?{FILTERS}", False),
        ("Distribution", f"/salaries/?{FILTERS}&view=distribution", False),
        ("Cities", f"/salaries/?{FILTERS}&view=cities", False),
        ("Trend", f"/salaries/?{FILTERS}&view=trend", True),
    ]


@pytest.mark.parametrize("view", ["distribution", "cities", "trend"])
def test_form_chips_and_links_keep_the_view(client: Client, view: str) -> None:
    page = client.get(f"/salaries/?{FILTERS}&view={view}")

    context = page.context
    assert f'<input type="hidden" name="view" value="{view}">' in page.content.decode()
    links = [context["canonical"], context["permalink"], context["csv_url"], context["figure_url"]]
    assert [link for link in [*links, *(c.url for c in context["chips"])] if view not in link] == []


def test_the_default_view_is_not_in_the_form(client: Client) -> None:
    page = client.get("/salaries/").content.decode()

    assert 'name="view"' not in page


def test_an_unknown_view_is_refused_with_those_there_are(client: Client) -> None:
    page = client.get("/salaries/?view=map")

    assert page.status_code == 400
    assert "bands, distribution, cities, trend" in page.content.decode()


@pytest.mark.parametrize("view", ["distribution", "cities", "trend"])
@pytest.mark.parametrize(
    "query",
    ["", "country=united-states&role=product-manager", "city=pune", "level=lead&size=small"],
)
def test_every_view_of_a_slice_is_whole(client: Client, view: str, query: str) -> None:
    for path in (
        "/salaries/",
        "/salaries/export.csv",
        "/salaries/figure.json",
        "/salaries/card.svg",
    ):
        assert client.get(f"{path}?{query}&view={view}").status_code == 200

    page = client.get(f"/salaries/?{query}&view={view}")
    figures = client.get(f"/salaries/figure.json?{query}&view={view}").json()["figures"]
    charts = page.context["charts"]
    assert [figure["layout"]["title"]["text"].replace("<br>", " ") for figure in figures] == [
        chart.title for chart in charts
    ]


def offered(client: Client, query: str) -> list[tuple[str, str]]:
    page = client.get(f"/salaries/?{query}")
    return [(chip.label, chip.url) for chip in page.context["wider"]]


@pytest.mark.parametrize(
    ("query", "bands"),
    [
        ("level=senior&city=pune&view=distribution", "/salaries/?level=senior&city=pune"),
        ("city=pune&kind=reported&view=cities", "/salaries/?city=pune&kind=reported"),
    ],
)
def test_a_view_of_nothing_offers_the_bands_that_it_speaks_of_first(
    client: Client, query: str, bands: str
) -> None:
    first, *_ = offered(client, query)

    assert first == ("The bands of this choice", bands)


@pytest.mark.parametrize("query", ["kind=observed", "role=core-product-manager&view=trend"])
def test_bands_are_not_offered_where_they_have_as_little(client: Client, query: str) -> None:
    assert "The bands of this choice" not in dict(offered(client, query))


def test_cities_without_figures_do_not_offer_to_drop_the_city_that_changes_nothing(
    client: Client,
) -> None:
    assert "All of the country" not in dict(offered(client, "city=pune&kind=reported&view=cities"))
    assert "All of the country" in dict(offered(client, "city=pune&kind=reported"))


def test_what_is_offered_instead_of_nothing_keeps_the_release(client: Client) -> None:
    urls = dict(offered(client, "role=core-product-manager&release=2026-11")).values()

    assert list(urls) == ["/salaries/?release=2026-11"]
