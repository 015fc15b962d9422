"""The pages of skills: the matrix, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from roles.models import Skill
from roles.onward import after_skills
from roles.querystring import QueryError, unknown_names
from roles.skills.depths import DEPTHS
from roles.skills.matrix import matrix, read_groups
from roles.skills.page import skill_page
from roles.views.guide import refused
from roles.views.missing import links_by_name, missing


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    try:
        asked = read_groups(request.GET)
    except QueryError as error:
        return refused(request, error)
    context = {"asked": asked, "matrix": matrix(asked), "depths": DEPTHS, "ignored": asked.ignored}
    context["following"] = after_skills()
    return TemplateResponse(request, "roles/skills.html", context)


@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    skills = {skill.slug: skill for skill in Skill.objects.in_order()}
    if slug not in skills:
        return missing(request, slug, kind="skill", names=links_by_name(skills.values()))
    ignored = unknown_names(request.GET, known=())
    context = {"page": skill_page(skills[slug], skills.values()), "ignored": ignored}
    return TemplateResponse(request, "roles/skill.html", context)
