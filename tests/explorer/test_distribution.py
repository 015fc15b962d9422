"""The view of distributions: how the observations behind a figure spread."""

import csv
import re
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from salaries.answering.answers import Answer
from salaries.disclosure.showing import Bar
from salaries.explorer.distribution import Spread, spreads
from salaries.observed.spread import Distribution
from salaries.slices import Slice
from tests.observed.conftest import Publish
from tests.salaries.adverts import PRODUCT_MANAGER, adverts
from tests.salaries.examples import pay_row

VIEW = f"view=distribution&level=senior&{PRODUCT_MANAGER}"
MANY = range(100_000, 220_000, 1_000)


def spread_of(*bars: Bar) -> Spread:
    row = pay_row(low=20_00_000, high=30_00_000, p50=25_00_000)
    found = Answer(Slice(), (row,), (), by_proxy=False, roles_without=())
    (spread,) = spreads(found, [Distribution(row, bars)])
    return spread


@pytest.mark.django_db
@pytest.mark.parametrize("view", ["distribution", "trend"])
def test_the_default_basis_is_no_conversion(client: Client, view: str) -> None:
    assert client.get(f"/salaries/?view={view}&basis=market").status_code == 200
    assert client.get(f"/salaries/?view={view}&basis=ppp").status_code == 400


def test_the_area_of_a_column_is_its_number() -> None:
    spread = spread_of(
        Bar(None, 20_00_000, 5),
        Bar(20_00_000, 22_00_000, 10),
        Bar(22_00_000, 26_00_000, 10),
        Bar(26_00_000, None, 6),
    )

    closed = [column for column in spread.columns if not column.is_open]
    first, second = (column.width * column.height for column in closed)
    assert first == pytest.approx(second, rel=0.01)
    assert [column.n for column in spread.columns] == [5, 10, 10, 6]


def test_columns_stand_side_by_side_within_the_axis() -> None:
    spread = spread_of(
        Bar(None, 20_00_000, 5), Bar(20_00_000, 24_00_000, 10), Bar(24_00_000, None, 6)
    )

    first, *_, last = spread.columns
    ends = [(column.x, round(column.x + column.width, 2)) for column in spread.columns]
    assert all(end == pytest.approx(start, abs=0.02) for (_, end), (start, _) in pairwise(ends))
    assert (first.x >= 0, last.x + last.width <= 100.01) == (True, True)
    assert (first.left, last.right) == (16_00_000, 28_00_000)


def test_open_ends_are_said_and_never_drawn_as_amounts() -> None:
    spread = spread_of(Bar(None, 20_00_000, 5), Bar(20_00_000, None, 6))

    assert [column.label for column in spread.columns] == ["below ₹20 lakh", "₹20 lakh and more"]
    assert [(column.low, column.high) for column in spread.columns] == [
        (None, 20_00_000),
        (20_00_000, None),
    ]


def page_of(client: Client, query: str) -> Any:
    return client.get(f"/salaries/?{query}")


@pytest.mark.django_db
def test_drawing_table_figure_and_file_are_the_same(client: Client, publish: Publish) -> None:
    publish(*adverts(MANY))

    page = page_of(client, VIEW)
    (spread,) = page.context["charts"]
    html = page.content.decode()
    (figure,) = client.get(f"/salaries/figure.json?{VIEW}").json()["figures"]
    text = client.get(f"/salaries/export.csv?{VIEW}").content.decode()
    lines = list(csv.reader(text.splitlines()))

    columns = [(column.label, column.low, column.high, column.n) for column in spread.columns]
    assert sum(n for *_, n in columns) == 120
    drawn = re.findall(r'data-low="(\d*)"\s+data-high="(\d*)"\s+data-n="(\d+)"', html)
    assert drawn == [(str(low or ""), str(high or ""), str(n)) for _, low, high, n in columns]
    table = re.findall(
        r'<th scope="row" data-label="Pay per year">(.*?)</th>\s*<td.*?>(\d+)</td>', html
    )
    assert table == [(label, str(n)) for label, _, _, n in columns]
    (trace,) = figure["data"]
    assert trace["customdata"] == [[label, f"n = {n}"] for label, _, _, n in columns]
    cells = [dict(zip(lines[6], line, strict=True)) for line in lines[7:-1]]
    assert [(cell["from"], cell["to"], cell["n"]) for cell in cells] == drawn
    assert lines[-1] == ["# end of file", str(len(columns))]


@pytest.mark.django_db
def test_programs_are_told_of_a_distribution_where_they_ask_for_it(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(MANY))

    (spread,) = page_of(client, VIEW).context["charts"]
    told = client.get(f"/api/v1/salaries/?{VIEW}").json()
    bands = client.get("/api/v1/salaries/?country=united-states").json()

    bars = [{"low": bar.low, "high": bar.high, "n": bar.n} for bar in spread.columns]
    assert told["distributions"] == [{"row": 0, "bars": bars}]
    assert (len(told["rows"]), told["rows"][0]["n"]) == (1, 120)
    assert (len(bands["rows"]) > 0, bands["distributions"]) == (True, [])


@pytest.mark.django_db
def test_both_drawings_show_open_ends_without_a_fill_and_the_median(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(MANY))

    html = page_of(client, VIEW).content.decode()
    (figure,) = client.get(f"/salaries/figure.json?{VIEW}").json()["figures"]

    (spread,) = page_of(client, VIEW).context["charts"]
    is_open = [column.is_open for column in spread.columns]
    assert sum(is_open) == 2
    drawn = re.findall(r'<rect class="band--observed( spread-open)?"', html)
    assert [bool(one) for one in drawn] == is_open
    colours = figure["data"][0]["marker"]["color"]
    assert [colour == "rgba(0,0,0,0)" for colour in colours] == is_open
    assert "an outermost column without a fill is open" in html
    (median,) = figure["layout"]["shapes"]
    assert median["x0"] == median["x1"] == spread.row.p50
    labels = [column.label for column in spread.columns if column.is_open]
    said = [one["text"] for one in figure["layout"]["annotations"]]
    assert said == [*labels, f"Median {spread.row.median}"]


@pytest.mark.django_db
def test_no_column_is_of_too_few(client: Client, publish: Publish) -> None:
    publish(*adverts(MANY), *adverts(range(400_000, 403_000, 1_000)))

    (spread,) = page_of(client, VIEW).context["charts"]

    assert min(column.n for column in spread.columns) >= 5
    assert (spread.columns[0].low, spread.columns[-1].high) == (None, None)


@pytest.mark.django_db
def test_one_source_and_one_kind_of_pay_make_a_chart(client: Client, publish: Publish) -> None:
    publish(*adverts(MANY), *adverts(MANY, pay_kind="total"), *adverts(MANY, source="so-2025"))

    charts = page_of(client, VIEW).context["charts"]

    said = {(spread.row.sources[0].short, spread.row.pay_kind.value) for spread in charts}
    assert len(charts) == len(said) == 3
    assert {sum(column.n for column in spread.columns) for spread in charts} == {120}


@pytest.mark.django_db
def test_the_title_lists_choice_sample_and_release(client: Client, publish: Publish) -> None:
    publish(*adverts(MANY))

    page = page_of(client, f"{VIEW}&city=seattle")
    (spread,) = page.context["charts"]

    for part in ("Product Manager, Senior, Seattle", "n = 120 adverts", "release 2026-12"):
        assert part in spread.title
    assert page.context["title"] == (
        "Senior Product Manager pay in Seattle: distribution (n = 120 adverts, release 2026-12)"
    )


@pytest.mark.django_db
def test_a_broader_slice_is_named(client: Client, publish: Publish) -> None:
    publish(*adverts(MANY))

    (spread,) = page_of(client, f"{VIEW}&city=seattle&size=small").context["charts"]

    assert "broader slice used: city" in spread.title


@pytest.mark.django_db
def test_too_few_for_two_columns_are_not_enough_data(client: Client, publish: Publish) -> None:
    publish(*adverts(range(100_000, 107_000, 1_000)))

    page = page_of(client, VIEW)

    (spread,) = page.context["charts"]
    assert (spread.row.n, spread.columns) == (7, ())
    assert spread.sentence.endswith(
        "There is not enough data for a distribution: it takes two bars of 5 observations or more."
    )
    answer = page.content.decode().partition('id="answer"')[2]
    said = re.sub("<[^>]+>", "", answer)
    assert "Half lies at $101,500-104,500 a year; the median is $103,000." in said
    assert "<table" not in answer.partition('id="factors"')[0]
    assert "spread-plot" not in answer
    assert client.get(f"/salaries/figure.json?{VIEW}").status_code == 200


@pytest.mark.django_db
def test_a_figure_that_is_too_small_to_draw_is_said_to_count(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(range(100_000, 107_000, 1_000)))

    page = page_of(client, VIEW)
    bands = page_of(client, VIEW.replace("distribution", "bands")).content.decode()

    (senior,) = [one for one in page.context["controls"].levels if one.value == "senior"]
    assert senior.count == 1
    said = "Here those count that are made of observations, also where these are too few to draw."
    assert said in page.content.decode()
    assert said not in bands


@pytest.mark.django_db
def test_a_file_says_too_what_has_not_enough_data(client: Client, publish: Publish) -> None:
    publish(*adverts(range(100_000, 107_000, 1_000)))

    lines = list(csv.reader(client.get(f"/salaries/export.csv?{VIEW}").text.splitlines()))

    cells = dict(zip(lines[6], lines[7], strict=True))
    assert (cells["from"], cells["to"], cells["n"]) == ("", "", "7")
    assert cells["note"].endswith("There is not enough data for a distribution.")
    assert lines[8:] == [["# end of file", "1"]]


@pytest.mark.django_db
def test_without_observations_the_page_says_why_it_is_empty(client: Client) -> None:
    page = page_of(client, "view=distribution").content.decode()

    assert "A distribution is drawn from observations" in page
