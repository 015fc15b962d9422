"""Where facts and figures come from."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from roles.checks import check_has_come
from roles.choices import SourceKind
from roles.inventory import check_inventory_ids
from roles.lists import ListField, check_addresses
from roles.rules import rule


class SourceManager(models.Manager["Source"]):
    def get_by_natural_key(self, slug: str) -> "Source":
        return self.get(slug=slug)


class Source(models.Model):
    """A document, data set or statistic that claims and figures rest on."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=250)
    short_name = models.CharField(max_length=40, help_text="For citations: Franzoni (2024).")
    publisher = models.CharField(max_length=250, help_text="“not named” where it is not known.")
    author = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=12, choices=SourceKind)
    published = models.CharField(
        max_length=40, help_text="As exact as it is known: 2024-06-09, 2021, or “undated”."
    )
    edition = models.CharField(max_length=120, blank=True)
    retrieved = models.DateField(null=True, blank=True, validators=[check_has_come])
    urls = ListField(
        default=list, blank=True, validators=[check_addresses], help_text="A list of addresses."
    )
    licence = models.CharField(max_length=200)
    licence_evidence = models.TextField(blank=True)
    attribution = models.TextField(help_text="Printed wherever a figure of this source appears.")
    notes = models.TextField(blank=True)
    inventory_ids = ListField(default=list, blank=True, validators=[check_inventory_ids])
    position = models.PositiveSmallIntegerField(default=0)

    objects = SourceManager()

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            rule(condition=Q(kind__in=SourceKind.values), name="source_kind_is_known"),
            rule(
                condition=~Q(title="")
                & ~Q(short_name="")
                & ~Q(attribution="")
                & ~Q(published="")
                & ~Q(licence=""),
                name="source_says_what_it_is",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('sources')}#{self.slug}"

    def natural_key(self) -> tuple[str]:
        return (self.slug,)
