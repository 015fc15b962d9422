"""Pay figures that somebody published or that were computed from named rows."""

from functools import reduce
from operator import or_
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from roles.choices import Level
from roles.models import Role, Source
from roles.rules import rule
from salaries.choices import STORED_KINDS, CompanySize, Country, Currency, Kind, PayKind, YearBasis
from salaries.models.places import City
from salaries.models.provenance import Provenance
from salaries.models.releases import DataRelease
from salaries.models.years import EARLIEST_YEAR, LATEST_YEAR
from salaries.slices import PAY_PROXY, Slice
from salaries.thresholds import FEWEST_FOR_TAILS, FEWEST_TO_SHOW

AMOUNTS = ("low", "high", "mean", "p10", "p25", "p50", "p75", "p90")
MIDDLE_RISES = Q(
    p25__isnull=False,
    p50__isnull=False,
    p75__isnull=False,
    p25__lte=F("p50"),
    p50__lte=F("p75"),
)
OWN_CURRENCY = reduce(or_, (Q(country=c, currency=c.currency) for c in Country))
TAILS_LIE_OUTSIDE = Q(p10__isnull=False, p90__isnull=False, p10__lte=F("p25"), p75__lte=F("p90"))


class PayFigureQuerySet(models.QuerySet["PayFigure"]):
    def of_release(self, release: DataRelease | None) -> Self:
        return self.filter(release=release)

    def observed(self) -> Self:
        return self.filter(kind=Kind.OBSERVED)

    def behind(self, asked: Slice) -> Self:
        """Keep the figures that a slice shows, or that its modelled figures start from."""
        roles = {*asked.roles, *(PAY_PROXY[role] for role in asked.roles if role in PAY_PROXY)}
        return self.filter(role__slug__in=roles, country__in=asked.countries)

    def with_provenance(self) -> Self:
        return self.select_related("release", "role", "city", "source")


class PayFigureManager(models.Manager["PayFigure"]):
    def get_by_natural_key(self, release: str, key: str) -> "PayFigure":
        return self.get(release__slug=release, key=key)


class PayFigure(Provenance):
    """A band, an average or percentiles, in whole units of the currency per year, before tax.

    An empty level, city, size or industry means that the figure is not about one.
    """

    role = models.ForeignKey(Role, models.PROTECT, related_name="pay_figures")
    level = models.CharField(max_length=6, choices=Level, blank=True)
    country = models.CharField(max_length=15, choices=Country)
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="pay_figures"
    )
    size = models.CharField(max_length=6, choices=CompanySize, blank=True)
    industry = models.CharField(max_length=60, blank=True)
    kind = models.CharField(
        max_length=8, choices=[choice for choice in Kind.choices if choice[0] in STORED_KINDS]
    )
    pay_kind = models.CharField(max_length=15, choices=PayKind)
    currency = models.CharField(max_length=3, choices=Currency)
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    open_ended = models.BooleanField(default=False, help_text="The source says “and more”.")
    of_averages = models.BooleanField(
        default=False,
        help_text="Its ends are averages, such as of the lowest and the highest city.",
    )
    mean = models.PositiveIntegerField(null=True, blank=True)
    p10 = models.PositiveIntegerField(null=True, blank=True)
    p25 = models.PositiveIntegerField(null=True, blank=True)
    p50 = models.PositiveIntegerField(null=True, blank=True)
    p75 = models.PositiveIntegerField(null=True, blank=True)
    p90 = models.PositiveIntegerField(null=True, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True, help_text="Empty: sample not stated.")
    n_unit = models.CharField(max_length=40, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="pay_figures")
    place = models.CharField(max_length=160, help_text="Where in the source, or how computed.")
    is_tier = models.BooleanField(
        default=False, help_text="Modelled figures of this role, country and level start here."
    )

    objects = PayFigureManager.from_queryset(PayFigureQuerySet)()

    class Meta:
        ordering = ("key",)
        indexes = (models.Index(fields=("release", "country", "role", "level")),)
        constraints = (
            models.UniqueConstraint(fields=("release", "key"), name="figure_key_is_unique"),
            models.UniqueConstraint(
                fields=("release", "role", "country", "level"),
                condition=Q(is_tier=True),
                name="role_has_one_tier_per_country_and_level",
                violation_error_message="Another figure of this release is the tier of this role, "
                "country and level: untick “Is tier” there first.",
            ),
            rule(condition=Q(level__in=["", *Level.values]), name="figure_level_is_known"),
            rule(condition=Q(country__in=Country.values), name="figure_country_is_known"),
            rule(condition=Q(size__in=["", *CompanySize.values]), name="figure_size_is_known"),
            rule(condition=Q(kind__in=STORED_KINDS), name="figure_is_reported_or_observed"),
            rule(condition=Q(pay_kind__in=PayKind.values), name="figure_pay_kind_is_known"),
            rule(condition=Q(currency__in=Currency.values), name="figure_currency_is_known"),
            rule(
                condition=Q(year__gte=EARLIEST_YEAR, year__lte=LATEST_YEAR)
                & Q(year_basis__in=YearBasis.values),
                name="figure_has_a_year",
            ),
            rule(
                condition=Q(first_year__isnull=True) | Q(first_year__lt=F("year")),
                name="figure_years_are_in_order",
            ),
            rule(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="figure_low_is_not_above_high",
            ),
            rule(
                condition=Q(low__isnull=False)
                | Q(high__isnull=False)
                | Q(mean__isnull=False)
                | Q(p50__isnull=False),
                name="figure_says_an_amount",
            ),
            rule(
                condition=Q(of_averages=False) | Q(low__isnull=False, high__isnull=False),
                name="averages_have_two_ends",
            ),
            rule(
                # The nulls are named, because a comparison with one passes any check.
                condition=Q(p10=None, p25=None, p75=None, p90=None)
                | (MIDDLE_RISES & Q(p10=None, p90=None))
                | (MIDDLE_RISES & TAILS_LIE_OUTSIDE),
                name="figure_percentiles_rise",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.REPORTED) | Q(n__isnull=False, n__gte=FEWEST_TO_SHOW),
                name="observed_figure_rests_on_enough_values",
                violation_error_message="An observed figure has a sample size of at least "
                f"{FEWEST_TO_SHOW}: fewer values tell who answered.",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.REPORTED) | Q(p10=None) | Q(n__gte=FEWEST_FOR_TAILS),
                name="tails_rest_on_enough_values",
                violation_error_message=f"Fewer than {FEWEST_FOR_TAILS} values have no tenth and "
                "no ninetieth percentile: leave both empty.",
            ),
            rule(
                condition=Q(kind=Kind.REPORTED) | MIDDLE_RISES,
                name="observed_figure_has_quartiles",
            ),
            rule(condition=OWN_CURRENCY, name="figure_is_in_the_currency_of_its_country"),
            rule(
                condition=Q(is_tier=False)
                | (~Q(level="") & Q(city__isnull=True) & Q(size="") & Q(industry="")),
                name="tier_is_a_national_level_band",
            ),
            rule(condition=~Q(place=""), name="figure_names_its_place"),
        )

    def __str__(self) -> str:
        level = self.get_level_display() or "all levels"
        return f"{self.key}: {self.role}, {level}, {self.get_country_display()}"

    def natural_key(self) -> tuple[str, str]:
        return (self.release.slug, self.key)

    def clean(self) -> None:
        if self.city is not None and self.city.country != self.country:
            raise ValidationError(
                {
                    "city": f"{self.city} is in {self.city.get_country_display()}; "
                    f"the figure is about {self.get_country_display()}."
                }
            )

    @property
    def is_average(self) -> bool:
        return self.of_averages or self.band == (self.mean, self.mean)

    @property
    def band(self) -> tuple[int, int]:
        """The ends that are drawn: the published band, the middle half, or the average."""
        has_band = self.low is not None or self.high is not None
        ends = (self.low, self.high) if has_band else (self.p25, self.p75)
        known = [end for end in ends if end is not None] or [self.mean or self.p50 or 0]
        return known[0], known[-1]
