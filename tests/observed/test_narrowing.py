"""Industry and source narrow the page, the file, the chart and the API alike."""

import json
from collections.abc import Iterable
from re import findall, search

import pytest
from django.test import Client

from salaries.choices import PayKind
from salaries.rows import PayRow
from tests.observed.conftest import Publish

pytestmark = pytest.mark.django_db

PM = "role=product-manager&city=seattle&level=senior"
FINTECH = [{"pay": str(pay), "industry": "Fintech"} for pay in range(150_000, 210_000, 10_000)]
RETAIL = [{"pay": str(pay), "industry": "Retail"} for pay in range(90_000, 150_000, 10_000)]


@pytest.mark.parametrize("path", ["/salaries/", "/salaries/export.csv", "/api/v1/salaries/"])
def test_an_unknown_industry_names_those_that_are_known(
    client: Client, publish: Publish, path: str
) -> None:
    publish(*FINTECH, *RETAIL)

    response = client.get(f"{path}?industry=mining")

    assert response.status_code == 400
    assert "Choose from: fintech, retail." in response.content.decode()


def computed(rows: Iterable[PayRow]) -> list[PayRow]:
    """Return the rows of the observations, less what is stored of the whole country."""
    return [row for row in rows if row.pay_kind is PayKind.BASE]


def test_an_industry_narrows_everything(client: Client, publish: Publish) -> None:
    publish(*FINTECH, *RETAIL)
    query = f"{PM}&industry=fintech&kind=observed"

    page = client.get(f"/salaries/?{query}")

    (row,) = computed(page.context["answer"].rows)
    assert (row.industry, row.n, row.p50) == ("Fintech", 6, 175_000)
    assert "industry Fintech" in page.context["title"]
    assert "Fintech" in client.get(f"/salaries/export.csv?{query}").content.decode()
    told = client.get(f"/api/v1/salaries/?{query}").json()["rows"]
    assert [row["p50"] for row in told if row["industry"] == "Fintech"] == [175_000]
    charts = json.loads(client.get(f"/salaries/figure.json?{query}").content)["figures"]
    assert any("Fintech" in json.dumps(chart["data"]) for chart in charts)


def test_nothing_is_modelled_for_an_industry(client: Client, publish: Publish) -> None:
    publish(*FINTECH, *RETAIL)

    page = client.get("/salaries/?city=pune&industry=retail&role=technical-product-manager")

    assert page.context["answer"].rows == ()
    assert "applies no ratio between industries" in page.content.decode()


def test_an_industry_of_too_few_shows_the_broader_slice(client: Client, publish: Publish) -> None:
    publish(*FINTECH, *({**row, "city": "New York"} for row in RETAIL))

    page = client.get(f"/salaries/?{PM}&industry=retail&kind=observed")
    (row,) = computed(page.context["answer"].rows)

    assert (row.industry, row.n) == ("", 6)
    assert row.broader == "broader slice used: city"


@pytest.mark.parametrize("path", ["/salaries/", "/salaries/export.csv", "/api/v1/salaries/"])
def test_a_trend_reaches_back_to_releases_that_do_not_know_an_industry(
    client: Client, publish: Publish, path: str
) -> None:
    publish(*FINTECH)
    publish(*FINTECH, *RETAIL, release="2027-01")

    of_one = client.get(f"{path}?{PM}&industry=retail&kind=observed&view=trend")
    of_both = client.get(f"{path}?{PM}&industry=retail&industry=fintech&kind=observed&view=trend")

    assert (of_one.status_code, of_both.status_code) == (200, 200)
    assert "Retail" in of_one.text
    assert "175,000" in of_both.text or "175000" in of_both.text


@pytest.mark.parametrize(
    ("about", "release"),
    [("base pay, .*broader slice used: city", "2026-12"), (", Retail,", "2027-01")],
)
def test_a_release_that_does_not_know_an_industry_shows_the_broader_slice(
    client: Client, publish: Publish, about: str, release: str
) -> None:
    publish(*FINTECH)
    publish(*FINTECH, *RETAIL, release="2027-01")

    charts = client.get(f"/salaries/?{PM}&industry=retail&view=trend").context["charts"]

    (chart,) = (chart for chart in charts if search(about, chart.title))
    assert [line.label for line in chart.lines if line.bar] == [release]


def test_a_source_narrows_reported_and_modelled_figures(client: Client) -> None:
    every = client.get("/salaries/?city=pune&level=senior").context["answer"].rows
    (row,) = every
    source = row.sources[-1].url.rpartition("#")[2]

    kept = client.get(f"/salaries/?city=pune&level=senior&source={source}").context["answer"].rows
    none = client.get("/salaries/?city=pune&level=senior&source=aijobs-2025-01").context["answer"]

    assert kept == every
    assert none.rows == ()


def test_a_source_that_gives_no_figure_says_so(client: Client) -> None:
    page = client.get("/salaries/?level=senior&source=aijobs-2025-01").content.decode()

    assert "or not enough data for one" in page


def test_figures_of_two_industries_are_told_apart_in_the_table(
    client: Client, publish: Publish
) -> None:
    publish(*FINTECH, *RETAIL)

    page = client.get(f"/salaries/?{PM}&industry=fintech&industry=retail&kind=observed")
    heads = findall(r'<th scope="row"[^>]*>(.*?)</th>', page.content.decode())

    told = [head for head in heads if "Product Manager, Seattle" in head]
    assert [head.split("Seattle")[1].split("<")[0] for head in told] == [", Fintech", ", Retail"]


def test_a_sentence_names_the_industries_that_its_figures_are_about(
    client: Client, publish: Publish
) -> None:
    publish(*FINTECH, *RETAIL)

    of_one = client.get(f"/salaries/?{PM}&industry=fintech&kind=observed").content.decode()
    of_both = client.get(f"/salaries/?{PM}&industry=fintech&industry=retail&kind=observed")

    assert "Senior Product Manager pay in Seattle, industry Fintech: the middle half" in of_one
    assert "Product Managers in Seattle, industry Fintech and Retail, according to" in (
        of_both.content.decode()
    )


def test_a_sentence_on_a_broader_slice_names_no_industry(client: Client, publish: Publish) -> None:
    publish(*FINTECH, *({**row, "city": "New York"} for row in RETAIL))

    page = client.get(f"/salaries/?{PM}&industry=retail&kind=observed").content.decode()

    assert "Senior Product Manager pay in Seattle: the middle half" in page
