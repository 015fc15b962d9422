"""What every page prints."""

import pytest
from django.test import Client, RequestFactory

from tests.browser.addresses import ADDRESSES, Address
from tests.markup import text_of
from tpmguide.context import navigation


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", []),
        ("/roles/", [("Roles", "page")]),
        ("/roles/technical-product-manager/", [("Roles", "true")]),
        ("/compare/", [("Compare", "page")]),
        ("/tools/moscow/", [("Skills & tools", "true")]),
        ("/plan/", [("Skills & tools", "true")]),
        ("/hi/plan/open/", [("Skills & tools", "true")]),
        ("/fit/", [("Compare", "true")]),
        ("/hi/interview/", [("Skills & tools", "true")]),
        ("/api/", [("Data", "true")]),
        ("/faq/", []),
        ("/salaries/stand/", [("Salaries", "true")]),
        ("/salaries/band/", [("Salaries", "true")]),
        ("/data/", [("Data", "page")]),
        ("/data/contradictions/", [("Data", "true")]),
    ],
)
def test_the_navigation_marks_where_the_visitor_is(
    rf: RequestFactory, path: str, current: list[tuple[str, str]]
) -> None:
    entries = navigation(rf.get(path))["navigation"]

    assert [(entry.label, entry.current) for entry in entries if entry.current] == current


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/salaries/", "/hi/salaries/", "/salaries/export.csv", "/roles/"])
def test_an_address_of_thousands_of_fields_is_no_failure(client: Client, path: str) -> None:
    response = client.get(f"{path}?{'&' * 4_000}")

    assert response.status_code in {200, 400}
    assert "&amp;" * 9 not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.path)
def test_every_page_prints_the_release_in_use(client: Client, address: Address) -> None:
    footer = text_of(client, address.path, status=address.status).partition("<footer")[2]

    assert '<span class="unbroken">2026-11</span>' in footer
