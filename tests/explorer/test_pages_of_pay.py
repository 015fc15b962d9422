"""What a page of pay says of itself: its title, its address, and what it shows unasked."""

import re
from importlib import import_module
from itertools import permutations

import pytest
from django.apps import apps
from django.test import Client

from roles.choices import Section
from roles.models import Statement
from tpmguide.templatetags.unbroken import unbroken

pytestmark = pytest.mark.django_db

CANONICAL = re.compile(r'<link rel="canonical"\s+href="http://testserver([^"]*)">')
TITLES = {
    "": "Technical Product Manager pay in India (sample not stated, release 2026-11)",
    "level=senior&city=hyderabad&size=large": "Senior Technical Product Manager pay in Hyderabad, "
    "large companies (modelled, release 2026-11)",
    "level=mid&country=united-states": "Mid Product Manager pay in the United States "
    "(n = 141 adverts, release 2026-11)",
    "level=mid&kind=reported&release=2026-11": "Mid Technical Product Manager pay in India, "
    "reported figures only (sample not stated, release 2026-11)",
}


@pytest.mark.parametrize(("query", "title"), TITLES.items())
def test_the_title_states_the_filters_the_sample_and_the_release(
    client: Client, query: str, title: str
) -> None:
    page = client.get(f"/salaries/?{query}").content.decode()

    assert f"<title>{title} - tpmguide</title>" in page


@pytest.mark.parametrize(("query", "title"), TITLES.items())
def test_table_and_chart_have_the_title_of_their_page(
    client: Client, query: str, title: str
) -> None:
    page = client.get(f"/salaries/?{query}").content.decode()
    (figure,) = client.get(f"/salaries/figure.json?{query}").json()["figures"]

    (caption,) = re.findall(r"<caption>(.*?)</caption>", page.partition('id="claims"')[0])[:1]
    assert re.sub("<[^>]+>", "", caption) == title
    assert figure["layout"]["title"]["text"].replace("<br>", " ") == title


@pytest.mark.parametrize(
    ("address", "ranges"),
    [
        ("?view=cities&level=senior", {"2026-11)", "(₹21.5-29", "₹18-37.5", "15-25%", "₹24-32.5"}),
        ("compare/?a=level:senior,city:pune&b=level:senior", {"15-25%"}),
    ],
)
def test_a_range_and_a_release_stay_on_one_line(
    client: Client, address: str, ranges: set[str]
) -> None:
    page = client.get(f"/salaries/{address}").content.decode()

    whole = re.findall('<span class="unbroken">(.*?)</span>', page)
    assert ranges - set(whole) == set()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("8.3 to 25 % more", '8.3 to <span class="unbroken">25 %</span> more'),
        ("range -19.2 %: below", 'range <span class="unbroken">-19.2 %:</span> below'),
        ("of n = 1,141 adverts", 'of <span class="unbroken">n = 1,141</span> adverts'),
        ("₹1-2 <b>", '<span class="unbroken">₹1-2</span> &lt;b&gt;'),
        ("start-ups of 20 people", "start-ups of 20 people"),
    ],
)
def test_what_is_read_as_one_word_is_not_broken(text: str, printed: str) -> None:
    assert unbroken(text) == printed


def test_parameters_in_any_order_have_one_address(client: Client) -> None:
    orders = permutations(("sort=low", "size=large", "city=pune", "level=mid"))

    addresses = {client.get(f"/salaries/?{'&'.join(o)}").context["canonical"] for o in orders}

    assert addresses == {"/salaries/?level=mid&city=pune&size=large&sort=low"}


def test_a_page_without_any_figure_says_so_in_its_title(client: Client) -> None:
    page = client.get("/salaries/?role=core-product-manager&city=pune").content.decode()

    title = "Core Product Manager pay in Pune (no figure, release 2026-11)"
    assert f"<title>{title} - tpmguide</title>" in page


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("role=technical-product-manager&country=india&sort=level&page=1", "/salaries/"),
        ("level=&city=&size=&kind=&release=", "/salaries/"),
        ("country=india&city=pune", "/salaries/?city=pune"),
        ("country=united-states&city=seattle", "/salaries/?city=seattle"),
        ("level=senior&level=mid&level=senior", "/salaries/?level=mid&amp;level=senior"),
        ("city=pune&city=hyderabad", "/salaries/?city=hyderabad&amp;city=pune"),
        ("colour=red&level=mid", "/salaries/?level=mid"),
    ],
)
def test_what_goes_without_saying_is_left_out_of_the_address(
    client: Client, query: str, canonical: str
) -> None:
    page = client.get(f"/salaries/?{query}").content.decode()

    assert CANONICAL.findall(page) == [canonical]


def test_the_first_view_says_in_one_sentence_what_it_shows(client: Client) -> None:
    response = client.get("/salaries/")

    (statement,) = response.context["statements"]
    assert statement == (
        "Reported pay of Technical Product Managers in India, according to IPL guide (2024): "
        "4 bands from ₹10 lakh (entry) to ₹50 lakh and more (lead) a year (annual pay, parts not "
        "stated, about 2024, sample not stated)."
    )


def test_the_first_view_shows_the_reported_bands_and_averages_nothing(client: Client) -> None:
    response = client.get("/salaries/")

    rows = response.context["answer"].rows
    assert [(row.level, row.kind, row.low, row.high) for row in rows] == [
        ("entry", "reported", 10_00_000, 15_00_000),
        ("mid", "reported", 15_00_000, 22_00_000),
        ("senior", "reported", 22_00_000, 30_00_000),
        ("lead", "reported", 30_00_000, 50_00_000),
    ]
    assert {row.p50 for row in rows} == {None}
    (panel,) = response.context["panels"]
    assert [bar.label for bar in panel.bars] == ["Entry", "Mid", "Senior", "Lead"]


def test_a_page_without_any_figure_offers_no_file_of_figures(client: Client) -> None:
    empty = client.get("/salaries/?role=core-product-manager").content.decode()
    over_all = client.get("/salaries/?country=united-states&kind=reported").content.decode()

    for words in ("Download these figures", "Where does your pay stand", "These figures are of"):
        assert words not in empty
        assert words in over_all
    assert "How the figures are made" in empty


def factor_groups(client: Client, query: str) -> list[tuple[str, bool]]:
    groups = client.get(f"/salaries/?{query}").context["pay_factors"]
    return [(group.heading, group.is_folded) for group in groups]


def test_what_moves_pay_in_the_country_asked_for_comes_first(client: Client) -> None:
    anywhere, india = "Said without naming a country", "Said of India"

    assert factor_groups(client, "") == [(india, False), (anywhere, False)]
    assert factor_groups(client, "city=seattle") == [(anywhere, False), (india, True)]
    both = factor_groups(client, "country=united-states&country=india")
    assert both == [(india, False), (anywhere, False)]


def test_what_is_said_of_another_country_is_folded_away_whole(client: Client) -> None:
    page = client.get("/salaries/?country=united-states")

    *_, india = page.context["pay_factors"]
    shown, _, folded = page.content.decode().partition('<details class="more" id="factors-india')
    keys = [claim.key for claim in india.claims]
    assert len(keys) == 11
    assert not any(f'id="{key}"' in shown for key in keys)
    assert all(f'id="{key}"' in folded for key in keys)


def test_a_factor_names_a_country_that_the_guide_knows() -> None:
    named = set(Statement.objects.values_list("country", flat=True))

    assert named == {"", "india"}
    assert not Statement.objects.exclude(section=Section.PAY_FACTORS).exclude(country="").exists()


def test_content_that_was_loaded_before_is_told_its_country() -> None:
    migration = import_module("roles.migrations.0007_country_of_what_moves_pay")
    shipped = set(Statement.objects.filter(country="india").values_list("key", flat=True))
    Statement.objects.update(country="")

    migration.say_the_country(apps, None)

    assert set(Statement.objects.filter(country="india").values_list("key", flat=True)) == shipped
