"""The schema of the API in OpenAPI 3.1, made from the code that answers."""

from http import HTTPStatus
from typing import Any, cast

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.serializers import BaseSerializer

from salaries.known import Known
from tpmguide.api.answering import Resource
from tpmguide.api.fields import Problem
from tpmguide.api.problems import MEDIA_TYPE
from tpmguide.api.versions import CURRENT

MEANINGS = {
    HTTPStatus.MOVED_PERMANENTLY: "A short name of a role leads to the role.",
    HTTPStatus.FOUND: "Another name of a city leads to the city's own.",
    HTTPStatus.NOT_MODIFIED: "What If-None-Match names is still the answer.",
    HTTPStatus.BAD_REQUEST: "The query is not understood; errors names each field.",
    HTTPStatus.NOT_FOUND: "There is nothing of this name, or no such version.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Only GET, HEAD and OPTIONS are answered.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests; Retry-After gives the seconds to wait.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The site failed.",
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "The database is out of reach, which passes; Retry-After gives the seconds to wait."
    ),
}
# What any resource may answer.
ALWAYS = (
    HTTPStatus.NOT_MODIFIED,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


class Described(AutoSchema):
    """Describes a view of this API by what the view says of itself."""

    @property
    def resource(self) -> Resource:
        return cast(Resource, self.view)

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        """Read the parameters once, for they are asked for again with every kind of answer."""
        self.stated = list(self.resource.parameters())
        return super().get_operation(*args, **kwargs)

    def get_override_parameters(self) -> list[OpenApiParameter | Any]:
        return self.stated

    def get_operation_id(self) -> str:
        return self.resource.operation

    def get_summary(self) -> str:
        return self.resource.summary

    def get_response_serializers(self) -> Any:
        answers: dict[Any, BaseSerializer[Any] | OpenApiResponse | Any] = {
            HTTPStatus.OK.value: OpenApiResponse(self.resource.shape, "The answer.")
        }
        for status in (*self.resource.also, *ALWAYS):
            if status < HTTPStatus.BAD_REQUEST:
                answers[status.value] = OpenApiResponse(None, MEANINGS[status])
            else:
                said = OpenApiResponse(Problem, MEANINGS[status])
                answers[status.value, MEDIA_TYPE] = said
        return answers


class Generator(SchemaGenerator):
    """Tells every resource that it describes what its parameters may take.

    The base class is untyped. Its methods are called by its name, because pyproject.toml allows
    untyped calls into its package and into no other.
    """

    def __init__(self, known: Known) -> None:
        SchemaGenerator.__init__(self, api_version=CURRENT)
        self.known = known

    def create_view(self, *args: Any, **kwargs: Any) -> Resource:
        view = cast(Resource, SchemaGenerator.create_view(self, *args, **kwargs))
        view.known = self.known
        return view


def described(known: Known) -> dict[str, Any]:
    """Return the schema of the current version; what parameters take is what is known."""
    schema: dict[str, Any] = SchemaGenerator.get_schema(Generator(known), public=True)
    return schema
