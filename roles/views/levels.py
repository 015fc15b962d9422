"""The pages of career levels, and what is answered where there is none."""

from collections.abc import Callable
from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from roles.choices import MAIN_ROLE, Level
from roles.cited import Link, from_roles
from roles.levels import ladder, level_page, level_url
from roles.models import Role
from roles.querystring import echo, unknown_names
from roles.views.guide import elsewhere


def level(
    request: HttpRequest, slug: str, name: str, *, pay: Callable[[Role, Level], object]
) -> HttpResponse:
    """Show a level, with what the caller knows of its pay; roles know nothing of pay."""
    roles = {role.slug: role for role in Role.objects.all()}
    if slug not in roles:
        known = tuple(roles.values())
        return elsewhere(request, slug, known, address=lambda role: level_url(role.slug, name))
    page = level_page(roles[slug], name)
    if page is None:
        return no_level(request, roles[slug], name)
    context = {"page": page, "ignored": unknown_names(request.GET, known=())}
    context["pay"] = pay(page.role, page.level)
    return TemplateResponse(request, "roles/level.html", context)


def no_level(request: HttpRequest, role: Role, name: str) -> HttpResponse:
    """Answer 404 with the levels that there are, those of the nearest names first."""
    near = get_close_matches(name.lower(), Level.values)
    context = {
        "role": role,
        "name": echo(name),
        "is_main": role.slug == MAIN_ROLE,
        "near": [step for word, step in zip(Level, ladder(MAIN_ROLE), strict=True) if word in near],
        "ladder": ladder(MAIN_ROLE),
        "trail": from_roles(Link(role.name, role.get_absolute_url())),
    }
    return TemplateResponse(request, "roles/level_not_found.html", context, status=404)
