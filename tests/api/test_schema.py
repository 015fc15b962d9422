"""The schema says what the API does: made without a warning, and true of real answers."""

from typing import Any

import pytest
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from salaries.asking.filters import SalaryFilter
from salaries.known import Known
from salaries.models import City
from tests.explorer.test_agreement import GRID
from tpmguide.api.schema import described

pytestmark = pytest.mark.django_db

PATHS = [
    "/api/v1/salaries/",
    "/api/v1/roles/",
    "/api/v1/roles/{slug}/",
    "/api/v1/releases/",
    "/api/v1/releases/{slug}/",
    "/api/v1/schema/",
]


def parameters(schema: dict[str, Any], path: str) -> dict[str, dict[str, Any]]:
    return {said["name"]: said["schema"] for said in schema["paths"][path]["get"]["parameters"]}


def test_the_schema_is_made_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    described(Known())

    assert not GENERATOR_STATS
    assert capsys.readouterr().err == ""


def test_the_schema_is_a_valid_one_of_openapi_3_1() -> None:
    schema = described(Known())

    validate_schema(schema)
    assert schema["openapi"] == "3.1.0"
    assert list(schema["paths"]) == PATHS


def test_the_schema_is_answered(client: Client) -> None:
    assert list(client.get("/api/v1/schema/").json()["paths"]) == PATHS


def test_the_parameters_are_those_of_the_one_reader_with_its_choices() -> None:
    known = parameters(described(Known()), "/api/v1/salaries/")

    assert list(known) == list(SalaryFilter.base_filters)
    assert known["level"]["items"]["enum"] == ["entry", "mid", "senior", "lead", ""]
    assert known["city"]["items"]["enum"] == [
        *(city.slug for city in City.objects.by_country()),
        "",
    ]
    assert known["release"]["enum"] == ["2026-11", ""]
    # The shipped release knows no industry, which makes none of it a number.
    assert known["industry"]["items"] == {"type": "string", "enum": [""]}
    assert known["page"]["anyOf"] == [
        {"type": "integer", "minimum": 1, "maximum": 999},
        {"type": "string", "enum": [""]},
    ]


def test_every_resource_says_what_it_may_refuse() -> None:
    for path, methods in described(Known())["paths"].items():
        answers = methods["get"]["responses"]

        assert {"200", "304", "404", "405", "429", "500", "503"} <= set(answers)
        assert "406" not in answers
        assert ("400" in answers) == (path in {PATHS[0], PATHS[2]})
        for status in set(answers) & {"400", "404", "429", "500", "503"}:
            assert list(answers[status]["content"]) == ["application/problem+json"]


def faults(schema: dict[str, Any], stated: dict[str, Any], value: object) -> list[str]:
    """Return where a value is not as stated; a field that is not stated is a fault too."""
    components = {
        name: {**shape, "additionalProperties": False} if "properties" in shape else shape
        for name, shape in schema["components"]["schemas"].items()
    }
    validator = Draft202012Validator({**stated, "components": {"schemas": components}})
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(value)]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        *(("/api/v1/salaries/", f"/api/v1/salaries/?{query}") for query in GRID[::40]),
        ("/api/v1/roles/", "/api/v1/roles/"),
        ("/api/v1/roles/{slug}/", "/api/v1/roles/technical-product-manager/"),
        ("/api/v1/releases/", "/api/v1/releases/"),
        ("/api/v1/releases/{slug}/", "/api/v1/releases/2026-11/"),
    ],
)
def test_every_answer_is_as_the_schema_states(client: Client, path: str, url: str) -> None:
    schema = described(Known())
    answers = schema["paths"][path]["get"]["responses"]
    stated = answers["200"]["content"]["application/json"]["schema"]

    assert faults(schema, stated, client.get(url).json()) == []


def test_a_value_that_is_not_as_stated_is_found(client: Client) -> None:
    schema = described(Known())
    stated = {"$ref": "#/components/schemas/RolesShape"}
    answer = client.get("/api/v1/roles/").json()

    assert len(faults(schema, stated, {**answer, "count": "4"})) == 1
    assert len(faults(schema, stated, {**answer, "more": 1})) == 1
    assert len(faults(schema, stated, {"roles": []})) == 2


def test_a_problem_is_as_the_schema_states(client: Client) -> None:
    schema = described(Known())
    stated = {"$ref": "#/components/schemas/Problem"}

    for url in ("/api/v1/salaries/?level=wizard&page=0", "/api/v2/roles/", "/api/v1/roles/x/"):
        assert faults(schema, stated, client.get(url).json()) == []
