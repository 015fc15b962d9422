"""Cities, and the other names they go by."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from roles.models import Source
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
    latitude = models.DecimalField(
        max_digits=3, decimal_places=1, null=True, blank=True, help_text="Degrees north."
    )
    longitude = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, blank=True, help_text="Degrees east."
    )
    position_source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="city_positions"
    )

    objects = CityManager.from_queryset(CityQuerySet)()

    class Meta:
        ordering = ("country", "name")
        verbose_name_plural = "cities"
        constraints = (
            rule(condition=Q(country__in=Country.values), name="city_country_is_known"),
            rule(
                condition=Q(
                    latitude__isnull=True, longitude__isnull=True, position_source__isnull=True
                )
                # Compared with nothing, a number is neither right nor wrong: so each is asked for.
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__gte=-90,
                    latitude__lte=90,
                    longitude__gte=-180,
                    longitude__lte=180,
                    position_source__isnull=False,
                ),
                name="city_position_is_whole_and_has_a_source",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    @property
    def position(self) -> tuple[float, float] | None:
        """Where it lies, in degrees north and east, where a source says so."""
        if self.latitude is None or self.longitude is None:
            return None
        return float(self.latitude), float(self.longitude)

    def clean(self) -> None:
        if CityAlias.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"“{self.slug}” is already an alias of a city."})
        if self.pk and self.is_elsewhere():
            text = "There are figures or ratios of it as a city of another country."
            raise ValidationError({"country": text})

    def is_elsewhere(self) -> bool:
        """Whether a figure or a ratio is about it as a city of another country."""
        about = (self.pay_figures, self.factors)
        return any(rows.exclude(country=self.country).exists() for rows in about)


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
        # A new city is checked together with its other names, before it is there to be found.
        if self.slug == self.city.slug or City.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": f"“{self.slug}” is already the slug of a city."})
