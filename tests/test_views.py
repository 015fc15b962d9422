"""The pages that join both apps, and what every answer carries."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import InterfaceError, OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from roles.models import Source
from salaries.models import DataRelease, ExchangeRate
from tpmguide.method import EXAMPLE

pytestmark = pytest.mark.django_db


def test_the_home_page_says_what_a_tpm_is_and_earns(client: Client) -> None:
    page = client.get("/").content.decode()

    assert "product manager with a technical background" in page
    assert page.count('class="band-row"') == 4
    assert "Reported pay of Technical Product Managers in India" in page
    assert "/data/sources/#ipl-guide-2024" in page


def test_every_source_is_listed_with_its_attribution_and_use(client: Client) -> None:
    page = client.get("/data/sources/").content.decode()

    for source in Source.objects.all():
        assert f'id="{source.slug}"' in page
    for number in range(1, 6):
        assert f"DOC-0{number}" in page
    assert f"{ExchangeRate.objects.count()} exchange rates" in page
    assert "nothing yet" in page


def test_the_worked_example_of_the_method_is_what_the_explorer_shows(client: Client) -> None:
    example = client.get("/data/method/").context["example"]
    rows = client.get(f"/salaries/?{EXAMPLE}").context["answer"].rows

    assert rows == (example,)
    assert (example.amount, example.plausible) == ("₹24.5-33.5 lakh", "₹19-43 lakh")


def test_the_method_follows_the_data(client: Client) -> None:
    factor = DataRelease.objects.get().factors.get(city__slug="hyderabad")
    factor.value = "1.050"
    factor.save()

    page = client.get("/data/method/").content.decode()

    assert "1.050" in page


def test_the_method_page_survives_without_a_release(client: Client) -> None:
    DataRelease.objects.update(status="withdrawn")

    page = client.get("/data/method/").content.decode()

    assert "holds no figure for the example" in page


@pytest.mark.parametrize("number", [*range(9, 15), *range(17, 21), 23])
def test_each_gap_of_the_documents_has_a_rule_on_the_method_page(
    client: Client, number: int
) -> None:
    page = client.get("/data/method/").content.decode()
    readings = page.partition('id="readings"')[2]
    reading = readings.partition(f'data-inventory="X-{number:02}"')[2].partition("</article>")[0]

    assert f'id="x-{number:02}"' in reading
    assert "<dt>The rule</dt>" in reading
    assert "/data/sources/#" in reading


def test_health_follows_what_can_be_shown(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"

    DataRelease.objects.update(status="draft")

    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_does_not_answer_is_said_to_whoever_watches(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def fail() -> None:
        raise error("gone")

    monkeypatch.setattr("tpmguide.views.DataRelease.objects.current", fail)

    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.content == b"the database does not answer\n"
    assert response["Retry-After"] == "5"


def test_robots_may_read_all_but_the_admin_and_the_figures_of_any_language(client: Client) -> None:
    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /salaries/figure.json",
        "Disallow: /hi/salaries/figure.json",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_an_unknown_address_gets_a_page_that_leads_on(client: Client) -> None:
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "/roles/" in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/salaries/", "/nowhere/", "/admin/login/", "/salaries/?level=x"]
)
def test_every_answer_carries_the_strict_policy(client: Client, path: str) -> None:
    policy = client.get(path)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("host", "status"), [("guide.example", 400), ("testserver", 301)])
def test_what_is_answered_before_tls_carries_the_strict_policy_too(
    client: Client, settings: Settings, host: str, status: int
) -> None:
    settings.SECURE_SSL_REDIRECT = True

    answer = client.get("/roles/", headers={"host": host})

    assert answer.status_code == status
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path", ["/", "/salaries/", "/data/method/", "/data/sources/", "/faq/", "/compare/"]
)
def test_public_pages_set_no_cookie_and_name_no_other_host(client: Client, path: str) -> None:
    response = client.get(path)

    assert not response.cookies
    loaded = re.findall(
        r'(?:src|<link[^>]*href)="(https?:)?//(?!testserver)', response.content.decode()
    )
    assert loaded == []


def test_every_amount_in_a_table_of_pay_has_kind_sample_year_and_source(client: Client) -> None:
    for query in ("", "country=united-states", "city=pune&size=small", "role=product-manager"):
        page = client.get(f"/salaries/?{query}").content.decode()
        bodies = re.findall(r"<tbody>(.*?)</tbody>", page, flags=re.DOTALL)
        rows = [
            row for body in bodies for row in re.findall(r"<tr>(.*?)</tr>", body, flags=re.DOTALL)
        ]

        assert rows
        for row in rows:
            assert re.search(r"Reported|Observed|Modelled|Official statistic", row)
            assert re.search(r"[Ss]ample not stated|n = \d", row)
            assert re.search(r"\b20\d\d\b", row)
            assert "/data/sources/#" in row


def test_a_failure_gets_a_page_of_its_own_that_needs_no_database(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the figures fell over")

    monkeypatch.setattr("salaries.views.Explorer", fail)
    client = Client(raise_request_exception=False)

    with django_assert_num_queries(0):
        response = client.get("/salaries/")

    assert response.status_code == 500
    assert "fell over" not in response.content.decode()
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/hi/roles/"])
def test_where_static_files_were_not_collected_the_failure_is_said_in_plain_text(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    settings.STATIC_ROOT = tmp_path
    storage = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": storage}}

    response = Client(raise_request_exception=False).get(path)

    assert response.status_code == 500
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text == "The site failed at this request; it has been logged.\n"
    assert "Missing staticfiles manifest entry" in caplog.text


@pytest.mark.parametrize("path", ["/salaries/", "/hi/salaries/", "/api/v1/salaries/"])
def test_a_database_out_of_reach_is_a_passing_trouble(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("salaries.models.DataRelease.objects.published", fail)
    client = Client(raise_request_exception=False)

    response = client.get(path)

    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "refused" not in response.text
    assert "failed" not in response.text
    assert response["Content-Type"].startswith(
        "application/problem+json" if path.startswith("/api/") else "text/html"
    )


@pytest.mark.parametrize(
    "path",
    ["/", "/roles/tpm/", "/roles/technical-product-manager/mid/", "/salaries/", "/data/method/"],
)
def test_a_form_sent_to_a_page_that_is_only_read_is_not_allowed(path: str) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post(path, {"level": "senior"})

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_the_forms_of_the_admin_stay_protected() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/admin/login/", {"username": "editor"})

    assert response.status_code == 403
    assert "The form was not accepted" in response.content.decode()


def test_who_may_not_see_a_page_is_led_back_to_the_guide(client: Client) -> None:
    client.force_login(User.objects.create_user("helper", is_staff=True))

    response = client.get("/admin/roles/role/")

    assert response.status_code == 403
    assert "Not allowed" in response.content.decode()


def test_a_request_that_cannot_be_read_gets_a_page_of_its_own(client: Client) -> None:
    response = client.get("/", headers={"Host": "elsewhere.example"})

    assert response.status_code == 400
    assert "could not be read" in response.content.decode()


def test_a_page_that_is_not_there_leads_to_every_entry_of_the_header(client: Client) -> None:
    response = client.get("/nowhere/")

    lines = response.text.partition("<main")[2].partition("</main>")[0]
    for entry in response.context["navigation"]:
        assert f'href="{entry.url}"' in lines


def test_the_address_above_the_pages_of_the_data_leads_to_each_of_them(client: Client) -> None:
    page = client.get("/data/").content.decode()

    for below in ("releases", "releases/diff", "quality", "observations", "method", "sources"):
        assert f'href="/data/{below}/"' in page.partition("<footer")[0]
