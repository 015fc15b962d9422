"""What a US dollar cost in other currencies, year by year."""

from typing import Self

from django.db import models
from django.db.models import Q

from roles.models import Source
from roles.rules import rule
from salaries.choices import Currency


class ExchangeRateQuerySet(models.QuerySet["ExchangeRate"]):
    def of_rupee(self) -> Self:
        return self.filter(currency=Currency.INR).select_related("source").order_by("-year")


class ExchangeRateManager(models.Manager["ExchangeRate"]):
    def get_by_natural_key(self, currency: str, year: int) -> "ExchangeRate":
        return self.get(currency=currency, year=year)


class ExchangeRate(models.Model):
    """Annual average of the market rate, in units of the currency per US dollar."""

    currency = models.CharField(max_length=3, choices=Currency)
    year = models.PositiveSmallIntegerField()
    per_usd = models.DecimalField(max_digits=12, decimal_places=4)
    source = models.ForeignKey(Source, models.PROTECT, related_name="exchange_rates")

    objects = ExchangeRateManager.from_queryset(ExchangeRateQuerySet)()

    class Meta:
        ordering = ("currency", "-year")
        constraints = (
            models.UniqueConstraint(
                fields=("currency", "year"), name="currency_has_one_rate_per_year"
            ),
            rule(condition=Q(currency__in=Currency.values), name="rate_currency_is_known"),
            rule(condition=Q(per_usd__gt=0), name="rate_is_more_than_nothing"),
        )

    def __str__(self) -> str:
        return f"{self.currency} {self.year}: {self.per_usd} per USD"

    def natural_key(self) -> tuple[str, int]:
        return (self.currency, self.year)
