"""The page that says which answers speak for the work of a TPM and which for that of a PM."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from roles.fit.asking import read_answers
from roles.fit.page import fit_page, fit_questions
from roles.querystring import QueryError
from roles.views.guide import refused
from roles.views.one_reader import for_one_reader


@for_one_reader
@require_safe
def fit(request: HttpRequest) -> HttpResponse:
    questions = fit_questions()
    try:
        given = read_answers(request.GET, questions)
    except QueryError as error:
        return refused(request, error)
    context = {"page": fit_page(questions, given), "ignored": given.ignored}
    return TemplateResponse(request, "roles/fit.html", context)
