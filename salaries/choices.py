"""The fixed words of the pay data, and what each knows about itself."""

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from salaries.wordings import KIND_MEANINGS, KIND_READINGS, PAY_WORDS


class Kind(models.TextChoices):
    """How a figure came about; kinds are never blended."""

    REPORTED = "reported", _("Reported")
    OBSERVED = "observed", _("Observed")
    MODELLED = "modelled", _("Modelled")

    @property
    def meaning(self) -> str:
        return str(KIND_MEANINGS[self.value])

    @property
    def reading(self) -> str:
        """How a chart draws the kind."""
        return str(KIND_READINGS[self.value])


# A modelled figure is computed for each answer and never kept as if it were data.
STORED_KINDS = (Kind.REPORTED.value, Kind.OBSERVED.value)


class FactorKind(models.TextChoices):
    """How a pay ratio came about."""

    REPORTED = "reported", _("Reported")
    OBSERVED = "observed", _("Observed")
    OFFICIAL = "official_statistic", _("Official statistic")
    MODELLED = "modelled", _("Modelled")


class PayKind(models.TextChoices):
    """What part of pay an amount covers; kinds of pay are never pooled."""

    NOT_STATED = "not-stated", _("annual pay, parts not stated")
    BASE = "base", _("base pay")
    TOTAL = "total", _("total compensation")
    ADVERTISED = "advertised", _("midpoint of the advertised range")
    COST_TO_COMPANY = "cost-to-company", _("cost to company")

    @property
    def word(self) -> str:
        """The kind in one or two words, to tell the rows of a chart apart."""
        return str(PAY_WORDS[self.value])

    @property
    def unit(self) -> str:
        """What a sample of observations of the kind counts; totals are stated in surveys."""
        named = {PayKind.ADVERTISED: gettext("adverts"), PayKind.TOTAL: gettext("survey answers")}
        return named.get(self) or gettext("observations")


class CompanySize(models.TextChoices):
    """Size classes as the sources break them, at 100 and 1,000 people."""

    SMALL = "small", _("Small (1-99 people)")
    MEDIUM = "medium", _("Medium (100-999 people)")
    LARGE = "large", _("Large (1,000+ people)")

    @property
    def word(self) -> str:
        return self.label.split(" ", maxsplit=1)[0].lower()


class Currency(models.TextChoices):
    """ISO 4217 codes of the exchange rates that are kept."""

    AUD = "AUD", _("Australian dollar")
    BRL = "BRL", _("Brazilian real")
    CAD = "CAD", _("Canadian dollar")
    CHF = "CHF", _("Swiss franc")
    DKK = "DKK", _("Danish krone")
    EUR = "EUR", _("Euro")
    GBP = "GBP", _("Pound sterling")
    INR = "INR", _("Indian rupee")
    JPY = "JPY", _("Japanese yen")
    MXN = "MXN", _("Mexican peso")
    NOK = "NOK", _("Norwegian krone")
    NZD = "NZD", _("New Zealand dollar")
    SEK = "SEK", _("Swedish krona")
    SGD = "SGD", _("Singapore dollar")
    USD = "USD", _("US dollar")
    ZAR = "ZAR", _("South African rand")


class Country(models.TextChoices):
    """The countries for which there is anything to show."""

    INDIA = "india", _("India")
    UNITED_STATES = "united-states", _("United States")

    @property
    def currency(self) -> Currency:
        return Currency.INR if self is Country.INDIA else Currency.USD

    @property
    def in_text(self) -> str:
        return str(_("India") if self is Country.INDIA else _("the United States"))


class Basis(models.TextChoices):
    """What makes amounts of two currencies comparable."""

    MARKET = "market", _("Market exchange rate")
    PURCHASING_POWER = "ppp", _("Purchasing power")


class View(models.TextChoices):
    """What the explorer draws of a slice."""

    BANDS = "bands", _("Bands")
    DISTRIBUTION = "distribution", _("Distribution")
    CITIES = "cities", _("Cities")
    TREND = "trend", _("Trend")


class Dimension(models.TextChoices):
    """What a pay ratio is about."""

    CITY = "city", _("City")
    COMPANY_SIZE = "company_size", _("Company size")
    COMPANY_SIZE_MANAGERS = "company_size_manager_roles", _("Company size, manager roles only")
    INDUSTRY = "industry", _("Industry")
    INDUSTRY_VS_TECH = "industry_vs_tech", _("Industry, against technology")
    EMPLOYER_TYPE = "employer_type", _("Type of employer")
    ROLE_PREMIUM = "role_premium", _("Role against product manager")
    LEVEL = "level", _("Level")
    LEVEL_OFFICIAL = "level_official", _("Level of official wage floors")


class Confidence(models.TextChoices):
    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")
    VERY_LOW = "very low", _("Very low")

    @property
    def is_weak(self) -> bool:
        """A factor that rests on a single publication."""
        return self is Confidence.VERY_LOW


class Measure(models.TextChoices):
    """What the two ends of a figure are."""

    BAND = "band", _("band")
    MIDDLE_HALF = "middle-half", _("P25 to P75")
    AVERAGE = "average", _("average")
    AVERAGES = "averages", _("lowest to highest average")


class YearBasis(models.TextChoices):
    """How the year of a figure is known."""

    STATED = "stated", "stated by the source"
    INFERRED = "inferred", "inferred from a cue in the text"
    UNDATED = "undated", "the source is undated; this is the year it was supplied"


class EmploymentType(models.TextChoices):
    """How somebody is employed, where the source says so."""

    FULL_TIME = "full-time", "Full time"
    PART_TIME = "part-time", "Part time"
    CONTRACT = "contract", "Contract"
    FREELANCE = "freelance", "Freelance"
    OTHER = "other", "Other"


class WorkPlace(models.TextChoices):
    """Where the work is done, where the source says so."""

    ON_SITE = "on-site", "On site"
    HYBRID = "hybrid", "Hybrid"
    REMOTE = "remote", "Remote"


class ReleaseStatus(models.TextChoices):
    """How far a release has come; it never goes back."""

    STAGING = "staging", _("Being imported")
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", pgettext_lazy("of a data release", "Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")

    @property
    def is_open(self) -> bool:
        """Whether its rows may still change."""
        return self in {ReleaseStatus.STAGING, ReleaseStatus.DRAFT}

    @property
    def next_step(self) -> "ReleaseStatus | None":
        return NEXT_STEPS.get(self)


NEXT_STEPS = {
    ReleaseStatus.STAGING: ReleaseStatus.DRAFT,
    ReleaseStatus.DRAFT: ReleaseStatus.PUBLISHED,
    ReleaseStatus.PUBLISHED: ReleaseStatus.WITHDRAWN,
}
