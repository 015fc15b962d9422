"""Puts structured data into the context of a page, once its view has put the rest there."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation

from salaries.known import known
from tpmguide import languages
from tpmguide.structured.json_ld import JsonLd
from tpmguide.structured.pages import Page, structured


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
            context["structured"] = in_english(template, context, request)
        return response


def in_english(template: str, context: dict[str, Any], request: HttpRequest) -> JsonLd | None:
    """Return what the page says for machines, in the language of the content on every page.

    A page in another language has the graph of the English one, addresses included; only its
    trail is left out, whose steps are of the page and in its language.
    """
    has_trail = languages.is_english()
    with translation.override(settings.LANGUAGE_CODE):
        page = Page(
            context,
            known(request),
            lambda url: request.build_absolute_uri(languages.unprefixed(url)),
        )
        return structured(template, page, has_trail=has_trail)
