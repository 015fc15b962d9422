"""The pages about ways into the role, up and onward."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from roles.choices import PathName
from roles.models import TransitionIndicator
from roles.paths.checklist import read_answers
from roles.paths.guides import ROUTES, path_guide
from roles.paths.overview import overview, path_links
from roles.querystring import QueryError, unknown_names
from roles.views.guide import refused
from roles.views.missing import missing
from roles.views.one_reader import for_one_reader


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    context = {"page": overview(), "ignored": unknown_names(request.GET, known=())}
    return TemplateResponse(request, "roles/paths.html", context)


@for_one_reader
@require_safe
def path(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in PathName.values:
        names = {name.value: link for name, link in zip(PathName, path_links(), strict=True)}
        return missing(request, slug, kind="path", names=names)
    name = PathName(slug)
    indicators = list(TransitionIndicator.objects.of_path(name).in_order())
    try:
        answers = read_answers(request.GET, indicators)
    except QueryError as error:
        return refused(request, error)
    guide = path_guide(ROUTES[name], indicators, answers)
    context = {"guide": guide, "ignored": answers.ignored}
    return TemplateResponse(request, "roles/path.html", context)
