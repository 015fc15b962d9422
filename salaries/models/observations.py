"""Single adverts, filings and survey answers: what observed figures are computed from."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models import F, Q

from roles.choices import Level
from roles.models import Role, Source
from roles.rules import rule
from salaries.choices import CompanySize, Country, Currency, EmploymentType, PayKind, WorkPlace
from salaries.models.figures import OWN_CURRENCY
from salaries.models.places import City
from salaries.models.releases import DataRelease
from salaries.models.years import EARLIEST_YEAR, LATEST_YEAR

# More than any pay, and less than a PositiveIntegerField holds on every database.
MOST_PAY = 2_000_000_000
# More than a working life.
MOST_YEARS = 70
# Those of most rows first: the database compares one after the other, for each row.
CURRENCIES = tuple(
    dict.fromkeys([*(country.currency.value for country in Country), *Currency.values])
)


def is_one_of(field: str, words: Iterable[str]) -> Q:
    """Return that a field holds one of the words.

    Written out, because SQLite builds a table for each IN of a check, for every row: imports
    would take four times as long.
    """
    return reduce(or_, (Q(**{field: word}) for word in words))


class ObservationQuerySet(models.QuerySet["Observation"]):
    def of_release(self, release: DataRelease | None) -> Self:
        return self.filter(release=release)

    def comparable(self) -> Self:
        """Keep what a figure may rest on: rows without a flag that are of today's pay."""
        return self.filter(usable=True, is_current=True)

    def unusable(self) -> Self:
        return self.filter(usable=False)


class Observation(models.Model):
    """One row of a source, in whole units of the currency per year, before tax.

    Pay is what is compared: the filed wage, the midpoint of the advertised range, or the
    stated total; the pay kind says which. An empty text and a null mean: not known. A row
    that cannot be used is kept, and its flags say why.
    """

    release = models.ForeignKey(
        DataRelease, models.PROTECT, related_name="observations", db_index=False
    )
    key = models.CharField(max_length=100, help_text="Stable within its release.")
    source = models.ForeignKey(Source, models.PROTECT, related_name="observations", db_index=False)
    role = models.ForeignKey(Role, models.PROTECT, related_name="observations", db_index=False)
    title_raw = models.CharField(max_length=200, blank=True, help_text="As in the source.")
    level = models.CharField(max_length=6, choices=Level, blank=True)
    country = models.CharField(max_length=15, choices=Country)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="observations", db_index=False
    )
    city_raw = models.CharField(max_length=120, blank=True, help_text="As in the source.")
    region = models.CharField(max_length=80, blank=True, help_text="A state, as in the source.")
    size = models.CharField(max_length=6, choices=CompanySize, blank=True)
    industry = models.CharField(max_length=120, blank=True)
    employment_type = models.CharField(max_length=10, choices=EmploymentType, blank=True)
    remote = models.CharField(max_length=10, choices=WorkPlace, blank=True)
    pay_kind = models.CharField(max_length=15, choices=PayKind)
    currency = models.CharField(max_length=3, choices=Currency)
    pay = models.PositiveIntegerField()
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    year = models.PositiveSmallIntegerField()
    years_experience = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    repeat_count = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField()
    usable = models.BooleanField()
    flags = models.CharField(max_length=200, blank=True, help_text="Separated by semicolons.")

    objects = ObservationQuerySet.as_manager()

    class Meta:
        ordering = ("key",)
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(fields=("release", "key"), name="observation_key_is_unique"),
            rule(condition=~Q(key=""), name="observation_has_a_key"),
            rule(
                condition=is_one_of("level", ["", *Level.values]), name="observation_level_is_known"
            ),
            rule(
                condition=is_one_of("country", Country.values), name="observation_country_is_known"
            ),
            rule(
                condition=is_one_of("size", ["", *CompanySize.values]),
                name="observation_size_is_known",
            ),
            rule(
                condition=is_one_of("employment_type", ["", *EmploymentType.values]),
                name="observation_employment_is_known",
            ),
            rule(
                condition=is_one_of("remote", ["", *WorkPlace.values]),
                name="observation_work_place_is_known",
            ),
            rule(
                condition=is_one_of("pay_kind", PayKind.values),
                name="observation_pay_kind_is_known",
            ),
            rule(
                condition=is_one_of("currency", CURRENCIES),
                name="observation_currency_is_known",
            ),
            rule(
                condition=Q(usable=False) | OWN_CURRENCY,
                name="usable_observation_is_in_the_currency_of_its_country",
            ),
            rule(condition=Q(usable=True) | ~Q(flags=""), name="unusable_observation_says_why"),
            rule(
                condition=Q(pay__gt=0, pay__lte=MOST_PAY), name="observation_says_a_possible_amount"
            ),
            rule(
                condition=(Q(low__isnull=True) | Q(low__gt=0, low__lte=F("pay")))
                & (Q(high__isnull=True) | Q(high__gte=F("pay"), high__lte=MOST_PAY)),
                name="observed_pay_lies_within_its_range",
            ),
            rule(
                condition=Q(year__gte=EARLIEST_YEAR, year__lte=LATEST_YEAR),
                name="observation_has_a_year",
            ),
            rule(
                condition=Q(years_experience__isnull=True)
                | Q(years_experience__gte=0, years_experience__lte=MOST_YEARS),
                name="experience_fits_into_a_life",
            ),
            rule(condition=Q(repeat_count__gte=1), name="observation_was_seen_at_least_once"),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.role}, {self.get_country_display()}, {self.year}"
