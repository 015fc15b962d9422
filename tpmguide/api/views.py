"""The resources of the API, each a short recipe, and the page that describes them."""

from collections.abc import Iterator
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from roles.cited import Link
from roles.comparison import roles_by_name
from roles.models import Role
from roles.querystring import QueryError
from roles.responsibilities import read_order
from salaries.explorer.explorer import Explorer
from salaries.known import known
from salaries.releases.links import from_data
from tpmguide.api import guide, parameters, releases, salaries
from tpmguide.api.answering import Resource
from tpmguide.api.fields import absolute_of
from tpmguide.api.page import documentation
from tpmguide.api.problems import Missing, Refused, field_error
from tpmguide.api.schema import described
from tpmguide.api.versions import address


class Salaries(Resource):
    """Pay by role, level, country, city and company size, as the explorer shows it.

    Takes the query string of the explorer, and answers the rows of its table a page at a time.
    """

    operation = "salaries"
    summary = "A slice of the pay data"
    shape = salaries.SliceShape
    also = (HTTPStatus.FOUND, HTTPStatus.BAD_REQUEST)

    def parameters(self) -> Iterator[OpenApiParameter]:
        return parameters.of_a_slice(self.known)

    def get(self, request: Request, **_address: str) -> HttpResponseBase:
        explorer = Explorer(request.query_params, known(request))
        if target := explorer.redirect(request.path):
            return redirect(target)
        if not explorer.is_valid():
            raise salaries.refusal(explorer)
        return Response(salaries.answered(explorer, absolute_of(request)))


class Roles(Resource):
    """The roles that the guide describes."""

    operation = "roles"
    summary = "Every role"
    shape = guide.RolesShape

    def get(self, request: Request, **_address: str) -> Response:
        return Response(guide.all_roles(request.query_params, absolute_of(request)))


class RolePage(Resource):
    """A role page: its sections, and in them the claims with their sources and inventory ids."""

    operation = "role"
    summary = "One role"
    shape = guide.GuideShape
    also = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.BAD_REQUEST)

    def parameters(self) -> Iterator[OpenApiParameter]:
        return parameters.of_a_role(self.known)

    def get(self, request: Request, slug: str, **_address: str) -> HttpResponseBase:
        names = roles_by_name(Role.objects.all())
        role = names.get(slug.lower())
        if role is None:
            raise Missing(slug, kind="role", names=[role.slug for role in names.values()])
        if role.slug != slug:
            query = request.query_params.urlencode()
            path = address("role", slug=role.slug)
            return redirect(f"{path}?{query}" if query else path, permanent=True)
        try:
            order = read_order(request.query_params)
        except QueryError as error:
            raise Refused([field_error(error.field, error.message, error.choices)]) from error
        absolute = absolute_of(request)
        return Response(guide.one_role(slug, order=order, absolute=absolute))


class Releases(Resource):
    """The published data releases, the newest first."""

    operation = "releases"
    summary = "Every data release"
    shape = releases.ReleasesShape

    def get(self, request: Request, **_address: str) -> Response:
        return Response(releases.all_releases(request.query_params, absolute_of(request)))


class ReleasePage(Resource):
    """One published data release, by its name."""

    operation = "release"
    summary = "One data release"
    shape = releases.OneReleaseShape

    def parameters(self) -> Iterator[OpenApiParameter]:
        return parameters.of_a_release(self.known)

    def get(self, request: Request, slug: str, **_address: str) -> Response:
        known = {release.slug: release for release in releases.published()}
        if slug not in known:
            raise Missing(slug, kind="data release", names=known)
        asked = (known[slug], request.query_params, absolute_of(request))
        is_current = slug == next(iter(known))
        return Response(releases.one_release(*asked, is_current=is_current))


class Schema(Resource):
    """The description of the API, in OpenAPI 3.1."""

    operation = "schema"
    summary = "The schema"
    shape = OpenApiTypes.OBJECT

    def get(self, request: Request, **_address: str) -> Response:
        return Response(described(known(request)))


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show a person what the schema says, with an example of every answer."""
    context = documentation(request)
    context["trail"] = from_data(Link(gettext("API (JSON)"), request.path, is_current=True))
    return TemplateResponse(request, "api/index.html", context)
