"""Pay ratios: how pay in a city, company size or role relates to a baseline."""

from functools import cached_property
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from roles.choices import Level
from roles.models import Source
from roles.rules import rule
from salaries.choices import CompanySize, Confidence, Country, Dimension, FactorKind, YearBasis
from salaries.models.places import City
from salaries.models.provenance import Provenance
from salaries.models.releases import DataRelease
from salaries.models.years import EARLIEST_YEAR, LATEST_YEAR


class FactorQuerySet(models.QuerySet["Factor"]):
    def of_release(self, release: DataRelease | None) -> Self:
        return self.filter(release=release)

    def used_in_estimates(self) -> Self:
        """Keep the city and size ratios that modelled bands use."""
        return self.filter(used_in_estimates=True)

    def premiums(self) -> Self:
        """Keep what is said of technical product managers against product managers."""
        return self.filter(dimension=Dimension.ROLE_PREMIUM, key__contains="tpm-vs-pm")

    def with_sources(self) -> Self:
        return self.select_related("city").prefetch_related("sources")


class FactorManager(models.Manager["Factor"]):
    def get_by_natural_key(self, release: str, key: str) -> "Factor":
        return self.get(release__slug=release, key=key)


class Factor(Provenance):
    """A pay ratio; 1.000 is the baseline. Apply as value ** exponent."""

    country = models.CharField(max_length=15, choices=Country)
    dimension = models.CharField(max_length=26, choices=Dimension)
    label = models.CharField(max_length=120)
    city = models.ForeignKey(City, models.PROTECT, null=True, blank=True, related_name="factors")
    size = models.CharField(max_length=6, choices=CompanySize, blank=True)
    level = models.CharField(max_length=6, choices=Level, blank=True)
    value = models.DecimalField(max_digits=6, decimal_places=3)
    low = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    high = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    interval_kind = models.CharField(max_length=120, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    n_unit = models.CharField(max_length=60, blank=True)
    baseline = models.CharField(max_length=120)
    exponent = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    method = models.TextField()
    sources = models.ManyToManyField(Source, related_name="factors")
    kind = models.CharField(max_length=18, choices=FactorKind)
    confidence = models.CharField(max_length=8, choices=Confidence)
    used_in_estimates = models.BooleanField(default=False)

    objects = FactorManager.from_queryset(FactorQuerySet)()

    class Meta:
        ordering = ("country", "dimension", "key")
        constraints = (
            models.UniqueConstraint(fields=("release", "key"), name="factor_key_is_unique"),
            models.UniqueConstraint(
                fields=("release", "city"),
                condition=Q(used_in_estimates=True, dimension="city"),
                name="estimates_use_one_factor_per_city",
                violation_error_message="Estimates of this release use another ratio of this "
                "city: untick “Used in estimates” there first.",
            ),
            models.UniqueConstraint(
                fields=("release", "country", "size"),
                condition=Q(used_in_estimates=True, dimension="company_size"),
                name="estimates_use_one_factor_per_size",
                violation_error_message="Estimates of this release use another ratio of this "
                "size: untick “Used in estimates” there first.",
            ),
            rule(condition=Q(country__in=Country.values), name="factor_country_is_known"),
            rule(condition=Q(dimension__in=Dimension.values), name="factor_dimension_is_known"),
            rule(condition=Q(kind__in=FactorKind.values), name="factor_kind_is_known"),
            rule(condition=Q(confidence__in=Confidence.values), name="factor_confidence_is_known"),
            rule(condition=Q(size__in=["", *CompanySize.values]), name="factor_size_is_known"),
            rule(condition=Q(level__in=["", *Level.values]), name="factor_level_is_known"),
            rule(condition=Q(value__gt=0), name="factor_is_more_than_nothing"),
            rule(
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(
                    low__isnull=False,
                    high__isnull=False,
                    low__gt=0,
                    low__lte=F("value"),
                    high__gte=F("value"),
                ),
                name="factor_lies_within_its_interval",
            ),
            rule(
                condition=Q(used_in_estimates=False)
                | Q(low__isnull=False, level="", city__isnull=False, size="", dimension="city")
                | (
                    Q(low__isnull=False, level="", city__isnull=True, dimension="company_size")
                    & ~Q(size="")
                ),
                name="estimates_use_city_and_size_factors_with_intervals",
            ),
            rule(
                condition=Q(year__gte=EARLIEST_YEAR, year__lte=LATEST_YEAR)
                & Q(year_basis__in=YearBasis.values),
                name="factor_has_a_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_country_display()}, {self.label}: {self.value}"

    def natural_key(self) -> tuple[str, str]:
        return (self.release.slug, self.key)

    @cached_property
    def source_slugs(self) -> frozenset[str]:
        """Read once: a ratio stands behind many rows, one for each level and place."""
        return frozenset(source.slug for source in self.sources.all())

    def clean(self) -> None:
        if self.city is not None and self.city.country != self.country:
            raise ValidationError({"city": f"{self.city} is in {self.city.get_country_display()}."})


# A release that is published keeps the sources of its ratios as it does those of its figures; what
# joins the two is made by Django, which would let it go with the source.
Factor.sources.through._meta.get_field("source").remote_field.on_delete = models.PROTECT
