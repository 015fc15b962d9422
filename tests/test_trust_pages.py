"""The pages that say what a visitor may rely on, and those that say it of each source."""

import re
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import Settings

from roles.models import Citation, Claim, FitQuestion, InterviewQuestion, Position, Source
from salaries.models import City, DataRelease, ExchangeRate, Factor, PayFigure, PurchasingPower
from tests.markup import section, text_of
from tests.releases.making import draft, published
from tpmguide import readiness
from tpmguide.source_page.items import Item
from tpmguide.source_page.page import source_page
from tpmguide.whereabouts import whereabouts

pytestmark = pytest.mark.django_db


def groups(source: Source, section: str) -> dict[str, tuple[Item, ...]]:
    """Return what rests on the source in a section of its page, by heading."""
    return {
        group.heading: group.items
        for found in source_page(source).sections
        if found.anchor == section
        for group in found.groups
    }


def test_a_source_leads_back_to_every_claim_that_it_carries() -> None:
    for source in Source.objects.all():
        shown = sum(map(len, groups(source, "claims").values()))

        citations = Citation.objects.filter(source=source).count()
        positions = Position.objects.filter(source=source).count()
        assert shown == citations + positions, source


def test_the_method_says_what_an_observed_level_rests_on(client: Client) -> None:
    page = client.get("/data/method/").content.decode()

    observed = page.partition('id="observed"')[2].partition("</section>")[0]
    assert "the code that its index gives it (EN, MI, SE or EX)" in observed
    assert "Neither counts years as a product manager." in observed


def test_the_method_answers_where_an_example_is_about_a_city_that_is_no_more(
    client: Client,
) -> None:
    for slug in ("hyderabad", "pune"):
        City.objects.filter(slug=slug).update(slug=f"old-{slug}")

    page = client.get("/data/method/").content.decode()

    assert page.count("The data release in use holds no figure for the example.") == 2


def test_the_method_says_that_indian_sizes_are_compared_by_experience_alone(
    client: Client,
) -> None:
    page = client.get("/data/method/").content.decode()

    assert "490 developers in 2017, in cells of equal years of coding only." in page


@pytest.mark.parametrize("path", ["/data/method/", "/hi/data/method/"])
def test_no_share_of_the_method_loses_its_sign_to_the_next_line(client: Client, path: str) -> None:
    page = client.get(path).text

    assert re.findall(r".{20}\d %(?!\S*</span>)", page) == []


@pytest.mark.parametrize("path", ["/data/sources/", "/data/sources/so-2017/"])
def test_no_mark_stands_apart_from_the_word_before_it(client: Client, path: str) -> None:
    words = strip_tags(client.get(path).text)

    assert "2017; edition used: package edition of 2025-04; retrieved 21 November 2026" in words
    assert re.findall(r"\w+\s+[;,.]", words) == []
    assert re.findall(r"\d%(?!\w)", words) == []


@pytest.mark.parametrize("model", [InterviewQuestion, FitQuestion])
def test_a_source_leads_to_the_questions_that_an_editor_cites_it_for(model: type[Claim]) -> None:
    source, question = Source.objects.all()[0], model.objects.all()[0]
    Citation.objects.create(claim=question, source=source, place="line 1")

    shown = [item for items in groups(source, "claims").values() for item in items]

    assert Item(question.title, whereabouts(question), "line 1") in shown


def test_the_method_says_which_statements_rest_on_samples_without_an_open_licence(
    client: Client,
) -> None:
    page = client.get("/data/method/").content.decode()

    assert page.count("independent samples without an open licence") == 3
    assert page.partition('id="readings"')[0].count("described in words only") == 5
    assert '<a href="/data/sources/#jaro-2025">Jaro Education (2025)</a>' in page
    assert "per cent" not in page.partition('id="readings"')[0]


def test_a_claim_is_named_with_its_place_and_leads_to_where_it_is_shown(client: Client) -> None:
    page = client.get("/data/sources/franzoni-2024/").content.decode()

    assert '<a href="/tools/moscow/">MoSCoW prioritisation</a>, <span class="muted">line' in page
    assert "<h3>Responsibilities: " in page
    assert 'href="/roles/technical-product-manager/#r-01"' in page


def test_every_figure_of_a_source_is_in_a_slice_that_names_the_source(client: Client) -> None:
    for source in Source.objects.filter(pay_figures__isnull=False).distinct():
        for item in groups(source, "figures").get("Pay figures", ()):
            assert f"/data/sources/#{source.slug}" in client.get(item.url).content.decode(), item


def test_every_ratio_of_a_source_is_on_the_page_it_leads_to(client: Client) -> None:
    for source in Source.objects.filter(factors__isnull=False).distinct():
        ratios = groups(source, "figures").get("Pay ratios", ())
        assert len(ratios) == Factor.objects.filter(sources=source).count()
        # A few of each source: all are made by the same lines, and each costs a whole page.
        for url in sorted({item.url for item in ratios if item.url})[:4]:
            assert f"/data/sources/#{source.slug}" in client.get(url).content.decode(), url


def test_the_numbers_of_figures_add_up() -> None:
    shown = [
        item.remark
        for source in Source.objects.all()
        for item in groups(source, "figures").get("Pay figures", ())
    ]

    assert sum(int(remark.split()[0]) for remark in shown) == PayFigure.objects.count()


def test_a_ratio_that_no_page_shows_is_not_a_link(client: Client) -> None:
    page = client.get("/data/sources/so-2017/").content.decode()

    assert "kept with the data, in no figure yet" in page


def test_rates_lead_to_the_table_of_the_method() -> None:
    (rates,) = groups(Source.objects.get(slug="frb-h10-annual"), "figures")["Exchange rates"]

    assert rates.label.startswith(f"{ExchangeRate.objects.count()} annual averages")
    assert rates.url == "/data/method/#money"


def test_the_purchasing_powers_of_a_source_lead_to_the_method(client: Client) -> None:
    source = Source.objects.get(slug="worldbank-pa-nus-ppp")

    (powers,) = groups(source, "figures")["Purchasing power"]

    number = PurchasingPower.objects.count()
    assert powers.label.startswith(f"{number} annual values, ")
    assert powers.url == "/data/method/#money"
    assert f"{number} values of purchasing power" in used(client)[source.slug]


def test_the_positions_of_a_source_lead_to_the_maps(client: Client) -> None:
    source = Source.objects.get(slug="geonames-2026")

    india, states = groups(source, "figures")["Positions of cities"]

    assert (india.label, india.url) == ("9 cities", "/salaries/?view=cities")
    assert (states.label, states.url) == (
        "22 cities",
        "/salaries/?country=united-states&view=cities",
    )
    assert "31 positions of cities" in used(client)[source.slug]


def used(client: Client) -> dict[str, str]:
    """Return what the list of sources says of each."""
    shown = client.get("/data/sources/").context["sources"]
    return {found.source.slug: found.use for found in shown}


def test_the_list_of_sources_counts_what_the_release_in_use_holds(client: Client) -> None:
    once = used(client)
    many = [{"key": f"m-{at}", "source": "dol-lca-fy13"} for at in range(9)]
    published(*many, {"source": "so-2025"})
    draft({"pay": "150000"}, slug="2027-11")

    twice = used(client)

    assert twice.pop("dol-lca-fy13") == "5 observations"
    assert once.pop("dol-lca-fy13") == ""
    # One observation is passed over, as on the page of the release.
    assert twice == once


def test_the_page_of_a_source_says_its_observations_rounded_down(client: Client) -> None:
    many = [{"key": f"m-{at}", "source": "dol-lca-fy13"} for at in range(9)]
    published(*many, {"source": "so-2017"})

    few = groups(Source.objects.get(slug="so-2017"), "figures")
    (found,) = groups(Source.objects.get(slug="dol-lca-fy13"), "figures")["Observations"]

    assert (found.label, found.url) == ("5 observations", "/data/quality/#sources")
    assert "Observations" not in few
    for path in ("/data/sources/", "/data/sources/dol-lca-fy13/"):
        assert "rounded down to a multiple of five" in client.get(path).content.decode()


def test_a_source_on_which_nothing_rests_says_so(client: Client) -> None:
    says = {"title": "New", "short_name": "New", "attribution": "New", "licence": "CC0 1.0"}
    Source.objects.create(slug="new", published="2026", kind="dataset", **says)

    page = client.get("/data/sources/new/").content.decode()

    assert "No claim and no figure of this site rests on this source yet." in page


def test_a_source_says_what_it_is(client: Client) -> None:
    page = client.get("/data/sources/so-2025/").content.decode()

    assert "ODbL 1.0 (database), DbCL 1.0 (contents)" in page
    assert 'href="https://survey.stackoverflow.co/2025/"' in page
    assert "<h1>" in page


def test_the_list_of_sources_leads_to_the_page_of_each(client: Client) -> None:
    page = client.get("/data/sources/").content.decode()

    for slug in Source.objects.values_list("slug", flat=True):
        assert f'href="/data/sources/{slug}/"' in page


@pytest.mark.parametrize(
    ("slug", "fact", "heading", "said"),
    [
        ("ipl-guide-2024", "SA-11", "DOC-01", "Credits Glassdoor and Payscale for its pay section"),
        ("franzoni-2024", "SA-12", "DOC-04", "the text holds no pay figure"),
        ("indeed-tpm", "SA-12", "DOC-05", "No pay figure."),
    ],
)
def test_what_a_document_lacks_on_pay_is_said_of_it_and_moves_no_pay(
    client: Client, slug: str, fact: str, heading: str, said: str
) -> None:
    document = text_of(client, "/data/sources/").partition(f'id="{slug}"')[2].partition("</li>")[0]
    factors = section(text_of(client, "/salaries/"), "factors")

    assert f'data-inventory="{heading} {fact}"' in document
    assert f"<h2>{heading}: " in document
    assert said in document
    assert fact not in factors


def test_a_slug_that_no_source_has_leads_to_the_nearest(client: Client) -> None:
    response = client.get("/data/sources/franzoni-2023/")

    assert response.status_code == 404
    assert response.context["near"][0].url == "/data/sources/franzoni-2024/"


def test_parameters_that_the_page_of_a_source_does_not_know_are_named(client: Client) -> None:
    page = client.get("/data/sources/so-2025/", {"colour": "red\0"}).content.decode()

    assert "colour" in page


def test_the_privacy_page_says_what_is_forgotten_and_what_is_kept(client: Client) -> None:
    page = client.get("/privacy/").content.decode()

    forgotten, kept = page.index("then forgotten"), page.index("What filters choose")
    assert page.index("Searches, ticks, ratings") < forgotten < kept
    assert "Filters, searches" not in page


@pytest.mark.parametrize("path", ["/about/", "/accessibility/", "/privacy/"])
def test_a_page_of_trust_names_an_address_where_there_is_one(
    client: Client, settings: Settings, path: str
) -> None:
    assert "names no address for messages" in client.get(path).content.decode()

    settings.CONTACT = "mailto:editors@guide.example"

    page = client.get(path).content.decode()
    assert '<a href="mailto:editors@guide.example">editors@guide.example</a>' in page


@pytest.mark.parametrize("path", ["/about/", "/accessibility/", "/privacy/"])
def test_every_page_leads_to_the_pages_of_trust(client: Client, path: str) -> None:
    for page in ("/", "/salaries/", "/nowhere/"):
        assert f'href="{path}"' in client.get(page).content.decode()


def test_a_site_that_can_be_shown_is_ready(client: Client) -> None:
    assert client.get("/readyz").content == b"ok\n"


def test_a_site_without_a_release_is_not_ready(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"no data release is published\n"


def test_a_missing_file_is_not_ready_and_is_not_made(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone.sqlite3"
    database = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": gone})
    monkeypatch.setattr(readiness, "connection", database)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"the database is not there\n"
    assert response["Retry-After"] == "5"
    assert not gone.exists()


def test_a_file_that_is_there_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "a name with spaces?.sqlite3"
    there.touch()
    database = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": there})
    monkeypatch.setattr(readiness, "connection", database)

    assert not readiness.database_is_missing()


def test_a_file_that_is_missing_is_an_error_and_is_not_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone.sqlite3"
    database = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": gone})
    monkeypatch.setattr(readiness, "connection", database)

    readiness.make_no_database()

    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(str(database.settings_dict["NAME"]), uri=True)
    assert not gone.exists()
    assert readiness.database_is_missing()
