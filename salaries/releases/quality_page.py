"""The quality of one release, and links to that of the others."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Link
from roles.querystring import unknown_names
from salaries.models import DataRelease
from salaries.releases.links import list_step, one_of, trail, with_status
from salaries.releases.quality import Table, tables


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The counts of one release, and links to those of the others."""

    release: DataRelease | None
    trail: tuple[Link, ...]
    tables: tuple[Table, ...]
    others: tuple[Link, ...]
    ignored: tuple[str, ...]


def quality_page(query: QueryDict, *, drafts: bool) -> QualityPage:
    """Return the counts of the release asked for; of a draft only for those who may see it."""
    releases = DataRelease.objects.finished() if drafts else DataRelease.objects.shown()
    known = {release.slug: release for release in releases.newest_first()}
    current = DataRelease.objects.current()
    page = reverse("releases:quality")
    asked = one_of(query, "release", known, default=current.slug) if current else ""
    release = known.get(asked)
    return QualityPage(
        release=release,
        trail=trail(list_step(), Link(gettext("Data quality"), page, is_current=True)),
        tables=tables(release) if release else (),
        others=tuple(
            Link(with_status(other), f"{page}?{urlencode({'release': slug})}")
            for slug, other in known.items()
            if other != release
        ),
        ignored=unknown_names(query, known=("release",)),
    )
