"""Whatever is asked: an answer or a refusal, in JSON, never a failure."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from salaries.asking.filters import SalaryFilter
from tests.search.hostile import TYPED

pytestmark = pytest.mark.django_db

NAMES = (*SalaryFilter.base_filters, "format", "colour", "version", "slug")
WORDS = ("senior", "pune", "large", "india", "2026-11", "-low", "2", "bangalore", "")
ADDRESSES = ("salaries/", "roles/", "roles/technical-product-manager/", "releases/", "schema/")


@pytest.mark.parametrize("value", ["%00", "%FF%FE", "x" * 10_000, "9" * 5_000, "%F0%9F%98%80"])
@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_value_is_answered_or_refused(client: Client, name: str, value: str) -> None:
    response = client.get(f"/api/v1/salaries/?{name}={value}")

    assert response.status_code in {200, 400}
    assert len(response.content) < 20_000
    assert "\\u0000" not in response.content.decode()


@pytest.mark.parametrize("slug", ["%00", "..%2F..", "x" * 5_000, "%F0%9F%98%80", "-1", "'--"])
@pytest.mark.parametrize("folder", ["roles", "releases"])
def test_a_hostile_address_is_not_found(client: Client, folder: str, slug: str) -> None:
    response = client.get(f"/api/v1/{folder}/{slug}/")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert len(response.content) < 1_000


class AnyRequest(TestCase):
    """Requests of every kind, also such as no program sends."""

    @settings(max_examples=300)
    @given(
        st.sampled_from(ADDRESSES),
        st.lists(st.tuples(st.sampled_from(NAMES) | TYPED, st.sampled_from(WORDS) | TYPED)),
    )
    def test_is_answered_in_json(self, address: str, pairs: list[tuple[str, str]]) -> None:
        query = urlencode([(name[:200], value[:2_000]) for name, value in pairs])

        with self.settings(API_RATE=""):
            response = self.client.get(f"/api/v1/{address}?{query}")

        assert response.status_code in {200, 302, 400}
        if response.status_code != 302:
            assert isinstance(response.json(), dict)

    @settings(max_examples=100)
    @given(st.text(max_size=200))
    def test_of_any_address_is_answered_in_json(self, text: str) -> None:
        path = "/api/v1/" + text.replace("?", "").replace("#", "")

        with self.settings(API_RATE=""):
            response = self.client.get(path, follow=True)

        assert response.status_code in {200, 404}
        if path.strip("/") != "api/v1":
            assert isinstance(response.json(), dict)

    @settings(max_examples=100)
    @given(st.dictionaries(st.sampled_from(["Accept", "If-None-Match", "Origin"]), TYPED))
    def test_with_any_header_is_answered(self, headers: dict[str, str]) -> None:
        sent = {
            name: value.replace("\n", " ").replace("\r", " ") for name, value in headers.items()
        }

        with self.settings(API_RATE=""):
            response = self.client.get("/api/v1/releases/", headers=sent)

        assert response.status_code in {200, 304}
