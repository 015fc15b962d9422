"""What has been shipped to this database, so that an editor's deletions stay deleted."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models.functions import Length


class ShippedRecord(models.Model):
    """An object of the shipped content that has been loaded here at least once."""

    model = models.CharField(max_length=60)
    natural_key = models.CharField(max_length=250)

    class Meta:
        ordering = ("model", "natural_key")
        constraints = (
            models.UniqueConstraint(
                fields=("model", "natural_key"), name="shipped_record_is_kept_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.model} {self.natural_key}"


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def of_kinds(self, kinds: Iterable[str]) -> Self:
        return self.filter(kind__in=kinds)


class SearchEntry(models.Model):
    """Something that can be found: derived from the content, always rebuilt whole.

    Each database keeps an index of its own beside this table; migration 0002 makes it.
    """

    kind = models.CharField(max_length=16)  # a value of tpmguide.search.kinds.EntryKind
    title = models.CharField(max_length=250)
    names = models.TextField()  # what else it is called, one name to a line
    text = models.TextField()
    url = models.CharField(max_length=250)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(title="") & ~models.Q(url=""),
                name="search_entry_has_title_and_address",
            ),
        )

    def __str__(self) -> str:
        return self.title


class SearchWordQuerySet(models.QuerySet["SearchWord"]):
    def of_lengths(self, lengths: Iterable[int]) -> Self:
        return self.annotate(length=Length("word")).filter(length__in=lengths)


class SearchWord(models.Model):
    """A word of the entries as it is spelled in them, against which typing errors are held."""

    word = models.CharField(max_length=40, unique=True)
    uses = models.PositiveIntegerField()

    objects = SearchWordQuerySet.as_manager()

    class Meta:
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word
