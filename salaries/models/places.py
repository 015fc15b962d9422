"""Cities, and the other names they go by."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from roles.rules import rule
from salaries.choices import Country


class CityQuerySet(models.QuerySet["City"]):
    def by_country(self) -> Self:
        return self.order_by("country", "name")


class CityManager(models.Manager["City"]):
    def get_by_natural_key(self, slug: str) -> "City":
        return self.get(slug=slug)


class City(models.Model):
    """A city or metropolitan area for which there is a pay ratio."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    area = models.CharField(
        max_length=120, blank=True, help_text="The area as the statistics define it."
    )
    country = models.CharField(max_length=15, choices=Country)

    objects = CityManager.from_queryset(CityQuerySet)()

    class Meta:
        ordering = ("country", "name")
        verbose_name_plural = "cities"
        constraints = (rule(condition=Q(country__in=Country.values), name="city_country_is_known"),)

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        if CityAlias.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"“{self.slug}” is already an alias of a city."})


class CityAliasManager(models.Manager["CityAlias"]):
    def get_by_natural_key(self, slug: str) -> "CityAlias":
        return self.get(slug=slug)


class CityAlias(models.Model):
    """Another name of a city; a link that uses it is redirected."""

    slug = models.SlugField(max_length=60, unique=True)
    city = models.ForeignKey(City, models.CASCADE, related_name="aliases")

    objects = CityAliasManager()

    class Meta:
        ordering = ("slug",)
        verbose_name_plural = "city aliases"

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        if City.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"“{self.slug}” is already the slug of a city."})
