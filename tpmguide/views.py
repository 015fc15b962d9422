"""Pages that bring the apps together, and those for machines."""

from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop
from django.views import csrf
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from roles.choices import Level, PathName
from roles.cited import Link, from_home
from roles.models import Role, Source
from roles.querystring import QueryError, unknown_names
from roles.views import guide, levels
from roles.views.guide import refused
from roles.views.missing import missing
from roles.views.one_reader import for_one_reader
from salaries.choices import Kind
from salaries.explorer import bands, sentences
from salaries.explorer.explorer import Explorer
from salaries.known import Known, known
from salaries.models import DataRelease
from salaries.releases.contradictions import pay_contradictions
from salaries.releases.links import from_data
from salaries.slices import DEFAULT_ROLE
from tpmguide import method as method_page
from tpmguide import styleguide
from tpmguide.languages import path_in
from tpmguide.readiness import RETRY_AFTER, database_is_missing
from tpmguide.search.results import search_page
from tpmguide.sitemap import entries
from tpmguide.source_page.page import source_names, source_page
from tpmguide.sources import sources_in_use

# The pages about the site itself, and what a trail calls them.
OF_THIS_SITE = {
    "about": gettext_noop("About"),
    "accessibility": gettext_noop("Accessibility"),
    "privacy": gettext_noop("Privacy"),
}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    explorer = Explorer(QueryDict(), known(request))
    context = {
        "release": explorer.release,
        "kinds": tuple(Kind),
        "tpm_url": reverse("roles:detail", args=[DEFAULT_ROLE]),
        "engineer_url": reverse("roles:path", args=[PathName.ENGINEER_TO_TPM.value]),
        "pm_url": reverse("roles:path", args=[PathName.PM_TO_TPM.value]),
        "stand_url": reverse("salaries:stand"),
        "band_url": reverse("salaries:band"),
        "levels_url": f"{reverse('roles:detail', args=[DEFAULT_ROLE])}#levels",
        "statements": sentences.statements(explorer.answer),
        "panels": bands.panels(explorer.answer.page_rows),
    }
    return TemplateResponse(request, "home.html", context)


@require_safe
def level(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show a level of a role together with its pay."""
    return levels.level(request, slug, name, pay=partial(reported_pay, known(request)))


def reported_pay(known: Known, role: Role, level: Level) -> dict[str, Any]:
    """Return what is reported of the pay of a level, and where to look further."""
    explorer = Explorer(QueryDict(f"role={role.slug}&level={level}&kind={Kind.REPORTED}"), known)
    asked = explorer.asked.without("kinds", Kind.REPORTED)
    return {
        "statements": sentences.statements(explorer.answer),
        "rows": explorer.answer.rows,
        "url": asked.url(reverse("salaries:explorer")),
        "band_url": asked.url(reverse("salaries:band")),
    }


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Lead from the address above them to the pages about the data."""
    return TemplateResponse(request, "data.html")


@require_safe
def contradictions(request: HttpRequest) -> HttpResponse:
    """Show where sources disagree in words, and where figures do in amounts."""
    trail = from_data(Link(gettext("Contradictions"), request.path, is_current=True))
    return guide.contradictions(request, trail=trail, pay=pay_contradictions(known(request)))


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    release = DataRelease.objects.current()
    trail = from_data(Link(gettext("Sources"), request.path, is_current=True))
    context = {"sources": sources_in_use(release), "of_release": release, "trail": trail}
    return TemplateResponse(request, "sources.html", context)


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    by_slug = {source.slug: source for source in Source.objects.all()}
    if slug not in by_slug:
        return missing(request, slug, kind="source", names=source_names(by_slug))
    context = {"page": source_page(by_slug[slug]), "ignored": unknown_names(request.GET, known=())}
    return TemplateResponse(request, "source.html", context)


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "method.html", method_page.page(known(request)))


@for_one_reader
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    try:
        context = search_page(request.GET, known(request))
    except QueryError as error:
        return refused(request, error)
    context["trail"] = from_home(Link(gettext("Search"), request.path, is_current=True))
    return TemplateResponse(request, "search/search.html", context)


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show the components to those who build or edit; there is no such page for a visitor."""
    is_member = isinstance(request.user, AbstractUser) and request.user.is_staff
    if not (settings.DEBUG or is_member):
        raise Http404
    return TemplateResponse(request, "styleguide.html", styleguide.page())


@require_safe
def of_this_site(request: HttpRequest, name: str) -> HttpResponse:
    """Show what the site says of itself, and where an error may be reported."""
    trail = from_home(Link(gettext(OF_THIS_SITE[name]), request.path, is_current=True))
    context = {"contact": settings.CONTACT, "trail": trail}
    return TemplateResponse(request, f"{name}.html", context)


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Say whether the database answers and holds a release to show."""
    try:
        problem = "" if DataRelease.objects.current() else "no data release is published"
    except Error:  # also InterfaceError, of a connection that is closed already
        problem = "the database does not answer"
    return unavailable(problem) if problem else HttpResponse("ok\n", "text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Say what healthz says, once it is known that asking would not make an empty database."""
    if database_is_missing():
        return unavailable("the database is not there")
    return healthz(request)


def unavailable(problem: str) -> HttpResponse:
    return HttpResponse(f"{problem}\n", "text/plain", 503, headers={"Retry-After": RETRY_AFTER})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep programs out of the admin, and of the figures that each page asks for by itself."""
    figure = reverse("salaries:figure")
    closed = [reverse("admin:index"), *(path_in(code, figure) for code, _ in settings.LANGUAGES)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse("\n".join([*lines, f"Sitemap: {sitemap}\n"]), content_type="text/plain")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    context = {"entries": entries(), "site": f"{request.scheme}://{request.get_host()}"}
    return TemplateResponse(request, "sitemap.xml", context, content_type="application/xml")


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Lead browsers that ask unasked, as they do on admin pages, to the site's own icon."""
    return redirect(static("img/favicon.svg"))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 405 where pages are only read: all but the admin and the one that opens a file."""
    match = request.resolver_match
    if match is not None and ("admin" in match.app_names or match.url_name == "plan-open"):
        return csrf.csrf_failure(request, reason=reason)
    return HttpResponseNotAllowed(["GET", "HEAD"])
