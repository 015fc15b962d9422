"""The page of a pay band, and its file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from salaries.band.asking import Asking
from salaries.band.exports import band_lines
from salaries.band.page import page as band_page
from salaries.explorer.exports import Head
from salaries.known import known
from salaries.shared_views import csv_of, form_page, in_english, said_in_text, takes_a_pay


@takes_a_pay
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    asked, label = Asking(request.GET, known(request)), gettext("Pay band")
    return form_page(request, asked, band_page, name="band", label=label)


@takes_a_pay
@in_english
@require_safe
def file(request: HttpRequest) -> HttpResponse:
    """Return the band and its evidence; a pay is no part of a file that is handed on."""
    query = request.GET.copy()
    query.pop("pay", None)
    asked = Asking(query, known(request), level_is_given=True)
    if target := asked.redirect(request.path):
        return redirect(target)
    if not asked.is_valid():
        return said_in_text(asked.refusals)
    head = Head(
        heading=f"Pay band: {asked.explorer.heading}",
        url=request.build_absolute_uri(asked.url(reverse("salaries:band"))),
        release=str(asked.explorer.release or "none"),
        ignored=asked.ignored,
    )
    return csv_of(band_lines(asked, head), name="tpmguide-pay-band.csv")
