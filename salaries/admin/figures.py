"""Figures and ratios, which change in a draft only."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AdminBigIntegerFieldWidget
from django.db import models

from salaries.admin.drafts import DraftForm, DraftRows
from salaries.choices import Currency
from salaries.models import Factor, PayFigure
from salaries.models.figures import AMOUNTS
from salaries.observations.plausible import PLAUSIBLE, is_absurd

YEARS = ("first_year", "year", "year_basis")


class FigureForm(DraftForm):
    """Refuses amounts that are no pay of a year, such as 22 for 22 lakh."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        currency = self.cleaned_data.get("currency")
        amounts = {name: self.cleaned_data.get(name) for name in AMOUNTS}
        for name, amount in amounts.items():
            if currency in PLAUSIBLE and amount is not None and is_absurd(amount, currency):
                self.add_error(name, no_pay(amount, Currency(currency)))
        return cleaned


def no_pay(amount: int, currency: Currency) -> str:
    return (
        f"{amount:,} {currency} is no pay of a year. Write whole units of the currency, "
        "such as 2200000 for 22 lakh."
    )


@admin.register(PayFigure)
class PayFigureAdmin(DraftRows):
    form = FigureForm
    list_display = (
        "key",
        "release",
        "role",
        "level",
        "country",
        "city",
        "low",
        "high",
        "p50",
        "currency",
        "kind",
        "pay_kind",
        "year",
        "source",
    )
    list_filter = ("release", "role", "level", "country", "kind", "pay_kind", "source")
    list_select_related = ("role", "city", "source", "release")
    search_fields = ("key", "place", "note", "city__name", "role__name")
    autocomplete_fields = ("release", "role", "city", "source")
    # The admin has room for six digits else, and a wage in rupees has seven.
    formfield_overrides: ClassVar = {
        models.PositiveIntegerField: {"widget": AdminBigIntegerFieldWidget}
    }
    fieldsets = (
        (None, {"fields": ("release", "key", "kind", "pay_kind")}),
        ("Whose pay", {"fields": ("role", "level", "country", "city", "size", "industry")}),
        (
            "How much, in whole units of the currency per year",
            {
                "fields": (
                    "currency",
                    ("low", "high", "open_ended"),
                    "of_averages",
                    "mean",
                    ("p10", "p25", "p50", "p75", "p90"),
                    ("n", "n_unit"),
                )
            },
        ),
        ("From where", {"fields": ("source", "place", YEARS)}),
        ("Beside it", {"fields": ("is_tier", "note", "inventory_ids")}),
    )


@admin.register(Factor)
class FactorAdmin(DraftRows):
    list_display = (
        "label",
        "release",
        "country",
        "dimension",
        "value",
        "low",
        "high",
        "kind",
        "confidence",
        "used_in_estimates",
        "year",
    )
    list_filter = (
        "release",
        "country",
        "dimension",
        "level",
        "kind",
        "confidence",
        "used_in_estimates",
        "sources",
    )
    list_select_related = ("release",)
    search_fields = ("key", "label", "city__name", "method")
    autocomplete_fields = ("release", "city", "sources")
    fieldsets = (
        (None, {"fields": ("release", "key", "kind", "confidence", "used_in_estimates")}),
        ("Of what", {"fields": ("country", "dimension", "label", "city", "size", "level")}),
        (
            "How much; the baseline is 1.000",
            {
                "fields": (
                    "baseline",
                    ("value", "low", "high", "interval_kind"),
                    "exponent",
                    ("n", "n_unit"),
                )
            },
        ),
        ("From where", {"fields": ("sources", "method", YEARS)}),
        ("Beside it", {"fields": ("note", "inventory_ids")}),
    )
