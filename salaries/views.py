"""Read the request, ask the layers below, render."""

from collections.abc import Callable
from functools import wraps
from importlib import import_module

from csp.decorators import csp
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import conditional_page, require_safe

from salaries import premium as premium_page
from salaries.compare.asking import Asking as Comparing
from salaries.compare.page import page as compare_page
from salaries.explorer import card as cards
from salaries.explorer import exports
from salaries.explorer.citation import citation
from salaries.explorer.explorer import Explorer
from salaries.explorer.page import page, way_out
from salaries.explorer.viewing import drawn, lines_of, statements
from salaries.known import known
from salaries.shared_views import csv_of, form_page, in_english, said_in_text, takes_a_pay, trail
from salaries.stand.asking import Asking
from salaries.stand.page import page as stand_page

Answering = Callable[[HttpRequest, Explorer], HttpResponse]
# The card of a named release stays as it is; without a name it is asked for each time whether a
# newer release has come.
CARD_CACHING = {"pinned": "public, max-age=86400", "newest": "public, no-cache"}


def answers_a_slice(*, refused: Answering) -> Callable[[Answering], Callable[..., HttpResponse]]:
    """Give a view the explorer of a query string that is understood; refused answers others."""

    def decorate(view: Answering) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(view)
        def answer(request: HttpRequest) -> HttpResponse:
            explorer = Explorer(request.GET, known(request))
            if target := explorer.redirect(request.path):
                return redirect(target)
            return (view if explorer.is_valid() else refused)(request, explorer)

        return answer

    return decorate


def refused_page(request: HttpRequest, explorer: Explorer) -> HttpResponse:
    context = way_out(explorer, request.path)
    headers = {"HX-Push-Url": request.get_full_path()}
    return TemplateResponse(request, "salaries/refused.html", context, status=400, headers=headers)


def refused_text(_request: HttpRequest, explorer: Explorer) -> HttpResponse:
    return said_in_text(explorer.filter.refusals)


def refused_json(_request: HttpRequest, explorer: Explorer) -> HttpResponse:
    errors = [
        {"field": refusal.name, "message": refusal.message, "choices": refusal.choices}
        for refusal in explorer.filter.refusals
    ]
    return JsonResponse({"errors": errors}, status=400)


@answers_a_slice(refused=refused_page)
def explorer(request: HttpRequest, explorer: Explorer) -> HttpResponse:
    context = page(explorer) | drawn(explorer)
    if explorer.release and explorer.answer.rows:
        context["citation"] = citation(
            explorer.answer,
            heading=explorer.heading,
            release=explorer.release,
            absolute=request.build_absolute_uri,
        )
    # Where htmx put this page in place, the address is the canonical one, without empty fields.
    headers = {"HX-Push-Url": context["canonical"]}
    return TemplateResponse(request, "salaries/explorer.html", context, headers=headers)


@in_english
@answers_a_slice(refused=refused_text)
def export(request: HttpRequest, explorer: Explorer) -> HttpResponse:
    head = exports.Head(
        heading=explorer.heading,
        url=request.build_absolute_uri(explorer.asked.url(reverse("salaries:explorer"))),
        release=str(explorer.release or "none"),
        ignored=explorer.filter.ignored,
    )
    return csv_of(lines_of(explorer, head), name="tpmguide-salaries.csv")


@answers_a_slice(refused=refused_json)
def figure(_request: HttpRequest, explorer: Explorer) -> HttpResponse:
    """Return a Plotly figure for each chart of the page, as it asks for them."""
    # Imported when it is needed, which is where a chart is opened: it takes plotly.
    charts = import_module("salaries.explorer.charts")
    return JsonResponse({"figures": charts.chart_figures(explorer)})


@conditional_page
@csp(cards.POLICY)
@in_english
@answers_a_slice(refused=refused_text)
def card(_request: HttpRequest, explorer: Explorer) -> HttpResponse:
    """Draw the slice for other sites, which show it as an image."""
    values = {
        "card": cards.card(
            explorer.answer, heading=explorer.heading, release=str(explorer.release or "")
        ),
        "heading": explorer.heading,
        "statements": statements(explorer),
        "style": cards.STYLE,
    }
    drawing = render_to_string("salaries/card.svg", values)
    caching = CARD_CACHING["pinned" if explorer.asked.release else "newest"]
    headers = {"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": caching}
    return HttpResponse(drawing, content_type="image/svg+xml; charset=utf-8", headers=headers)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    asked, label = Comparing(request.GET, known(request)), gettext("Compare slices")
    return form_page(request, asked, compare_page, name="compare", label=label)


@takes_a_pay
@require_safe
def stand(request: HttpRequest) -> HttpResponse:
    asked, label = Asking(request.GET, known(request)), gettext("Where do I stand")
    return form_page(request, asked, stand_page, name="stand", label=label)


@takes_a_pay
@require_safe
def premium(request: HttpRequest) -> HttpResponse:
    asked = premium_page.read(request.GET)
    status = 400 if asked.refusals else 200
    context = premium_page.page(request.GET, asked, known(request))
    context["trail"] = trail(request, gettext("Premium"))
    return TemplateResponse(request, "salaries/premium.html", context, status=status)
