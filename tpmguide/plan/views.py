"""The page of a plan, its file, and the page that opens such a file."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from roles.cited import Link
from roles.querystring import QueryError
from roles.views.guide import refused
from roles.views.one_reader import for_one_reader
from salaries.known import known
from tpmguide.plan import page
from tpmguide.plan.upload import FIELD, KILOBYTES, address_in


@for_one_reader
@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    try:
        context = page.page(request.GET, known(request))
    except QueryError as error:
        return refused(request, error)
    return TemplateResponse(request, "plan/plan.html", context)


@for_one_reader
@require_safe
def plan_file(request: HttpRequest) -> HttpResponse:
    try:
        name, content = page.content(request.GET, known(request))
    except QueryError as error:
        errors = [{"field": error.field, "message": error.message, "choices": error.choices}]
        return JsonResponse({"errors": errors}, status=400)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return JsonResponse(
        content, headers=headers, json_dumps_params={"indent": 1, "ensure_ascii": False}
    )


@csrf_exempt
def plan_open(request: HttpRequest) -> HttpResponse:
    """Keep the upload in memory, and in no temporary file; the token is checked after that."""
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    return open_file(request)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def open_file(request: HttpRequest) -> HttpResponse:
    context: dict[str, Any] = {
        "trail": page.trail(Link(gettext("Open a file"), request.path, is_current=True))
    }
    context |= {"field": FIELD, "kilobytes": KILOBYTES}
    if request.method != "POST":
        return TemplateResponse(request, "plan/open.html", context)
    try:
        return redirect(address_in(request))
    except QueryError as error:
        context["error"] = error
    return TemplateResponse(request, "plan/open.html", context, status=400)
