"""What every answer of the API has in common: methods, headers, and 304 where nothing changed."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any, ClassVar, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from drf_spectacular.utils import OpenApiParameter
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from salaries.known import Known

# Seconds for which an answer may be reused unasked. Without release= it is that of the newest
# release, so this is how long a cache may go on with the one before.
FRESH_FOR = 60


class Resource(APIView):
    """Something that is only read, by anybody, from any site; and what the schema says of it.

    shape is the serializer of its answer; also names what it may answer beside 200 and the
    statuses of every resource.
    """

    operation: ClassVar[str]
    summary: ClassVar[str]
    shape: ClassVar[Any]
    also: ClassVar[tuple[HTTPStatus, ...]] = ()
    # What the parameters take is read from this; it is set only where the schema is made.
    known: Known
    http_method_names = ("get", "head", "options")

    def parameters(self) -> Iterable[OpenApiParameter]:
        return ()

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        final = super().finalize_response(request, response, *args, **kwargs)
        final.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if final.status_code == status.HTTP_200_OK:
            patch_cache_control(final, public=True, max_age=FRESH_FOR)
            final.add_post_render_callback(unless_unchanged(request))
        elif not status.is_redirect(final.status_code):
            patch_cache_control(final, no_store=True)
        return final


def unless_unchanged(request: Request) -> Callable[[Response], HttpResponseBase | None]:
    """Return what answers 304 to whoever already has the body, once it is rendered."""

    def answer(response: Response) -> HttpResponseBase | None:
        set_response_etag(response)
        asked = cast(HttpRequest, request)
        return get_conditional_response(asked, etag=response["ETag"], response=response)

    return answer
