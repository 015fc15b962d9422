"""The pages of data releases, of their quality, and of what may be imported."""

import csv

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from roles.cited import Link
from roles.querystring import QueryError, unknown_names
from roles.views.guide import refused
from roles.views.missing import missing
from salaries.known import known
from salaries.models import DataRelease
from salaries.observations.columns import TEMPLATE
from salaries.observations.exporting import template_lines
from salaries.releases import links, pages
from salaries.releases.diff_page import diff_page
from salaries.releases.quality_page import quality_page


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    context = {
        "entries": pages.release_entries(),
        "trail": links.from_data(links.list_step(is_current=True)),
        "ignored": unknown_names(request.GET, known=()),
    }
    return TemplateResponse(request, "salaries/releases/index.html", context)


@require_safe
def release(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a release; one that was withdrawn keeps its page, which says so first."""
    shown = {release.slug: release for release in DataRelease.objects.shown().newest_first()}
    if slug not in shown:
        names = {name: Link(name, links.release_url(named)) for name, named in shown.items()}
        return missing(request, slug, kind="release", names=names)
    page = pages.release_page(shown[slug])
    ignored = unknown_names(request.GET, known=())
    context = {"page": page, "shown": page.entry.release, "ignored": ignored}
    return TemplateResponse(request, "salaries/releases/release.html", context)


@require_safe
def diff(request: HttpRequest) -> HttpResponse:
    try:
        page = diff_page(request.GET)
    except QueryError as error:
        return refused(request, error)
    context = {"page": page, "ignored": page.ignored}
    return TemplateResponse(request, "salaries/releases/diff.html", context)


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    """Show the counts of a release; the rows are in the admin, which asks who it is."""
    try:
        page = quality_page(
            request.GET,
            known(request),
            may_see_drafts=lambda: request.user.has_perm("salaries.view_datarelease"),
        )
    except QueryError as error:
        return refused(request, error)
    context = {"page": page, "ignored": page.ignored}
    return TemplateResponse(request, "salaries/releases/quality.html", context)


@require_safe
def observations(request: HttpRequest) -> HttpResponse:
    """Show what a file of observations holds, column by column."""
    context = {
        "columns": TEMPLATE,
        "trail": links.from_data(
            links.list_step(), Link(gettext("Files of observations"), request.path, is_current=True)
        ),
        "ignored": unknown_names(request.GET, known=()),
    }
    return TemplateResponse(request, "salaries/releases/observations.html", context)


@require_safe
def template(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="tpmguide-observations.csv"'
    csv.writer(response).writerows(template_lines())
    return response
