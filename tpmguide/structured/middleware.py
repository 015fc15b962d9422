"""Puts structured data into the context of a page, once its view has put the rest there."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from tpmguide.structured.pages import structured


class StructuredData:
    """Gives base.html the variable structured; a page that is refused or absent says nothing.

    The apps need not know of it: what a role page says of pay is more than roles may know.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        template, context = response.template_name, response.context_data
        if isinstance(template, str) and context and response.status_code == HTTPStatus.OK:
            context["structured"] = structured(template, context, request.build_absolute_uri)
        return response
