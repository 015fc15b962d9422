"""The page about the API: what the schema says, for a reader, with an answer of this moment."""

import json
import re

import pytest
from django.test import Client
from pytest_django import Settings

from roles.models import Role
from salaries.models import DataRelease

pytestmark = pytest.mark.django_db


def page(client: Client) -> str:
    response = client.get("/api/")
    assert response.status_code == 200
    return response.content.decode()


def test_every_address_is_there_with_an_example_that_answers(client: Client) -> None:
    endpoints = client.get("/api/").context["endpoints"]
    shown = page(client)

    assert [endpoint.path for endpoint in endpoints] == [
        "/api/v1/salaries/",
        "/api/v1/roles/",
        "/api/v1/roles/{slug}/",
        "/api/v1/releases/",
        "/api/v1/releases/{slug}/",
    ]
    for endpoint in endpoints:
        assert endpoint.url.startswith("/api/v1/")
        assert client.get(endpoint.url).status_code == 200
        assert f"GET {endpoint.path}" in shown


def test_every_parameter_is_there_with_its_choices(client: Client) -> None:
    (salaries, *_) = client.get("/api/").context["endpoints"]
    shown = page(client)

    known = {parameter.name: parameter for parameter in salaries.parameters}
    assert known["level"].choices == ("entry", "mid", "senior", "lead")
    assert known["level"].is_repeatable
    assert not known["release"].is_repeatable
    assert "pune" in known["city"].choices
    assert known["page"].range == "1 to 999"
    for parameter in salaries.parameters:
        for choice in parameter.choices:
            assert f"<code>{choice}</code>" in shown


def test_the_values_are_those_of_the_real_answer(client: Client) -> None:
    (salaries, *_) = client.get("/api/").context["endpoints"]
    answer = client.get(salaries.url).json()

    values = {field.path: field.value for field in salaries.fields}
    assert values["count"] == str(answer["count"])
    assert values["rows[].low"] == str(answer["rows"][0]["low"])
    assert json.loads(values["statements[]"]) == answer["statements"]
    assert values["links.csv"] == json.dumps(answer["links"]["csv"])
    assert values["rows[].working.factors[].label"] == (
        f'"{answer["rows"][0]["working"]["factors"][0]["label"]}"'
    )


def test_a_field_that_may_be_null_says_so(client: Client) -> None:
    (salaries, *_) = client.get("/api/").context["endpoints"]

    types = {field.path: field.type for field in salaries.fields}
    assert types["rows[].size"] == "string or null"
    assert types["rows[].working"] == "object or null"
    assert types["rows[].p50"] == "integer or null"
    assert types["rows[].currency"] == "string"
    assert types["rows[]"] == "object"


def test_a_shape_that_was_described_is_not_described_again(client: Client) -> None:
    (salaries, *_) = client.get("/api/").context["endpoints"]

    paths = [field.path for field in salaries.fields]
    assert len(paths) == len(set(paths))
    assert "claims[]" in paths
    assert "claims[].low" not in paths


def test_every_status_is_there_with_its_meaning(client: Client) -> None:
    shown = page(client)

    for code in ("200 OK", "302 Found", "304 Not Modified", "400 Bad Request", "404 Not Found"):
        assert f"<dt>{code}</dt>" in shown
    assert "429 Too Many Requests" in shown
    assert "503 Service Unavailable" in shown
    assert "application/problem+json" in shown


def test_the_limit_is_the_one_that_is_set(client: Client, settings: Settings) -> None:
    settings.API_RATE = "7/hour"
    assert "One address may ask 7/hour." in page(client)

    settings.API_RATE = ""
    assert "One address may ask" not in page(client)


def test_the_terms_and_the_schema_are_linked(client: Client) -> None:
    shown = page(client)

    assert '<a href="/data/sources/">their sources</a>' in shown
    assert '<a href="/api/v1/schema/">The schema</a> (OpenAPI 3.1.0)' in shown


def test_every_page_leads_to_it(client: Client) -> None:
    footer = client.get("/about/").content.decode().partition("<footer")[2]

    assert re.search(r'href="/api/"\s*>\s*API \(JSON\)\s*</a>', footer)


def test_without_any_content_the_page_still_answers(client: Client) -> None:
    DataRelease.objects.update(status="draft")
    endpoints = client.get("/api/").context["endpoints"]

    assert [endpoint.anchor for endpoint in endpoints] == ["salaries", "roles", "role", "releases"]
    assert Role.objects.exists()


def test_in_another_language_the_answers_are_the_same(client: Client) -> None:
    (english, *_), (hindi, *_) = (
        client.get(path).context["endpoints"] for path in ("/api/", "/hi/api/")
    )

    assert hindi == english


def test_unlike_the_answers_the_page_is_only_for_readers(client: Client) -> None:
    assert client.post("/api/").status_code == 405
