"""The quality of one release, and links to that of the others."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Link
from roles.querystring import unknown_names
from salaries.known import Known
from salaries.models import DataRelease
from salaries.models.releases import DataReleaseQuerySet
from salaries.releases.links import from_data, list_step, one_of, with_status
from salaries.releases.quality import Table, tables


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The counts of one release, and links to those of the others."""

    release: DataRelease | None
    trail: tuple[Link, ...]
    tables: list[Table]
    others: tuple[Link, ...]
    ignored: tuple[str, ...]


def quality_page(
    query: QueryDict, answered: Known, *, may_see_drafts: Callable[[], bool]
) -> QualityPage:
    """Return the counts of the release asked for; of a draft only for those who may see it.

    Who asks is looked at for a draft alone, so that the page of a published release is one for
    all, and may be kept by a cache.
    """
    known = by_slug(DataRelease.objects.shown())
    if not known.keys() >= set(filter(None, query.getlist("release"))) and may_see_drafts():
        known = by_slug(DataRelease.objects.finished())
    current = DataRelease.objects.current()
    page = reverse("releases:quality")
    newest = current.slug if current else next(iter(known), "")
    asked = one_of(query, "release", known, default=newest) if known else ""
    release = known.get(asked)
    is_answered = release is not None and release.slug in answered.releases
    snapshot = answered.holdings(asked).snapshot if is_answered else None
    return QualityPage(
        release=release,
        trail=from_data(list_step(), Link(gettext("Data quality"), page, is_current=True)),
        tables=tables(release, snapshot) if release else [],
        others=tuple(
            Link(with_status(other), f"{page}?{urlencode({'release': slug})}")
            for slug, other in known.items()
            if other != release
        ),
        ignored=unknown_names(query, known=("release",)),
    )


def by_slug(releases: DataReleaseQuerySet) -> dict[str, DataRelease]:
    return {release.slug: release for release in releases.newest_first()}
