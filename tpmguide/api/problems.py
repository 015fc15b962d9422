"""What goes wrong, in the one shape of RFC 9457: title, status, detail and the fields at fault."""

import logging
import sys
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from http import HTTPStatus
from math import ceil
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views import defaults
from rest_framework.exceptions import APIException, NotFound, ParseError
from rest_framework.response import Response

from roles.querystring import echo
from tpmguide.api.versions import THERE_ARE
from tpmguide.readiness import RETRY_AFTER

logger = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
# The part of the site in which even what Django itself answers is read by programs.
FOLDER = "/api/"
# How Django names a database that is down, gone, locked for too long or stopped a query.
OUT_OF_REACH = (OperationalError, InterfaceError)
FAILED = "The site failed at this request; it has been logged."
PASSING = "The site cannot reach its database; Retry-After gives the seconds to wait."
HEADERS = {"Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "cross-origin"}


class Refused(APIException):
    """A query that is not understood whole; says of each field what is wrong, and what is right."""

    status_code = HTTPStatus.BAD_REQUEST
    default_detail = "The query is not understood; errors names each field."

    def __init__(self, errors: Iterable[Mapping[str, Any]]) -> None:
        super().__init__()
        self.errors = list(errors)


class Missing(NotFound):
    """A name in an address that names nothing; says which are near to it, or else all there are."""

    def __init__(self, slug: str, *, kind: str, names: Iterable[str]) -> None:
        known = tuple(dict.fromkeys(names))
        near = get_close_matches(slug.lower(), known)
        super().__init__(f"There is no {kind} “{echo(slug)}”.")
        self.errors = [field_error("slug", str(self.detail), near or known)]


def field_error(field: str, message: str, choices: Iterable[str]) -> dict[str, Any]:
    return {"field": field, "message": message, "choices": list(choices)}


def problem(status: int, detail: str, errors: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """Return the problem as values; its type is none but the status, which RFC 9457 allows."""
    title = HTTPStatus(status).phrase
    return {
        "type": "about:blank",
        "title": title,
        "status": int(status),
        "detail": detail,
        "errors": list(errors),
    }


def answer_problem(error: Exception, _context: Mapping[str, Any]) -> Response | None:
    """Answer what a view refuses; anything else goes on to Django, which logs it and asks below."""
    if isinstance(error, Http404):
        error = NotFound()
    if isinstance(error, SuspiciousOperation):
        error = ParseError("The request is not one that this site answers.")
    if not isinstance(error, APIException):
        return None
    wait = getattr(error, "wait", None)  # of one that comes too often
    headers = {"Retry-After": str(ceil(wait))} if wait else {}
    said = problem(error.status_code, str(error.detail), getattr(error, "errors", ()))
    return Response(said, error.status_code, headers=headers, content_type=MEDIA_TYPE)


def outside(status: HTTPStatus, detail: str) -> HttpResponse:
    """Answer in the same shape where no view of the API was reached."""
    return JsonResponse(
        problem(status, detail), status=status, content_type=MEDIA_TYPE, headers=HEADERS
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith(FOLDER):
        return outside(HTTPStatus.BAD_REQUEST, "The request is not one that this site answers.")
    return defaults.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if request.path.startswith(FOLDER):
        detail = f"There is nothing at this address. {THERE_ARE} {FOLDER} lists what they answer."
        return outside(HTTPStatus.NOT_FOUND, detail)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for whatever failed: 503 where the database cannot be asked, for that will pass."""
    is_unreachable = isinstance(sys.exception(), OUT_OF_REACH)
    status = HTTPStatus.SERVICE_UNAVAILABLE if is_unreachable else HTTPStatus.INTERNAL_SERVER_ERROR
    if request.path.startswith(FOLDER):
        response = outside(status, PASSING if is_unreachable else FAILED)
    else:
        response = failure_page(request)
        response.status_code = status
    if is_unreachable:
        response.headers["Retry-After"] = RETRY_AFTER
    return response


def failure_page(request: HttpRequest) -> HttpResponse:
    """Return the page of a failure, or a line of text where what failed keeps it from being made.

    Static files that were not collected do that: the page names its style sheets.
    """
    try:
        return defaults.server_error(request)
    except Exception:
        logger.exception("The page of a failure cannot be made")
        return HttpResponse(f"{FAILED}\n", content_type="text/plain; charset=utf-8")
