"""A permanent link pins a data release: what it shows does not change with a newer one."""

from datetime import date

import pytest
from django.test import Client

from salaries.models import DataRelease, Factor, PayFigure
from tests.explorer.test_agreement import table_of

pytestmark = pytest.mark.django_db

AMOUNTS = ("low", "high", "mean", "p10", "p25", "p50", "p75", "p90")
PINNED = "release=2026-11"


def publish_newer() -> None:
    """Publish a release in which every amount and every ratio is a tenth higher."""
    newer = DataRelease.objects.create(slug="2027-05", as_of=date(2027, 5, 1), status="published")
    for figure in PayFigure.objects.all():
        for name in AMOUNTS:
            amount = getattr(figure, name)
            setattr(figure, name, None if amount is None else amount * 11 // 10)
        figure.pk, figure.release = None, newer
        figure.save()
    for factor in Factor.objects.filter(low__isnull=False):
        sources = list(factor.sources.all())
        factor.value, factor.high = factor.value * 11 / 10, (factor.high or 0) * 11 / 10
        factor.pk, factor.release = None, newer
        factor.save()
        factor.sources.set(sources)


def data_of(client: Client, query: str) -> list[object]:
    """Return what page, file and chart say, as bytes where they are data alone."""
    page = client.get(f"/salaries/?{query}")
    files = [client.get(f"/salaries/{name}?{query}") for name in ("export.csv", "figure.json")]
    return [
        page.status_code,
        page.context["answer"].rows,
        page.context["answer"].claims,
        table_of(page.content.decode()),
        *(response.content for response in files),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "level=senior",
        "level=senior&city=hyderabad&size=large",
        "country=united-states",
        "sort=-low",
    ],
)
def test_a_permanent_link_shows_the_same_data_after_a_newer_release(
    client: Client, query: str
) -> None:
    before = data_of(client, f"{query}&{PINNED}")
    current = data_of(client, query)

    publish_newer()

    assert data_of(client, f"{query}&{PINNED}") == before
    assert data_of(client, query)[1] != current[1]


def test_a_page_offers_a_permanent_link_and_does_not_pin_by_itself(client: Client) -> None:
    context = client.get("/salaries/?level=senior").context

    assert context["canonical"] == "/salaries/?level=senior"
    assert context["permalink"] == "/salaries/?level=senior&release=2026-11"


def test_every_link_of_a_pinned_page_keeps_the_release(client: Client) -> None:
    cities = "&".join(f"city={city}" for city in ("pune", "mumbai", "chennai", "hyderabad"))
    context = client.get(f"/salaries/?{cities}&size=small&size=large&{PINNED}").context

    links = [
        *(context[name] for name in ("canonical", "permalink", "csv_url", "figure_url")),
        *(link.url for link in context["sort_links"].values()),
        *(link.url for link in (*context["chips"], *context["pages"])),
    ]
    assert len(links) == 15
    assert [link for link in links if PINNED not in link] == []


@pytest.mark.parametrize("path", ["", "export.csv", "figure.json"])
@pytest.mark.parametrize("status", ["draft", "withdrawn", None])
def test_only_a_published_release_answers(client: Client, path: str, status: str | None) -> None:
    if status is not None:
        DataRelease.objects.create(slug="2026-10", as_of=date(2026, 10, 1), status=status)

    response = client.get(f"/salaries/{path}?release=2026-10")

    assert response.status_code == 400
    assert "2026-11" in response.content.decode()
    assert "lakh" not in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/salaries/", "/salaries/export.csv", "/salaries/figure.json", "/api/v1/salaries/"]
)
@pytest.mark.parametrize("query", ["", "release=1999-01&"])
def test_of_a_withdrawn_release_it_is_said_where_it_is_explained(
    client: Client, path: str, query: str
) -> None:
    DataRelease.objects.create(slug="2026-10", as_of=date(2026, 10, 1), status="withdrawn")

    response = client.get(f"{path}?{query}release=2026-10")

    assert response.status_code == 400
    assert (
        "2026-10 was withdrawn; /data/releases/2026-10/ says more. Choose from: 2026-11."
        in response.text
    )


def test_before_the_first_release_none_can_be_named(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    response = client.get("/salaries/export.csv?release=2026-11")

    assert response.text == "release: No data release is published yet.\n"


def test_two_releases_at_once_are_refused(client: Client) -> None:
    publish_newer()

    response = client.get(f"/salaries/?{PINNED}&release=2027-05")

    assert response.status_code == 400
    assert "Give one value, not 2: 2027-05, 2026-11" in response.content.decode()
