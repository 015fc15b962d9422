"""The view of the trend: a figure release by release, broken where the method changes."""

import csv

import pytest
from django.core.management import call_command
from django.test import Client

from salaries.explorer.series import Chart, Line
from salaries.explorer.trend import MOST_RELEASES
from salaries.models import DataRelease
from tests.explorer.test_permalinks import publish_newer
from tests.observed.conftest import Publish
from tests.salaries.adverts import PRODUCT_MANAGER, adverts

pytestmark = pytest.mark.django_db

# A source of which the shipped release has no figure.
OWN = {"source": "so-2023-us", "pay_kind": "base"}
VIEW = f"view=trend&level=senior&kind=observed&{PRODUCT_MANAGER}"
FIRST, SECOND = range(100_000, 130_000, 1_000), range(140_000, 170_000, 1_000)


def charts_of(client: Client, query: str) -> tuple[Chart, ...]:
    charts: tuple[Chart, ...] = client.get(f"/salaries/?{query}").context["charts"]
    return charts


def of_base_pay(charts: tuple[Chart, ...]) -> list[Chart]:
    return [chart for chart in charts if "base pay" in chart.title]


def medians(lines: tuple[Line, ...]) -> list[int | None]:
    return [line.bar.row.p50 if line.bar else None for line in lines]


@pytest.fixture
def two_releases(publish: Publish) -> None:
    """Publish a release with thirty adverts, and one that adds thirty with higher pay."""
    publish(*adverts(FIRST, **OWN), release="2026-12")
    publish(*adverts(FIRST, **OWN), *adverts(SECOND, **OWN), release="2027-01")


@pytest.mark.usefixtures("two_releases")
def test_each_release_is_a_point_that_links_to_what_it_says(client: Client) -> None:
    (chart,) = of_base_pay(charts_of(client, VIEW))

    assert [line.label for line in chart.lines] == ["2026-11", "2026-12", "2027-01"]
    assert medians(chart.lines) == [None, 114_500, 134_500]
    query = "role=product-manager&level=senior&country=united-states&kind=observed"
    assert [line.url for line in chart.lines] == [
        f"/salaries/?{query}&release={slug}" for slug in ("2026-11", "2026-12", "2027-01")
    ]
    rows = client.get(chart.lines[1].url).context["answer"].rows
    assert chart.lines[1].bar is not None
    assert chart.lines[1].bar.row in rows


@pytest.mark.usefixtures("two_releases")
def test_medians_made_alike_are_joined_and_a_gap_is_not_nought(client: Client) -> None:
    (chart,) = of_base_pay(charts_of(client, VIEW))

    nothing, older, newer = chart.lines
    assert (nothing.bar, nothing.below, older.above) == (None, None, None)
    assert older.below == newer.above is not None
    assert chart.joins == ((0, 1),)
    page = client.get(f"/salaries/?{VIEW}").content.decode()
    assert page.count('class="band-join"') >= 2


@pytest.mark.usefixtures("two_releases")
def test_a_change_of_method_breaks_the_line_and_says_why(client: Client) -> None:
    DataRelease.objects.filter(slug="2027-01").update(method_note="Adverts are counted once.")

    (chart,) = of_base_pay(charts_of(client, VIEW))

    *_, older, newer = chart.lines
    assert newer.break_before == "Adverts are counted once."
    assert (older.below, newer.above, chart.joins) == (None, None, ())
    assert "The line is broken at 2027-01: Adverts are counted once." in chart.sentence


@pytest.mark.usefixtures("two_releases")
def test_a_change_of_method_breaks_the_interactive_chart_too(client: Client) -> None:
    DataRelease.objects.filter(slug="2027-01").update(method_note="Adverts are counted once.")

    figures = client.get(f"/salaries/figure.json?{VIEW}").json()["figures"]

    said = [[one["text"] for one in figure["layout"]["annotations"]] for figure in figures]
    assert ["Adverts are counted once."] in said


def test_a_figure_computed_in_another_way_breaks_the_line(client: Client, publish: Publish) -> None:
    publish(*adverts(FIRST))

    charts = charts_of(client, f"{VIEW}&release=2026-12")

    (chart,) = [
        chart for chart in charts if "by release" in chart.title and "advert" in chart.title
    ]
    assert [line.label for line in chart.lines if line.bar] == ["2026-11", "2026-12"]
    assert chart.lines[1].break_before == "the figure was computed in another way"
    assert chart.joins == ()


def test_a_modelled_figure_whose_tier_is_computed_in_another_way_is_broken_too(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(FIRST))
    query = VIEW.replace("kind=observed", "kind=modelled&city=seattle")

    (observed,) = charts_of(client, f"{query}&release=2026-12")
    (reported,) = charts_of(
        client, "view=trend&level=senior&city=pune&kind=modelled&release=2026-12"
    )

    assert [line.label for line in observed.lines if line.bar] == ["2026-11", "2026-12"]
    assert observed.lines[1].break_before == "the tier was computed in another way"
    assert [line.break_before for line in reported.lines] == ["", ""]


@pytest.mark.usefixtures("two_releases")
def test_another_kind_of_pay_or_source_is_another_line(client: Client) -> None:
    charts = charts_of(client, VIEW)

    lists = [
        {(line.bar.row.pay_kind, line.bar.row.sources) for line in chart.lines if line.bar}
        for chart in charts
    ]
    assert [len(one) for one in lists] == [1] * len(lists)
    assert len(lists) == 3


def test_years_are_points_of_their_own_and_never_pooled(client: Client, publish: Publish) -> None:
    publish(*adverts(FIRST, **OWN, year="2024"), *adverts(SECOND, **OWN, year="2025"))

    by_release, by_year = of_base_pay(charts_of(client, VIEW))

    assert medians(by_release.lines) == [None, 134_500]
    assert [line.label for line in by_year.lines] == ["2024", "2025"]
    assert medians(by_year.lines) == [114_500, 154_500]
    assert by_year.joins == ((0, 1),)
    assert {line.url for line in by_year.lines} == {by_release.lines[-1].url}


def test_a_few_values_are_named_and_no_line_leads_to_them(client: Client, publish: Publish) -> None:
    few = range(140_000, 145_000, 1_000)
    publish(*adverts(FIRST, **OWN, year="2024"), *adverts(few, **OWN, year="2025"))

    *_, by_year = of_base_pay(charts_of(client, VIEW))

    assert medians(by_year.lines) == [114_500, 142_000]
    assert by_year.joins == ()
    assert by_year.sentence == (
        "Median $114,500 in 2024 (n = 30 observations) and median $142,000 in 2025 "
        "(n = 5 observations, few)."
    )


def test_a_figure_that_two_ways_of_computing_agree_on_is_not_broken(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(FIRST, **OWN), release="2026-12")
    publish(*adverts(FIRST, **OWN), *adverts(SECOND, **OWN, level="mid"), release="2027-01")

    (chart,) = of_base_pay(charts_of(client, VIEW))

    assert medians(chart.lines) == [None, 114_500, 114_500]
    assert [line.break_before for line in chart.lines] == ["", "", ""]


def test_years_apart_are_not_joined(client: Client, publish: Publish) -> None:
    publish(*adverts(FIRST, **OWN, year="2023"), *adverts(SECOND, **OWN, year="2025"))

    *_, by_year = of_base_pay(charts_of(client, VIEW))

    assert by_year.joins == ()
    assert by_year.lines[1].break_before == "no figure for the years between"


@pytest.mark.usefixtures("two_releases")
def test_a_pinned_trend_ends_with_its_release(client: Client) -> None:
    (chart,) = of_base_pay(charts_of(client, f"{VIEW}&release=2026-12"))

    assert [line.label for line in chart.lines] == ["2026-11", "2026-12"]
    title = client.get(f"/salaries/?{VIEW}&release=2026-12").context["title"]
    assert title.endswith("release 2026-12)")


@pytest.mark.usefixtures("two_releases")
def test_a_withdrawn_release_is_no_point(client: Client) -> None:
    call_command("withdraw_release", "2026-12")

    (chart,) = of_base_pay(charts_of(client, VIEW))

    assert [line.label for line in chart.lines] == ["2026-11", "2027-01"]


def test_page_chart_file_and_api_have_the_same_points(client: Client) -> None:
    publish_newer()
    query = "view=trend&level=senior&level=mid"

    charts = charts_of(client, query)
    text = client.get(f"/salaries/export.csv?{query}").content.decode()
    lines = list(csv.reader(text.splitlines()))
    cells = [dict(zip(lines[6], line, strict=True)) for line in lines[7:-1]]
    api = client.get(f"/api/v1/salaries/?{query}").json()
    figures = client.get(f"/salaries/figure.json?{query}").json()["figures"]

    rows = [line.bar.row for chart in charts for line in chart.lines if line.bar]
    said = [(row.release, row.low, row.high) for row in rows]
    assert [release for release, *_ in said] == ["2026-11", "2027-05"] * 2
    assert [(cell["release"], int(cell["low"]), int(cell["high"])) for cell in cells] == said
    assert [(row["release"], row["low"], row["high"]) for row in api["rows"]] == said
    bars = [trace for figure in figures for trace in figure["data"] if trace["type"] == "bar"]
    assert [
        (label.partition("<br>")[0], low, low + width)
        for bar in bars
        for label, low, width in zip(bar["y"], bar["base"], bar["x"], strict=True)
    ] == said


def test_one_release_alone_is_no_trend_and_says_so(client: Client) -> None:
    (chart,) = charts_of(client, "view=trend&level=senior")

    assert chart.sentence == "₹22-30 lakh in 2026-11. One point is no trend."


def test_a_figure_that_stays_is_said_once(client: Client, publish: Publish) -> None:
    publish(*adverts(FIRST, **OWN), release="2026-12")
    publish(*adverts(FIRST, **OWN), *adverts(SECOND, level="mid", **OWN), release="2027-01")

    (chart,) = of_base_pay(charts_of(client, VIEW))

    assert chart.sentence == (
        "No change from 2026-12 to 2027-01: median $114,500 (n = 30 observations)."
    )


def test_a_sample_is_counted_once_in_the_title(client: Client) -> None:
    before = client.get(f"/salaries/?{VIEW}").context["title"]

    publish_newer()

    after = client.get(f"/salaries/?{VIEW}").context["title"]
    assert after == before.replace("2026-11", "2027-05")


def test_only_so_many_releases_are_asked(client: Client) -> None:
    for year in range(2000, 2000 + MOST_RELEASES + 2):
        DataRelease.objects.create(slug=f"{year}-01", as_of=f"{year}-01-01", status="published")

    (chart,) = charts_of(client, "view=trend&level=senior")

    assert len(chart.lines) == MOST_RELEASES
    assert chart.lines[-1].label == "2026-11"


def test_a_site_without_a_release_has_no_trend(client: Client) -> None:
    DataRelease.objects.update(status="withdrawn")

    page = client.get("/salaries/?view=trend").content.decode()

    assert "No release has a figure for this choice." in page


def test_two_figures_of_one_source_are_two_series(client: Client) -> None:
    charts = charts_of(client, "view=trend")

    said = [chart.sentence for chart in charts if "All levels" in chart.title]
    assert said == [
        "₹10-40 lakh and more in 2026-11. One point is no trend.",
        "₹15-25 lakh in 2026-11. One point is no trend.",
        "₹21.25 lakh in 2026-11. One point is no trend.",
    ]
