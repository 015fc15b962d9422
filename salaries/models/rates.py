"""What a US dollar cost in other currencies, and what it buys elsewhere, year by year."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from roles.models import Source
from roles.rules import rule
from salaries.choices import Country, Currency
from salaries.models.years import check_year

M = TypeVar("M", bound=models.Model)


class YearlyQuerySet(models.QuerySet[M]):
    def before(self, year: int) -> Self:
        """Keep the whole years before one, the latest first."""
        return self.filter(year__lt=year).select_related("source").order_by("-year")


class ExchangeRateQuerySet(YearlyQuerySet["ExchangeRate"]):
    def of_rupee(self) -> Self:
        return self.filter(currency=Currency.INR).select_related("source").order_by("-year")


class ExchangeRateManager(models.Manager["ExchangeRate"]):
    def get_by_natural_key(self, currency: str, year: int) -> "ExchangeRate":
        return self.get(currency=currency, year=year)


class ExchangeRate(models.Model):
    """Annual average of the market rate, in units of the currency per US dollar."""

    currency = models.CharField(max_length=3, choices=Currency)
    year = models.PositiveSmallIntegerField(validators=[check_year])
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


class PurchasingPowerQuerySet(YearlyQuerySet["PurchasingPower"]):
    pass


class PurchasingPowerManager(models.Manager["PurchasingPower"]):
    def get_by_natural_key(self, country: str, year: int) -> "PurchasingPower":
        return self.get(country=country, year=year)


class PurchasingPower(models.Model):
    """How much of its own currency buys in a country what a US dollar buys in the United States."""

    country = models.CharField(max_length=15, choices=Country)
    year = models.PositiveSmallIntegerField(validators=[check_year])
    per_dollar = models.DecimalField(max_digits=12, decimal_places=4)
    source = models.ForeignKey(Source, models.PROTECT, related_name="purchasing_powers")

    objects = PurchasingPowerManager.from_queryset(PurchasingPowerQuerySet)()

    class Meta:
        ordering = ("country", "-year")
        verbose_name_plural = "purchasing powers"
        constraints = (
            models.UniqueConstraint(
                fields=("country", "year"), name="country_has_one_purchasing_power_per_year"
            ),
            rule(condition=Q(country__in=Country.values), name="purchasing_power_country_is_known"),
            rule(condition=Q(per_dollar__gt=0), name="purchasing_power_is_more_than_nothing"),
        )

    def __str__(self) -> str:
        return f"{self.get_country_display()} {self.year}: {self.per_dollar} per dollar"

    def natural_key(self) -> tuple[str, int]:
        return (self.country, self.year)
