"""The view of cities: each beside the others, and each as its own page says it."""

import csv

import pytest
from django.test import Client

from salaries.choices import Kind
from salaries.explorer.series import Chart
from salaries.rows import PayRow
from tests.observed.conftest import Publish
from tests.salaries.adverts import PRODUCT_MANAGER, adverts

pytestmark = pytest.mark.django_db

CITIES = f"view=cities&level=senior&kind=observed&{PRODUCT_MANAGER}"
HIGH, LOW = range(150_000, 210_000, 5_000), range(100_000, 112_000, 1_000)


def charts_of(client: Client, query: str) -> tuple[Chart, ...]:
    charts: tuple[Chart, ...] = client.get(f"/salaries/?{query}").context["charts"]
    return charts


def rows_of(client: Client, query: str) -> list[PayRow]:
    return list(client.get(f"/salaries/?{query}").context["answer"].rows)


def test_every_city_of_the_country_is_ranked_by_pay(client: Client) -> None:
    (chart,) = charts_of(client, "view=cities&level=senior")

    ends = [(line.bar.row.low, line.bar.row.high) for line in chart.lines if line.bar]
    assert len(chart.lines) == 9
    assert ends == sorted(ends, reverse=True)
    assert (chart.lines[0].rank, chart.lines[0].label) == (1, "Bengaluru")
    assert chart.sentence.startswith("Highest in Bengaluru (₹")


@pytest.mark.parametrize("level", ["entry", "mid", "senior", "lead"])
def test_the_ratio_ranks_modelled_cities_and_not_the_rounding_of_a_band(
    client: Client, level: str
) -> None:
    (chart,) = charts_of(client, f"view=cities&level={level}")

    ranks = {line.label: line.rank for line in chart.lines}
    named = ("Ahmedabad", "Chennai", "Pune", "Chandigarh")
    assert [ranks[city] for city in named] == [4, 5, 6, 7]


def test_cities_with_the_same_pay_share_a_rank_and_are_named_together(
    client: Client, publish: Publish
) -> None:
    publish(
        *adverts(LOW),
        *adverts(LOW, city="Denver", region="CO"),
        *adverts(HIGH, city="Austin", region="TX"),
    )

    (chart,) = charts_of(client, CITIES)

    ranks = [(line.rank, line.label) for line in chart.lines[:3]]
    assert ranks == [(1, "Austin"), (2, "Denver"), (2, "Seattle")]
    assert "; lowest in Denver and Seattle (median $" in chart.sentence


@pytest.mark.parametrize(
    "query", ["level=senior", "", "size=large&level=mid", "country=united-states&level=lead"]
)
def test_a_city_is_told_as_its_own_page_tells_it(client: Client, query: str) -> None:
    rows = rows_of(client, f"view=cities&{query}")
    cities = dict.fromkeys(row.city_slug for row in rows)
    own = query.replace("country=united-states&", "")

    assert len(cities) in {9, 22}
    for city in cities:
        beside = [row for row in rows if row.city_slug == city]
        alone = [row for row in rows_of(client, f"city={city}&{own}") if row.city_slug == city]
        assert sorted(beside, key=repr) == sorted(alone, key=repr)


def test_observed_cities_are_ranked_by_their_median(client: Client, publish: Publish) -> None:
    publish(*adverts(LOW), *adverts(HIGH, city="Austin", region="TX"))

    (chart,) = charts_of(client, CITIES)

    said = [(line.rank, line.label, line.bar and line.bar.row.n) for line in chart.lines[:3]]
    assert said == [(1, "Austin", 12), (2, "Seattle", 12), (None, "Atlanta", None)]
    alone = rows_of(client, CITIES.replace("view", "x") + "&city=austin")
    assert rows_of(client, CITIES)[0] in alone
    page = client.get(f"/salaries/?{CITIES}").content.decode()
    assert page.count('class="band-dot"') == 2


def test_too_few_are_told_like_none_and_never_as_nought(client: Client, publish: Publish) -> None:
    publish(*adverts(LOW), *adverts(range(300_000, 303_000, 1_000), city="Austin", region="TX"))

    (chart,) = charts_of(client, CITIES)

    lines = {line.label: line for line in chart.lines}
    hidden, empty = lines["Austin"], lines["Boston"]
    assert (hidden.bar, hidden.rank) == (empty.bar, empty.rank) == (None, None)
    page = client.get(f"/salaries/?{CITIES}").content.decode()
    assert page.count(">not enough data<") == 2 * 21
    assert "Not enough data for Atlanta, Austin, Baltimore, Boston" in page


def test_no_list_mixes_kinds_of_figures_or_of_pay(client: Client, publish: Publish) -> None:
    publish(*adverts(LOW), *adverts(HIGH, pay_kind="total"))

    charts = charts_of(client, CITIES.replace("kind=observed&", ""))

    lists = [
        {(line.bar.row.kind, line.bar.row.pay_kind) for line in chart.lines if line.bar}
        for chart in charts
    ]
    assert [len(kinds) for kinds in lists] == [1] * len(lists)
    assert len(set.union(*lists)) == 3


def test_a_broader_slice_is_a_list_of_its_own(client: Client, publish: Publish) -> None:
    publish(
        *adverts(LOW),
        *adverts(range(90_000, 92_000, 1_000), size="small"),
        *adverts(HIGH, size="small", city="Austin", region="TX"),
    )

    small, broader = charts_of(client, f"{CITIES}&size=small")

    assert [line.label for line in small.lines if line.bar] == ["Austin"]
    assert [line.label for line in broader.lines] == ["Seattle"]
    assert "broader slice used: city" in broader.title


def test_the_cities_that_are_chosen_are_marked(client: Client) -> None:
    (chart,) = charts_of(client, "view=cities&level=senior&city=pune")

    assert [line.label for line in chart.lines if line.is_chosen] == ["Pune"]
    assert len(chart.lines) == 9


def test_each_city_links_to_its_bands(client: Client) -> None:
    (chart,) = charts_of(client, "view=cities&level=senior&release=2026-11")

    assert chart.lines[0].url == "/salaries/?level=senior&city=bengaluru&release=2026-11"


def test_page_table_chart_file_and_api_have_the_same_rows(client: Client) -> None:
    query = "view=cities&level=senior&size=large"
    charts = charts_of(client, query)

    drawn = [line.bar.row for chart in charts for line in chart.lines if line.bar]
    lines = list(
        csv.reader(client.get(f"/salaries/export.csv?{query}").content.decode().splitlines())
    )
    cells = [dict(zip(lines[6], line, strict=True)) for line in lines[7:-1]]
    api = client.get(f"/api/v1/salaries/?{query}").json()
    (figure,) = client.get(f"/salaries/figure.json?{query}").json()["figures"]
    (bars,) = [trace for trace in figure["data"] if trace["type"] == "bar"]

    said = [(row.city, row.low, row.high) for row in drawn]
    assert len(said) == 9
    assert [(cell["city"], int(cell["low"]), int(cell["high"])) for cell in cells] == said
    assert [(row["city"], row["low"], row["high"]) for row in api["rows"]] == [
        (row.city_slug, row.low, row.high) for row in drawn
    ]
    assert [
        (label.partition("<br>")[0], low, low + width)
        for label, low, width in zip(bars["y"], bars["base"], bars["x"], strict=True)
    ] == said


def test_where_no_city_has_enough_the_page_says_so(client: Client) -> None:
    page = client.get(f"/salaries/?{CITIES}&kind=observed").content.decode()

    assert "There is not enough data for any city." in page


def test_a_list_is_never_split_between_pages(client: Client) -> None:
    first = client.get("/salaries/?view=cities").context["answer"]
    second = client.get("/salaries/?view=cities&page=2").context["answer"]

    assert [len(chart) for chart in first.page_charts + second.page_charts] == [9, 9, 9, 9]
    assert {row.kind for row in first.rows} == {Kind.MODELLED}


def test_a_ranking_says_its_kind_once(client: Client) -> None:
    (chart,) = charts_of(client, "view=cities&level=senior")

    assert chart.title == (
        "Technical Product Manager, Senior, India, modelled, annual pay, parts not stated, by city "
        "(release 2026-11)"
    )


def test_the_title_and_the_heading_say_that_cities_are_compared(client: Client) -> None:
    context = client.get("/salaries/?view=cities&level=senior&city=pune").context

    assert context["heading"] == "Senior Technical Product Manager pay in India, city by city"
    assert context["title"].endswith("(modelled, release 2026-11)")
