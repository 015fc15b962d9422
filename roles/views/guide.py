"""The pages of the career guide."""

from collections.abc import Callable, Sequence

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from roles.answers import answers, disputes, reading_links, terms_by_letter
from roles.choices import MAIN_ROLE, Level
from roles.cited import Citing, Link, from_home, from_roles
from roles.comparison import compare as compare_roles
from roles.comparison import read_roles, roles_by_name, roles_named
from roles.guide import role_guide
from roles.models import Role, Statement
from roles.onward import after_comparison
from roles.querystring import QueryError, unknown_names
from roles.responsibilities import read_order
from roles.views.missing import missing

# What a source says of all roles: of what kind the main one and two of its neighbours are.
OF_ALL_ROLES = "sp-08"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    said = Statement.objects.with_sources().filter(key=OF_ALL_ROLES)
    context = {"roles": Role.objects.all(), "levels": Level, "main_role": MAIN_ROLE}
    context["said"] = [*map(Citing(said), said)]
    return TemplateResponse(request, "roles/index.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    roles = {role.slug: role for role in Role.objects.all()}
    if slug not in roles:
        return elsewhere(request, slug, tuple(roles.values()), address=Role.get_absolute_url)
    try:
        order = read_order(request.GET)
    except QueryError as error:
        return refused(request, error)
    role = roles.pop(slug)
    guide = role_guide(role, roles.values(), order=order, today=localdate())
    context = {"guide": guide, "role": role, "main": roles.get(MAIN_ROLE), "ignored": order.ignored}
    context["trail"] = from_roles(Link(role.name, role.get_absolute_url(), is_current=True))
    return TemplateResponse(request, "roles/detail.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    known = list(Role.objects.all())
    try:
        asked = read_roles(request.GET, known)
    except QueryError as error:
        context = {"error": error, "page": request.path, "known": known}
        context["asked"] = {"roles": roles_named(request.GET, known)}
        return TemplateResponse(request, "roles/compare_refused.html", context, status=400)
    if asked.redirect:
        return HttpResponseRedirect(asked.redirect)
    context = {"asked": asked, "known": known, "ignored": asked.ignored}
    context["comparison"] = compare_roles(asked.roles)
    context["following"] = after_comparison()
    return TemplateResponse(request, "roles/compare.html", context)


@require_safe
def faq(request: HttpRequest) -> HttpResponse:
    trail = from_home(Link(gettext("FAQ"), request.path, is_current=True))
    context = {"answers": answers(), "trail": trail}
    return TemplateResponse(request, "roles/faq.html", context)


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    trail = from_home(Link(gettext("Glossary"), request.path, is_current=True))
    context = {"letters": terms_by_letter(), "trail": trail}
    return TemplateResponse(request, "roles/glossary.html", context)


def contradictions(request: HttpRequest, *, trail: Sequence[Link], pay: object) -> HttpResponse:
    """Show what the sources disagree about, with what the caller knows of their figures."""
    ignored = unknown_names(request.GET, known=())
    context = {"disputes": disputes(), "readings": reading_links(), "pay": pay, "ignored": ignored}
    context["trail"] = trail
    return TemplateResponse(request, "roles/contradictions.html", context)


def elsewhere(
    request: HttpRequest, slug: str, roles: Sequence[Role], *, address: Callable[[Role], str]
) -> HttpResponse:
    """Lead a short name such as “tpm” to its role for good; no role has any other name."""
    names = roles_by_name(roles)
    role = names.get(slug.lower())
    if role is None:
        links = {name: Link(role.name, role.get_absolute_url()) for name, role in names.items()}
        return missing(request, slug, kind="role", names=links)
    query = request.GET.urlencode()
    return HttpResponsePermanentRedirect(f"{address(role)}?{query}" if query else address(role))


def refused(request: HttpRequest, error: QueryError) -> HttpResponse:
    """Answer 400: the field, what is wrong with its value, and what may be asked."""
    context = {"error": error, "page": request.path}
    return TemplateResponse(request, "roles/refused.html", context, status=400)
