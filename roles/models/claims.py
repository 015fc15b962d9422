"""A claim is a statement that names its sources; everything the guide says is one."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import Count, Prefetch, Q

from roles.choices import Basis, SourceKind
from roles.inventory import check_inventory_ids
from roles.lists import ListField
from roles.models.sources import Source
from roles.rules import rule

ClaimT_co = TypeVar("ClaimT_co", bound="Claim", covariant=True)


class ClaimQuerySet(models.QuerySet[ClaimT_co]):
    """The questions that can be asked of any kind of claim."""

    def with_sources(self) -> Self:
        return self.prefetch_related(citations_in_order())

    def in_order(self) -> Self:
        return self.order_by("position", "key")

    def of_section(self, *sections: str) -> Self:
        """Keep these sections; for statements, which are the claims that have sections."""
        return self.filter(section__in=sections)

    def of_path(self, path: str) -> Self:
        """Keep one path; for steps and indicators, which are the claims that have paths."""
        return self.filter(path=path)

    def of_sources(self) -> Self:
        return self.exclude(basis=Basis.EDITORIAL)

    def of_the_guide(self) -> Self:
        return self.filter(basis=Basis.EDITORIAL)

    def most_documents_first(self) -> Self:
        is_document = Q(citations__source__kind=SourceKind.DOCUMENT)
        documents = Count("citations", filter=is_document)
        return self.annotate(documents=documents).order_by("-documents", "position", "key")

    def unsourced(self) -> Self:
        return self.filter(citations=None).exclude(basis=Basis.EDITORIAL)


class ClaimManager(models.Manager[ClaimT_co]):
    def get_by_natural_key(self, key: str) -> ClaimT_co:
        return self.get(key=key)


class Claim(models.Model):
    """What every kind of claim has: its words, its inventory ids and its citations."""

    key = models.SlugField(
        max_length=60, unique=True, help_text="Never changes: it is the anchor on the page."
    )
    title = models.CharField(max_length=140)
    text = models.TextField()
    basis = models.CharField(max_length=14, choices=Basis, default=Basis.SOURCED)
    inventory_ids = ListField(default=list, blank=True, validators=[check_inventory_ids])
    review_by = models.DateField(help_text="The day by which an editor reads it again.")
    position = models.PositiveSmallIntegerField(default=0)

    objects = ClaimManager.from_queryset(ClaimQuerySet)()

    class Meta:
        ordering = ("position", "key")
        constraints = (
            rule(condition=Q(basis__in=Basis.values), name="claim_basis_is_known"),
            rule(condition=~Q(key="") & ~Q(title="") & ~Q(text=""), name="claim_says_something"),
        )

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.key,)


class CitationManager(models.Manager["Citation"]):
    def get_by_natural_key(self, claim: str, source: str) -> "Citation":
        return self.get(claim__key=claim, source__slug=source)


class Citation(models.Model):
    """One source of one claim, with the place in it."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    place = models.CharField(max_length=120, help_text="Where in the source: “lines 8 and 55”.")

    objects = CitationManager()

    class Meta:
        ordering = ("claim", "source")
        constraints = (
            models.UniqueConstraint(fields=("claim", "source"), name="claim_cites_a_source_once"),
            rule(condition=~Q(place=""), name="citation_names_its_place"),
        )

    def __str__(self) -> str:
        return f"{self.source}, {self.place}"

    def natural_key(self) -> tuple[str, str]:
        return (self.claim.key, self.source.slug)


def citations_in_order() -> "Prefetch[str, models.QuerySet[Citation], str]":
    """Return what fetches the citations of claims with their sources, documents first."""
    citations = Citation.objects.select_related("source").order_by("source__position")
    return Prefetch("citations", citations)
