"""Page, chart, table, file and API say the same, whatever is asked for."""

import csv
import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from io import StringIO
from itertools import product
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from salaries import money
from salaries.rows import PayRow
from tests.observations.commands import DATA, run_import

pytestmark = pytest.mark.django_db

ROLES = ("", "role=product-manager")
LEVELS = ("", "level=senior", "level=entry&level=lead")
PLACES = ("", "country=united-states", "city=bengaluru", "city=kolkata&city=pune", "city=seattle")
SIZES = ("", "size=large", "size=small&size=medium")
KINDS = ("", "kind=reported", "kind=observed", "kind=modelled")
GRID = ["&".join(filter(None, parts)) for parts in product(ROLES, LEVELS, PLACES, SIZES, KINDS)] + [
    "sort=-high",
    "city=pune&sort=low",
    "kind=reported&kind=modelled&size=large",
    "level=mid&release=2026-11",
    "city=pune&city=seattle",
    "currency=USD",
    "city=pune&city=seattle&currency=EUR",
    "country=india&country=united-states&basis=ppp",
    "city=seattle&size=large&basis=ppp&currency=INR&sort=-high",
    "country=united-states&source=aijobs-2025-01",
]


class Cells(HTMLParser):
    """The text of each cell of the first table with a data-label, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[str, str]] = []
        self.label = ""
        self.tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables += 1
        if tag == "tr" and self.tables == 1:
            self.rows.append({})
        self.label = dict(attrs).get("data-label") or ("" if tag in {"table", "tr"} else self.label)

    def handle_data(self, data: str) -> None:
        if self.label and self.tables == 1 and data.strip():
            self.rows[-1].setdefault(self.label, data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.label = ""


def table_of(html: str) -> list[tuple[str, str]]:
    rows = cells_of(html.partition('id="claims"')[0].partition('id="factors"')[0])
    return [(row["Low"], row["High"]) for row in rows if "Low" in row]


def claims_of(html: str) -> list[str]:
    """Return the amounts of the figures over all levels."""
    rows = cells_of(html.partition('id="claims"')[2].partition('id="factors"')[0])
    return [row["Amount"] for row in rows if "Amount" in row]


def cells_of(html: str) -> list[dict[str, str]]:
    cells = Cells()
    cells.feed(html)
    return cells.rows


def file_of(text: str) -> list[dict[str, str]]:
    lines = [line for line in csv.reader(text.splitlines()) if not line[0].startswith("#")]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


Drawn = tuple[str, int, int]


def charted(text: str) -> tuple[list[Drawn], list[int], list[int]]:
    """Return the bars with their labels, the medians and the ends of the ranges."""
    traces = [trace for figure in json.loads(text)["figures"] for trace in figure["data"]]
    bars = [
        (re.sub(r" \(\d+\)$", "", label), base, base + width)
        for trace in traces
        if trace["type"] == "bar"
        for label, base, width in zip(trace["y"], trace["base"], trace["x"], strict=True)
    ]
    names = ("Median", "Plausible range", "P10 to P90", "Open end")
    points: dict[str, list[int]] = {name: [] for name in names}
    for trace in traces:
        if trace["type"] == "scatter":
            points[trace["name"]] += [x for x in trace["x"] if x is not None]
    ranges = points["Plausible range"] + points["P10 to P90"]
    return sorted(bars), sorted(points["Median"]), sorted(ranges)


IN_FILE = ("level", "low", "high", "n", "currency", "p50")
AMOUNTS = ("low", "high", "p10", "p50", "p90", "plausible_low", "plausible_high")


Told = list[tuple[object, ...]]


def told(text: str) -> tuple[int, Told, Told]:
    """Return how many rows the API counts, and what each row and claim that it lists carries."""
    answer = json.loads(text)
    names = (*AMOUNTS, "n", "kind", "year_label", "sample")
    rows, claims = (
        [tuple(row[name] for name in names) for row in answer[part]] for part in ("rows", "claims")
    )
    return answer["count"], rows, claims


def carried(rows: Iterable[PayRow]) -> Told:
    """Return what the API must say of each row."""
    return [
        (
            *(getattr(row, name) for name in AMOUNTS),
            None if row.working else row.n,
            row.kind,
            row.year_label,
            row.sample,
        )
        for row in rows
    ]


def written(rows: Iterable[PayRow]) -> list[tuple[str, ...]]:
    """Return what the file must say of each row."""
    return [
        (
            row.level.value if row.level else "",
            str(row.low),
            str(row.high),
            "" if row.n is None or row.working else str(row.n),
            row.currency.value,
            "" if row.p50 is None else str(row.p50),
        )
        for row in rows
    ]


@pytest.fixture(autouse=True)
def no_limit(settings: Settings) -> None:
    settings.API_RATE = ""


@pytest.mark.parametrize("query", GRID)
def test_page_chart_table_file_and_api_agree(client: Client, query: str) -> None:
    assert_all_agree(client, query)


def test_they_agree_with_observations_loaded(
    client: Client, tmp_path: Path, settings: Settings
) -> None:
    if not (path := DATA / "observations.csv").exists():
        pytest.skip(f"{path} is absent: it is no part of the project")
    settings.SNAPSHOTS = tmp_path
    run_import(path, "--release", "2026-12", "--apply", "--leave-out-rejected")
    call_command("publish_release", "2026-12", stdout=StringIO())

    for query in GRID:
        assert_all_agree(client, query)


def assert_all_agree(client: Client, query: str) -> None:
    page = client.get(f"/salaries/?{query}")
    rows, claims = page.context["answer"].rows, page.context["answer"].claims

    in_file = file_of(client.get(f"/salaries/export.csv?{query}").content.decode())
    in_table = table_of(page.content.decode())
    count, in_api, claims_in_api = told(client.get(f"/api/v1/salaries/?{query}").content.decode())
    bars, medians, ranges = charted(client.get(f"/salaries/figure.json?{query}").content.decode())

    assert [tuple(line[name] for name in IN_FILE) for line in in_file] == written((*rows, *claims))
    shown = page.context["answer"].page_rows
    assert count == len(rows)
    assert in_api == carried(shown)
    assert claims_in_api == carried(claims)
    assert in_table == [(row.low_text, row.high_text) for row in shown]
    assert claims_of(page.content.decode()) == [row.amount for row in claims]
    drawn = [bar for panel in page.context["panels"] for bar in panel.bars]
    assert bars == sorted((f"{b.label}<br>{b.row.amount}", b.row.low, b.row.high) for b in drawn)
    assert medians == sorted(row.p50 for row in shown if row.p50 is not None)
    assert ranges == sorted(
        end
        for row in shown
        for end in (row.plausible_low, row.plausible_high, row.p10, row.p90)
        if end is not None
    )


def test_the_grid_is_as_large_as_promised() -> None:
    assert len(set(GRID)) >= 300


def test_a_table_prints_what_money_says(client: Client) -> None:
    assert table_of(client.get("/salaries/?level=senior").content.decode()) == [
        (money.said(22_00_000, "INR"), money.said(30_00_000, "INR"))
    ]
