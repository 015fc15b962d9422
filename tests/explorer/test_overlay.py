"""A reported band and observed pay of the same level: beside each other, never merged."""

import pytest
from django.test import Client

from salaries.explorer.bands import Bar, Panel
from tests.observed.conftest import Publish
from tests.salaries.adverts import adverts

pytestmark = pytest.mark.django_db

INDIA = {
    "role": "technical-product-manager",
    "country": "india",
    "city": "",
    "region": "",
    "currency": "INR",
}
SENIOR, MID = range(24_00_000, 36_00_000, 1_00_000), range(14_00_000, 20_00_000, 50_000)


@pytest.fixture
def panel(client: Client, publish: Publish) -> Panel:
    """Return the one panel of India, of which two levels have observations too."""
    publish(*adverts(SENIOR, **INDIA), *adverts(MID, **INDIA, level="mid"))
    (panel,) = client.get("/salaries/").context["panels"]
    assert isinstance(panel, Panel)
    return panel


def kinds(bars: tuple[Bar, ...]) -> list[tuple[str, str]]:
    return [(str(bar.row.level), bar.row.kind.value) for bar in bars]


def test_both_kinds_stand_together_level_by_level(panel: Panel) -> None:
    assert kinds(panel.bars) == [
        ("entry", "reported"),
        ("mid", "reported"),
        ("mid", "observed"),
        ("senior", "reported"),
        ("senior", "observed"),
        ("lead", "reported"),
    ]


def test_both_are_drawn_on_one_axis(panel: Panel) -> None:
    end = panel.ticks[-1].amount

    for bar in panel.bars:
        assert bar.x == pytest.approx(100 * bar.row.low / end, abs=0.01)
        assert bar.end == pytest.approx(100 * bar.row.high / end, abs=0.01)


def test_neither_changes_the_other(panel: Panel) -> None:
    reported, observed = (bar.row for bar in panel.bars if bar.row.level == "senior")

    assert (reported.low, reported.high, reported.n) == (22_00_000, 30_00_000, None)
    assert (observed.low, observed.p50, observed.high, observed.n) == (
        26_75_000,
        29_50_000,
        32_25_000,
        12,
    )


def test_each_is_labelled_with_its_kind_in_drawing_legend_and_table(
    client: Client, panel: Panel
) -> None:
    page = client.get("/salaries/?level=senior").content.decode()

    drawing, _, table = page.partition('<table class="data sourced">')
    assert len(panel.kinds) == 2
    assert "reported, annual pay, about 2024" in drawing
    assert "observed, advertised, 2025" in drawing
    for kind in ("reported", "observed"):
        assert drawing.count(f'class="band--{kind}"') == 1
        assert f'kind kind--{kind}"' in drawing
        assert table.count(f'kind kind--{kind}"') == 1


def test_the_chart_on_request_has_both_too(client: Client, panel: Panel) -> None:
    (figure,) = client.get("/salaries/figure.json").json()["figures"]

    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert [(trace["meta"], len(trace["y"])) for trace in bars] == [
        ("reported", 4),
        ("observed", 2),
    ]
    assert len(panel.bars) == 6


def test_figures_over_all_levels_are_drawn_beside_each_other_too(
    client: Client, publish: Publish
) -> None:
    publish(*adverts(range(150_000, 162_000, 1_000), level=""))

    page = client.get("/salaries/?country=united-states&role=product-manager")

    (panel,) = page.context["claim_panels"]
    assert [bar.row for bar in panel.bars] == list(page.context["answer"].claims)
    assert {bar.row.kind.value for bar in panel.bars} == {"reported", "observed"}
    assert [bar.label.partition(",")[0] for bar in panel.bars] == [
        "Diving Deep (undated)",
        "Stack Overflow survey (2025)",
        "aijobs index (January 2025)",
    ]
    end = panel.ticks[-1].amount
    for bar in panel.bars:
        assert bar.x == pytest.approx(100 * bar.row.low / end, abs=0.01)
    said = page.content.decode()
    assert "Pay per year before tax over all levels, United States" in said
    # Plotly draws the chart of the bands alone.
    assert said.count("data-chart-ask") == len(page.context["panels"])
