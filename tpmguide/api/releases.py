"""The data releases that are published: what each stands for, and how much it holds."""

from dataclasses import asdict
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from rest_framework import serializers

from roles.querystring import unknown_names
from salaries.models import DataRelease
from salaries.releases.counts import holding
from salaries.slices import Slice
from tpmguide.api.fields import Absolute, Address, ignored_field, written
from tpmguide.api.versions import address


class CountsShape(serializers.Serializer[Any]):
    """How much a release holds; modelled figures are computed and never stored."""

    reported = serializers.IntegerField()
    observed = serializers.IntegerField()
    factors = serializers.IntegerField(help_text="Ratios of pay, by which bands are modelled.")
    observations = serializers.IntegerField(
        help_text="Rows from which more figures are computed; rounded down to a multiple of five."
    )


class ReleaseShape(serializers.Serializer[Any]):
    """A dated state of the pay data, which never changes."""

    slug = serializers.CharField()
    as_of = serializers.DateField()
    is_current = serializers.BooleanField(help_text="What answers where no release is named.")
    notes = serializers.CharField()
    sha256 = serializers.CharField(source="checksum", help_text="Of the data of the release.")
    counts = CountsShape()
    url = Address(help_text="The release in this API.")
    salaries = Address(help_text="The explorer's answer as of this release.")
    page = Address(help_text="The page about the release.")


class ReleasesShape(serializers.Serializer[Any]):
    """Every published release, the newest first."""

    ignored = ignored_field()
    count = serializers.IntegerField()
    releases = ReleaseShape(many=True)


class OneReleaseShape(serializers.Serializer[Any]):
    ignored = ignored_field()
    release = ReleaseShape()


def all_releases(query: QueryDict, absolute: Absolute) -> dict[str, Any]:
    found = [values_of(release, is_current=not at) for at, release in enumerate(published())]
    values = {"ignored": unknown_names(query, known=()), "count": len(found), "releases": found}
    return written(ReleasesShape, values, absolute)


def one_release(
    release: DataRelease, query: QueryDict, absolute: Absolute, *, is_current: bool
) -> dict[str, Any]:
    found = values_of(release, is_current=is_current)
    values = {"ignored": unknown_names(query, known=()), "release": found}
    return written(OneReleaseShape, values, absolute)


def published() -> tuple[DataRelease, ...]:
    """Return what is published, the current release first."""
    return tuple(DataRelease.objects.published().newest_first())


def values_of(release: DataRelease, *, is_current: bool) -> dict[str, Any]:
    return {
        "slug": release.slug,
        "as_of": release.as_of,
        "is_current": is_current,
        "notes": release.notes,
        "checksum": release.checksum,
        "counts": asdict(holding(release)),
        "url": address("release", slug=release.slug),
        "salaries": Slice(release=release.slug).url(address("salaries")),
        "page": reverse("releases:release", args=[release.slug]),
    }
