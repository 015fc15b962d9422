"""The pages of tools and techniques."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from roles.querystring import QueryError, unknown_names
from roles.tools.library import library, read_stages, tools_by_stage
from roles.tools.page import tool_page
from roles.views.guide import refused
from roles.views.missing import links_by_name, missing


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    try:
        wanted = read_stages(request.GET)
    except QueryError as error:
        return refused(request, error)
    return TemplateResponse(request, "roles/tools.html", {"library": library(wanted)})


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    tools = tools_by_stage()
    tool = next((tool for tool in tools if tool.slug == slug), None)
    if tool is None:
        return missing(request, slug, kind="tool", names=links_by_name(tools))
    context = {"tool": tool_page(tool, tools), "ignored": unknown_names(request.GET, known=())}
    return TemplateResponse(request, "roles/tool.html", context)
