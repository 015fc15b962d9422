"""What views of several pages share: files, refusals in text, a pay kept private, the trail."""

import csv
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, override

from roles.cited import Link, from_home
from salaries.asking.filters import Refusal

View = Callable[..., HttpResponse]


class Asking(Protocol):
    """A query of a page that has a form."""

    def redirect(self, path: str) -> str | None: ...

    def is_valid(self) -> bool: ...


Asked = TypeVar("Asked", bound=Asking)
# What keeps a pay that stands in the address out of caches, of search engines and of the logs
# of whatever page is opened next.
PRIVATE_HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


def in_english(view: View) -> View:
    """Answer in English whatever the address: a file is the same for readers of any language."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        with override(settings.LANGUAGE_CODE):
            return view(request)

    return answer


def takes_a_pay(view: View) -> View:
    """Give every response of a view the headers that keep the pay in its address private."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        response = view(request)
        for name, value in PRIVATE_HEADERS.items():
            response[name] = value
        return response

    return answer


def csv_of(lines: Iterable[Iterable[object]], *, name: str) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    csv.writer(response).writerows(lines)
    return response


def said_in_text(refusals: Iterable[Refusal]) -> HttpResponse:
    text = "".join(f"{refusal.name}: {refusal.message}\n" for refusal in refusals)
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")


def form_page(
    request: HttpRequest,
    asked: Asked,
    page: Callable[[Asked], dict[str, Any]],
    *,
    name: str,
    label: str,
) -> HttpResponse:
    """Answer with a page of the name, which shows what is asked, or the form with what is wrong."""
    if target := asked.redirect(request.path):
        return redirect(target)
    status = 200 if asked.is_valid() else 400
    context = page(asked) | {"trail": trail(request, label)}
    return TemplateResponse(request, f"salaries/{name}.html", context, status=status)


def trail(request: HttpRequest, label: str) -> tuple[Link, ...]:
    """Return the links from the home page down to this one."""
    return from_home(
        Link(gettext("Salaries"), reverse("salaries:explorer")),
        Link(label, request.path, is_current=True),
    )
