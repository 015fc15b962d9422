"""The page of interview questions by career level and skill."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from roles.interview.asking import read_wanted, skills_in_order
from roles.interview.page import interview_page
from roles.querystring import QueryError
from roles.views.guide import refused


@require_safe
def interview(request: HttpRequest) -> HttpResponse:
    skills = skills_in_order()
    try:
        wanted = read_wanted(request.GET, skills)
    except QueryError as error:
        return refused(request, error)
    context = {"page": interview_page(wanted, skills), "ignored": wanted.ignored}
    return TemplateResponse(request, "roles/interview.html", context)
