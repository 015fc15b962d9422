"""The page about the API, made from the schema: what a person reads of what programs are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils import translation

from roles.models import Role
from roles.responsibilities import read_order
from salaries.explorer.explorer import Explorer
from salaries.known import Known, known
from tpmguide.api import guide, releases, salaries
from tpmguide.api.anatomy import Anatomy, Field, Schema
from tpmguide.api.fields import Absolute, absolute_of
from tpmguide.api.schema import described
from tpmguide.api.versions import address


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    meaning: str
    place: str
    is_repeatable: bool
    choices: tuple[str, ...]
    range: str


@dataclass(frozen=True, slots=True)
class Status:
    code: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Example:
    """A request, and what it is answered at this moment."""

    url: str
    answer: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Endpoint:
    anchor: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    url: str
    fields: tuple[Field, ...]


def documentation(request: HttpRequest) -> dict[str, Any]:
    """Return what the page shows."""
    with translation.override(settings.LANGUAGE_CODE):  # the language of what programs are told
        schema = described(known(request))
        examples = dict(given_examples(absolute_of(request), known(request)))
    components = schema["components"]["schemas"]
    operations = [(path, methods["get"]) for path, methods in schema["paths"].items()]
    return {
        "version": schema["openapi"],
        "schema_url": address("schema"),
        "rate": settings.API_RATE,
        "endpoints": [
            endpoint(path, operation, examples[operation["operationId"]], components)
            for path, operation in operations
            if operation["operationId"] in examples
        ],
        "statuses": tuple(statuses(operations)),
    }


def endpoint(
    path: str, operation: Schema, example: Example, components: Mapping[str, Schema]
) -> Endpoint:
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return Endpoint(
        operation["operationId"],
        path,
        operation["summary"],
        operation["description"],
        tuple(parameter(stated) for stated in operation.get("parameters", ())),
        example.url,
        tuple(Anatomy(components).fields(answer, example.answer)),
    )


def parameter(stated: Schema) -> Parameter:
    schema = stated["schema"]
    # What may be left empty says so after what it is.
    one = schema.get("items") or schema.get("anyOf", [schema])[0]
    bounds = f"{one['minimum']} to {one['maximum']}" if "minimum" in one else ""
    return Parameter(
        stated["name"],
        stated.get("description", ""),
        stated["in"],
        "items" in schema,
        tuple(word for word in one.get("enum", ()) if word),
        bounds,
    )


def statuses(operations: list[tuple[str, Schema]]) -> Iterator[Status]:
    """Give every status that any resource answers, with what it means."""
    found = {
        code: answer["description"]
        for _, operation in operations
        for code, answer in operation["responses"].items()
    }
    for code, meaning in sorted(found.items()):
        yield Status(f"{code} {HTTPStatus(int(code)).phrase}", meaning)


def given_examples(absolute: Absolute, known: Known) -> Iterator[tuple[str, Example]]:
    """Give an example by the name of its operation, answered by what answers such a request."""
    nothing = QueryDict()
    explorer = Explorer(QueryDict("level=senior&city=pune"), known)
    if explorer.is_valid():
        url = explorer.asked.url(address("salaries"))
        yield "salaries", Example(url, salaries.answered(explorer, absolute))
    yield "roles", Example(address("roles"), guide.all_roles(nothing, absolute))
    for role in Role.objects.all()[:1]:
        answer = guide.one_role(role.slug, order=read_order(nothing), absolute=absolute)
        yield "role", Example(address("role", slug=role.slug), answer)
    yield "releases", Example(address("releases"), releases.all_releases(nothing, absolute))
    for release in releases.published()[:1]:
        answer = releases.one_release(release, nothing, absolute, is_current=True)
        yield "release", Example(address("release", slug=release.slug), answer)
