"""What every figure and factor must be able to say of itself."""

from django.db import models
from django.utils.translation import gettext

from roles.inventory import check_inventory_ids
from roles.lists import ListField
from salaries.choices import YearBasis
from salaries.models.releases import DataRelease
from salaries.models.years import check_year


class Provenance(models.Model):
    """Release, key, year and how the year is known; shared by figures and factors."""

    release = models.ForeignKey(DataRelease, models.PROTECT, related_name="%(class)ss")
    key = models.CharField(max_length=100, help_text="Stable within its release.")
    first_year = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[check_year],
        help_text="Where the values are of several years.",
    )
    year = models.PositiveSmallIntegerField(
        validators=[check_year], help_text="The only, or the last, year."
    )
    year_basis = models.CharField(max_length=8, choices=YearBasis)
    note = models.TextField(blank=True)
    inventory_ids = ListField(default=list, blank=True, validators=[check_inventory_ids])

    class Meta:
        abstract = True

    @property
    def year_label(self) -> str:
        """The year as it is printed, with a word on how it is known unless stated."""
        if self.year_basis == YearBasis.UNDATED:
            return gettext("undated (supplied {year})").format(year=self.year)
        if self.first_year is not None:
            return f"{self.first_year}-{self.year}"
        if self.year_basis == YearBasis.INFERRED:
            return gettext("about {year}").format(year=self.year)
        return str(self.year)
