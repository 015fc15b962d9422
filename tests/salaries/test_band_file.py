"""The file of a pay band: what the page says, whole, safe, and without a pay."""

import csv
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client

from salaries import money
from salaries.models import PayFigure

pytestmark = pytest.mark.django_db

QUERIES = (
    "level=senior&city=pune&spread=40",
    "level=senior&country=united-states",
    "level=senior&city=seattle&spread=120",
    "level=lead",
    "level=mid&role=product-manager&currency=USD",
    "level=senior&role=core-product-manager",
)
Cells = dict[str, str]


def file_of(client: Client, query: str) -> tuple[list[list[str]], list[Cells]]:
    """Return the head of the file and its rows by the names of their columns."""
    response = client.get(f"/salaries/band.csv?{query}")
    assert response.status_code == HTTPStatus.OK
    lines = list(csv.reader(response.text.splitlines()))
    head = [line for line in lines if line[0].startswith("#")]
    names, *rows = [line for line in lines if not line[0].startswith("#")]
    return head, [dict(zip(names, row, strict=True)) for row in rows]


def printed(cells: Cells, name: str) -> str:
    amount = cells[name]
    return money.in_full(int(amount), int(amount), cells["currency"]) if amount else ""


@pytest.mark.parametrize("query", QUERIES)
def test_the_rows_of_the_file_are_those_of_the_page(client: Client, query: str) -> None:
    page: Any = client.get(f"/salaries/band/?{query}").context
    _, rows = file_of(client, query)
    bands = [row for row in rows if row["row"] == "band"]
    figures = [row for row in rows if row["row"] == "evidence"]

    shown = page["built"].steps if page["built"] else ()
    assert [
        (row["band_level"], *(printed(row, name) for name in ("minimum", "midpoint", "maximum")))
        for row in bands
    ] == [(step.level.value, step.low, step.mid, step.high) for step in shown]
    assert [
        (row["kind"], row["low"], row["high"], printed(row, "midpoint")) for row in figures
    ] == [
        (item.row.kind.value, str(item.row.low), str(item.row.high), item.midpoint)
        for item in page["items"]
    ]


def test_overlap_and_step_are_numbers_and_what_is_missing_says_why(client: Client) -> None:
    _, rows = file_of(client, "level=senior")

    mid, senior, lead, evidence = rows
    assert (mid["overlap"], mid["overlap_percent"], mid["progression_percent"]) == (
        "140000",
        "13.5",
        "40.5",
    )
    assert (senior["spread_percent"], senior["overlap"]) == ("50", "")
    assert (lead["minimum"], lead["kind"]) == ("", "")
    assert lead["remark"].endswith("has no upper end, and so no middle.")
    assert evidence["remark"] == "its middle is the midpoint of the band"


def test_the_file_says_where_it_is_from_and_whether_it_is_whole(client: Client) -> None:
    head, rows = file_of(client, "level=senior&city=pune&spread=40&colour=red")

    said = {line[0]: line[1] for line in head}
    assert said["# query"] == "http://testserver/salaries/band/?level=senior&city=pune&spread=40"
    assert said["# data release"] == "2026-11"
    assert said["# ignored"] == "no such parameter: colour"
    assert said["# warning"].startswith("Only published claims stand behind this band")
    assert said["# rows"] == said["# end of file"] == str(len(rows)) == "4"
    assert "# licence" in said


def test_no_cell_of_the_file_is_a_formula(client: Client) -> None:
    PayFigure.objects.filter(level="senior").update(note="=HYPERLINK(1)", place="@place")

    _, rows = file_of(client, "level=senior")

    cells = [cell for row in rows for cell in row.values()]
    assert "'=HYPERLINK(1)" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


def test_a_pay_is_no_part_of_the_file(client: Client) -> None:
    with_pay = client.get("/salaries/band.csv?level=senior&pay=2712345")
    without = client.get("/salaries/band.csv?level=senior")

    assert with_pay.text == without.text
    assert "no-store" in with_pay["Cache-Control"]


def test_the_file_is_in_english_for_readers_of_any_language(client: Client) -> None:
    url = client.get("/hi/salaries/band/?level=senior").context["csv_url"]

    assert url == "/salaries/band.csv?level=senior"
    assert (
        client.get(f"/hi{url}").text.partition("# data")[2]
        == (client.get(url).text.partition("# data")[2])
    )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "level: Choose one level: entry, mid, senior, lead."),
        ("level=senior&spread=abc", "spread: “abc” is no spread."),
        ("level=wizard", "level: “wizard” is not known here."),
        ("level=senior&anchor=x", "anchor: “x” is not known here. Choose from: reported.not-st"),
    ],
)
def test_what_is_not_understood_is_refused_in_words(client: Client, query: str, words: str) -> None:
    response = client.get(f"/salaries/band.csv?{query}")

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert response["Content-Type"].startswith("text/plain")
    assert words in response.text


def test_page_and_file_say_that_a_band_is_around_a_broader_slice(client: Client) -> None:
    seattle = "level=senior&city=seattle"
    anchor = "anchor=observed.advertised.aijobs-2025-01"

    said = "No pay was observed for this choice itself; the band is built around that of a broader"
    for path in ("/salaries/band/", "/salaries/band.csv"):
        assert said in client.get(f"{path}?{seattle}&{anchor}").text
        assert said not in client.get(f"{path}?{seattle}").text
