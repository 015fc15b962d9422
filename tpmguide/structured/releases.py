"""A data release as a Dataset: what it holds, whose it is, what it rests on, where to get it."""

from django.urls import reverse

from roles.models import Role, Source
from salaries.choices import Country
from salaries.explorer.exports import file_url
from salaries.models import DataRelease
from salaries.slices import Slice
from tpmguide.structured.json_ld import IN_ENGLISH, Absolute, Node

# As the licence of the project names them; no person or company stands behind the name.
CREATOR = {"@type": "Organization", "name": "The tpmguide authors"}
PROMISE = "Every figure states its kind, source, sample and year."


def dataset(release: DataRelease, page: str, absolute: Absolute) -> Node:
    """Return the release as the page describes it; two queries."""
    return {
        "@type": "Dataset",
        **IN_ENGLISH,
        "name": f"Pay of Technical Product Managers and neighbouring roles, release {release}",
        "description": f"{release.notes} {PROMISE}".strip(),
        "url": absolute(page),
        "version": release.slug,
        "datePublished": release.as_of.isoformat(),
        "creator": CREATOR,
        "isAccessibleForFree": True,
        "license": terms_of_use(absolute),
        "isBasedOn": [origin(source, absolute) for source in sources_of(release)],
        "spatialCoverage": [
            {"@type": "Country", "name": str(country.label)} for country in Country
        ],
        "variableMeasured": "Annual pay before tax",
        "distribution": download(release, absolute),
    }


def terms_of_use(absolute: Absolute) -> Node:
    """Return what is true of a collection: it has no licence of its own, its sources have."""
    return {
        "@type": "CreativeWork",
        "name": "Each figure is under the terms of its source",
        "url": absolute(reverse("sources")),
    }


def sources_of(release: DataRelease) -> list[Source]:
    """Return the sources of the stored figures, in their order."""
    return list(Source.objects.filter(pay_figures__release=release).distinct())


def origin(source: Source, absolute: Absolute) -> Node:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "creditText": source.attribution,
        "license": {"@type": "CreativeWork", "name": source.licence},
        "url": absolute(reverse("source", args=[source.slug])),
    }


def download(release: DataRelease, absolute: Absolute) -> Node:
    """Return the file of the bands that are about a country, for every role."""
    everywhere = Slice(
        roles=tuple(Role.objects.values_list("slug", flat=True)),
        countries=tuple(Country),
        release=release.slug,
    )
    return {
        "@type": "DataDownload",
        "name": "National figures by career level, every role",
        "encodingFormat": "text/csv",
        "contentUrl": absolute(file_url(everywhere)),
    }
