"""The pages of releases say what the database holds, and nothing of one person."""

import csv
import io
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from roles.models import Source
from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.observations.columns import NAMES
from salaries.observed.making import observations_of
from salaries.releases.contents import checksum, seal
from salaries.releases.diff_page import PER_PAGE
from salaries.releases.differences import observation_counts
from salaries.releases.steps import withdraw
from tests.graphs import graph, of_type
from tests.releases.making import draft, published

pytestmark = pytest.mark.django_db

ODD = {"pay": "12", "title": "Very Unusual Title"}


def many(number: int, **changes: str) -> list[dict[str, str]]:
    """Return the changes of so many rows, each with a key of its own."""
    return [{"key": f"m-{at}", **changes} for at in range(number)]


def text(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_list_holds_every_release_that_was_published_and_no_draft(client: Client) -> None:
    published(*many(7))
    draft({"pay": "150000"}, slug="2027-11")

    entries = client.get("/data/releases/").context["entries"]

    assert [(entry.release.slug, entry.is_current) for entry in entries] == [
        ("2027-05", True),
        ("2026-11", False),
    ]
    assert entries[0].holds == (
        f"{PayFigure.objects.filter(release__slug='2027-05').count()} figures",
        f"{Factor.objects.filter(release__slug='2027-05').count()} ratios",
        "5 observations",
    )
    # None are passed over in silence, as four are.
    assert len(entries[1].holds) == 2


def test_a_large_number_of_observations_is_grouped(client: Client) -> None:
    published(*many(1_004))

    assert "1,000 observations" in text(client, "/data/releases/")
    assert "1,000 observations" in text(client, "/data/releases/2027-05/")


def test_a_release_says_its_checksum_and_its_sources(client: Client) -> None:
    release = published(*many(9), {"country": "india", "currency": "INR", "pay": "2000000"})

    said = text(client, "/data/releases/2027-05/")

    assert checksum(release) in said
    assert "United States, observations 5" in said
    for path in ("/data/releases/2027-05/", "/data/releases/"):
        assert "rounded down to a multiple of five" in text(client, path)
    assert "India, observations" not in said
    assert "aijobs.net" in said
    assert (
        "/data/releases/diff/?from=2026-11&amp;to=2027-05"
        in client.get("/data/releases/2027-05/").content.decode()
    )


def test_the_shipped_release_has_a_checksum_too(client: Client) -> None:
    seal(["2026-11"])

    release = DataRelease.objects.get(slug="2026-11")
    assert checksum(release) in text(client, "/data/releases/2026-11/")


def test_a_withdrawn_release_keeps_its_page_and_says_so(client: Client) -> None:
    published({})
    withdraw("2026-11")

    page = client.get("/data/releases/2026-11/")

    assert "This release was withdrawn." in page.content.decode()
    assert page.context["page"].explorer_url == ""
    assert client.get("/salaries/?release=2026-11").status_code == 400


@pytest.mark.parametrize("slug", ["2027-05", "2030-01", "x" * 200])
def test_a_release_that_visitors_cannot_know_is_absent(client: Client, slug: str) -> None:
    draft({})

    assert "2026-11" in text(client, f"/data/releases/{slug}/", 404)


def test_a_release_is_a_dataset_for_machines(client: Client) -> None:
    (found,) = of_type(graph(client, "/data/releases/2026-11/"), "Dataset")

    assert found["version"] == "2026-11"
    assert found["url"].endswith("/data/releases/2026-11/")


def test_a_release_without_a_note_is_described_without_a_gap(client: Client) -> None:
    DataRelease.objects.filter(slug="2026-11").update(notes="")

    (found,) = of_type(graph(client, "/data/releases/2026-11/"), "Dataset")

    assert found["description"].startswith("Every figure states its kind")


def test_a_source_of_one_observation_alone_is_not_told(client: Client) -> None:
    published({"source": "dol-lca-fy13"})
    published({"source": "dol-lca-fy13"}, *many(5, source="dol-lca-fy22-25"), slug="2027-11")

    told = [
        {source.slug for source in client.get(f"/data/releases/{slug}/").context["page"].sources}
        for slug in ("2026-11", "2027-05", "2027-11")
    ]

    assert told[0] == told[1]
    assert told[2] == told[0] | {"dol-lca-fy22-25"}


def test_a_difference_names_rows_that_came_went_or_changed(client: Client) -> None:
    made = draft({})
    PayFigure.objects.filter(release=made, key="RB001").update(low=1_100_000)
    PayFigure.objects.filter(release=made, key="RB002").delete()
    Factor.objects.filter(release=made, key="in-city-ahmedabad-modelled-pooled-india-city").update(
        key="renamed"
    )
    DataRelease.objects.filter(pk=made.pk).update(status="published")

    page = client.get("/data/releases/diff/?from=2026-11&to=2027-05").context["page"]

    assert [(row.kind, row.word, row.key) for row in page.rows] == [
        ("figure", "changed", "RB001"),
        ("figure", "removed", "RB002"),
        ("ratio", "removed", "in-city-ahmedabad-modelled-pooled-india-city"),
        ("ratio", "added", "renamed"),
    ]
    (cell,) = page.rows[0].cells
    assert (cell.field, cell.old, cell.new) == ("low", "10,00,000", "11,00,000")


def test_single_observations_are_counted_and_never_listed(client: Client) -> None:
    published({}, {"low": "170000", "high": "190000"}, ODD)
    published({"pay": "190000"}, {"key": "a-9"}, slug="2027-11")
    made = DataRelease.objects.get(slug="2027-11")
    assert Observation.objects.of_release(made).count() == 4

    old = DataRelease.objects.get(slug="2027-05")

    page = client.get("/data/releases/diff/?from=2027-05&to=2027-11")

    assert observation_counts(old, made) == (1, 0, 1)
    assert observation_counts(made, old) == (0, 1, 1)
    assert "Very Unusual Title" not in page.content.decode()
    counts = page.context["page"].observations
    assert {counts.added, counts.removed, counts.changed} == {"none or fewer than 5"}


def test_many_observations_that_differ_are_counted_in_fives(client: Client) -> None:
    published(*many(3))
    published(*many(12), slug="2027-11")

    said = text(client, "/data/releases/diff/?from=2027-05&to=2027-11")

    few = "none or fewer than 5"
    assert f"Observations: 5 added, {few} removed, {few} changed." in said
    assert "rounded down to a multiple of five" in said


def test_a_release_does_not_differ_from_itself(client: Client) -> None:
    published(*many(3))

    said = text(client, "/data/releases/diff/?from=2027-05&to=2027-05")

    assert "Observations: none added, none removed, none changed." in said


def test_each_release_on_the_way_gives_its_reason(client: Client) -> None:
    published({}, slug="2027-05")
    published({"pay": "190000"}, slug="2027-11", notes="Filings of the year were added.")
    DataRelease.objects.filter(slug="2027-11").update(method_note="Adverts are counted once.")

    said = text(client, "/data/releases/diff/?from=2026-11&to=2027-11")

    assert "Reason given by 2027-11 : Filings of the year were added." in said
    assert "Figures are made in another way: Adverts are counted once." in said
    assert "Reason given by 2027-05 : none; the release does not say what it changes." in said
    assert "given by 2026-11" not in said
    assert "Read backwards" not in said


def test_a_difference_read_backwards_says_so_and_gives_the_reasons_of_the_way_forward(
    client: Client,
) -> None:
    published({}, slug="2027-05", notes="Filings of the year were added.")

    said = text(client, "/data/releases/diff/?from=2027-05&to=2026-11")

    assert "Read backwards: 2026-11 is the earlier release." in said
    assert "Reason given by 2027-05 : Filings of the year were added." in said


def test_many_differences_are_paged(client: Client) -> None:
    made = draft({})
    PayFigure.objects.of_release(made).update(note="other")
    Factor.objects.of_release(made).update(note="other")
    DataRelease.objects.filter(pk=made.pk).update(status="published")

    page = client.get("/data/releases/diff/?page=2").context["page"]

    assert page.number > 2 * PER_PAGE > len(page.rows) == PER_PAGE
    assert page.pages[1].is_current
    assert client.get(page.pages[-1].url).status_code == 200


def test_one_release_does_not_differ_from_itself(client: Client) -> None:
    page = client.get("/data/releases/diff/")

    assert "Both releases hold the same stored figures and ratios." in page.text
    assert page.context["page"].trend_url == ""


def test_where_figures_are_computed_their_difference_is_seen_in_the_trend(client: Client) -> None:
    published(*many(4))
    published(*many(5), slug="2027-11")

    few = client.get("/data/releases/diff/?from=2026-11&to=2027-05").context["page"]
    page = client.get("/data/releases/diff/?from=2027-05&to=2027-11")

    assert few.trend_url == ""
    assert page.context["page"].rows == ()
    assert 'href="/salaries/?release=2027-11&amp;view=trend"' in page.text
    assert client.get(page.context["page"].trend_url).status_code == 200


def test_the_trend_of_a_withdrawn_release_is_that_of_the_newest(client: Client) -> None:
    published(*many(5))
    withdraw("2027-05")

    page = client.get("/data/releases/diff/?from=2026-11&to=2027-05").context["page"]

    assert page.trend_url == "/salaries/?view=trend"


@pytest.mark.parametrize(
    ("path", "choice"),
    [
        ("/data/releases/diff/?from=1999-01", "2026-11"),
        ("/data/releases/diff/?to=2027-05", "2026-11"),
        ("/data/releases/diff/?to=2026-11&to=x", "2026-11"),
        ("/data/releases/diff/?page=9", "1"),
        ("/data/releases/diff/?page=x", "1"),
        ("/data/releases/diff/?from=%00", "2026-11"),
        ("/data/quality/?release=1999-01", "2026-11"),
        ("/data/quality/?release=2027-05", "2026-11"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(client: Client, path: str, choice: str) -> None:
    draft({})

    said = text(client, path, 400)

    assert "Valid choices:" in said
    assert choice in said


@pytest.mark.parametrize("path", ["/data/releases/", "/data/quality/", "/data/observations/"])
def test_a_parameter_that_is_not_known_is_named(client: Client, path: str) -> None:
    assert "no such parameter: colour" in text(client, f"{path}?colour=red")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/data/releases/", "No release yet"),
        ("/data/quality/", "No release yet"),
    ],
)
def test_before_the_first_release_the_pages_say_so(client: Client, path: str, said: str) -> None:
    DataRelease.objects.update(status="draft")

    assert said in text(client, path)
    assert "No data release is published yet" in text(client, "/data/releases/diff/", 400)


def quality(client: Client, query: str = "") -> dict[str, int]:
    tables = client.get(f"/data/quality/{query}").context["page"].tables
    return {tally.label: tally.number for table in tables for tally in table.tallies}


TWICE = {"pay": "150000", "city": ""}
OLD = {"year": "2013", "level": "", "size": "", "city": "Atlantis"}
DOUBTFUL = (TWICE, TWICE, ODD, OLD, *({"currency": "GBP", "flags": "wide"},) * 5)


def test_the_counts_of_quality_are_those_of_the_database(client: Client) -> None:
    release = published(*DOUBTFUL)

    said = quality(client)

    rows = Observation.objects.of_release(release)
    assert (
        said
        | {
            "Observations": rows.count(),
            # Neither the odd one nor the one of 2013 nor those in pounds.
            "Observations that figures may rest on": 2,
            "Reported figures": PayFigure.objects.filter(release=release, kind="reported").count(),
            "Observed figures": PayFigure.objects.filter(release=release, kind="observed").count(),
            "Pay ratios": Factor.objects.filter(release=release).count(),
            "Duplicates of another row": 5,
            "Outliers: outside the plausible range": 1,
            "Level not known": 1,
            "City not known": 2,
            "Company size not known": 1,
            "City known, but not one of the guide's": 1,
            "Expired: too old to count as current": 1,
            "Not usable": 6,
            "foreign currency": 5,
            "wide": 5,
            Source.objects.get(slug="aijobs-2025-01").short_name: 9,
        }
        == said
    )


def test_figures_rest_on_the_observations_that_the_quality_page_counts(client: Client) -> None:
    release = published(*DOUBTFUL)

    assert len(observations_of(release)) == quality(client)["Observations that figures may rest on"]


def test_the_plausible_range_is_printed_as_each_country_groups_digits(client: Client) -> None:
    said = text(client, "/data/quality/")

    assert "4,00,000 to 10,00,00,000 INR, 20,000 to 1,000,000 USD" in said


def test_what_is_said_of_observations_tells_of_no_few_people(client: Client) -> None:
    published(*DOUBTFUL)

    tables = client.get("/data/quality/").context["page"].tables

    said = {tally.label: tally.said for table in tables for tally in table.tallies}
    assert said["City not known"] == said["Company size not known"] == "fewer than 5"
    assert said["Observations"] == said["Not usable"] == "5"
    # One row has it; no row would look the same.
    assert "unit in doubt" not in said


def like(name: str, number: int, **changes: str) -> list[dict[str, str]]:
    return [{"key": f"{name}-{at}", **changes} for at in range(number)]


def test_it_is_said_how_many_rows_are_held_back(client: Client) -> None:
    seattle, york = {"city": "Seattle"}, {"city": "New York", "region": "NY"}
    published(
        *like("s", 10, **seattle),
        *like("y", 10, **york),
        *(row for name in ("Banks", "Games") for row in like(name, 3, industry=name)),
        # Of another year each: nothing that may be left blank makes them alike.
        *(row for year in ("2023", "2024") for row in like(year, 3, year=year)),
    )
    first = said_of_protection(client)

    # Three corrections in each city, of which none may be told from the rest.
    corrected = [*like("s", 3, **seattle, pay="190000"), *like("y", 3, **york, pay="190000")]
    published(*corrected, slug="2027-11")

    assert first == ["5", "5", "fewer than 5"]
    assert said_of_protection(client) == ["5", "5", "5"]
    assert said_of_protection(client, "?release=2027-05") == first


def said_of_protection(client: Client, query: str = "") -> list[str]:
    tables = client.get(f"/data/quality/{query}").context["page"].tables
    (found,) = (table for table in tables if table.anchor == "protection")
    return [tally.said for tally in found.tallies]


@pytest.mark.parametrize("query", ["", "?release=2027-05"])
def test_where_nobody_is_answered_from_a_snapshot_nothing_is_held_back(
    admin_client: Client, query: str
) -> None:
    draft(*many(5))

    tables = admin_client.get(f"/data/quality/{query}").context["page"].tables

    assert "protection" not in {table.anchor for table in tables}


def test_every_count_leads_to_the_rows_that_it_counts(admin_client: Client) -> None:
    draft(*DOUBTFUL)

    page = admin_client.get("/data/quality/?release=2027-05").context["page"]

    for table in page.tables:
        for tally in table.tallies:
            found = admin_client.get(tally.url)
            assert found.context["cl"].result_count == tally.number, tally.label


def test_the_lists_of_rows_ask_a_visitor_who_it_is(client: Client) -> None:
    page = client.get("/data/quality/").context["page"]

    url = page.tables[0].tallies[0].url

    assert client.get(url).headers["Location"].startswith("/admin/login/?next=/admin/salaries/")


def test_the_quality_of_a_published_release_is_one_page_for_all(
    client: Client, admin_client: Client
) -> None:
    draft({})

    anonymous, of_the_staff = client.get("/data/quality/"), admin_client.get("/data/quality/")

    assert anonymous.content == of_the_staff.content
    assert "Cookie" not in of_the_staff.get("Vary", "")


def test_a_draft_is_counted_for_those_alone_who_may_see_it(client: Client) -> None:
    draft(*many(5))
    user = User.objects.create_user("helper", is_staff=True)
    client.force_login(user)
    address = "/data/quality/?release=2027-05"
    refused = client.get(address).status_code

    user.user_permissions.add(Permission.objects.get(codename="view_datarelease"))

    assert (refused, client.get(address).status_code) == (400, 200)


def test_what_cannot_change_is_counted_once(
    client: Client,
) -> None:
    seal(["2026-11"])
    published(*many(5))
    published(*many(5, pay="190000"), slug="2027-11")
    paths = (
        *("/data/quality/", "/data/releases/", "/data/releases/2027-05/", "/api/v1/releases/"),
        "/data/releases/diff/?from=2027-05&to=2027-11",
    )
    for path in paths:
        client.get(path)

    with CaptureQueriesContext(connection) as asked:
        for path in paths:
            client.get(path)

    counts = [one["sql"] for one in asked.captured_queries if "COUNT(" in one["sql"]]
    assert counts == []


def test_a_draft_is_counted_anew(admin_client: Client) -> None:
    made = draft(*DOUBTFUL)
    before = quality(admin_client, "?release=2027-05")

    Observation.objects.of_release(made).filter(city_raw="").delete()

    assert quality(admin_client, "?release=2027-05") != before


def test_the_first_draft_is_counted_before_anything_is_published(admin_client: Client) -> None:
    DataRelease.objects.update(status="draft", checksum="")

    assert quality(admin_client, "?release=2026-11")["Reported figures"] > 0


def test_the_template_has_the_columns_of_the_dictionary(client: Client) -> None:
    header, example = csv.reader(io.StringIO(client.get("/data/observations/template.csv").text))
    page = text(client, "/data/observations/")

    assert tuple(header) == NAMES
    assert len(example) == len(header)
    assert all(name in page for name in NAMES)


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/data/releases/", 7),
        ("/data/releases/2026-11/", 20),
        ("/data/releases/diff/", 14),
        ("/data/quality/", 20),
        ("/data/observations/", 2),
    ],
)
def test_a_page_asks_few_queries(
    client: Client, path: str, most: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(most):
        client.get(path)


def test_the_differences_are_headed_by_what_they_are(client: Client) -> None:
    page = strip_tags(client.get("/data/releases/diff/?from=2026-11&to=2026-11").text)

    assert "What changed from 2026-11 to 2026-11" in page
