"""The list of releases, and the page of each, as frozen values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy

from roles.cited import Link, counted
from roles.models import Source
from salaries.choices import Country, ReleaseStatus
from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.releases.counts import LIMITS, counted_once, holding, observations_by_source
from salaries.releases.links import before, from_data, list_step, release_url
from salaries.releases.quality import Tally
from salaries.slices import Slice

OF_COUNTRY = (
    (PayFigure, gettext_lazy("{country}, figures")),
    (Factor, gettext_lazy("{country}, ratios")),
    (Observation, gettext_lazy("{country}, observations")),
)


@dataclass(frozen=True, slots=True)
class ReleaseEntry:
    """A release in the list."""

    release: DataRelease
    url: str
    is_current: bool
    holds: tuple[str, ...]

    @property
    def is_withdrawn(self) -> bool:
        return self.release.status == ReleaseStatus.WITHDRAWN


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A release: what it holds, what it rests on, and what it changed."""

    entry: ReleaseEntry
    trail: tuple[Link, ...]
    countries: tuple[Tally, ...]
    sources: tuple[Source, ...]
    explorer_url: str
    changes_url: str
    quality_url: str


def release_entries() -> tuple[ReleaseEntry, ...]:
    """Return every release that was ever published, the newest first."""
    current = DataRelease.objects.current()
    return tuple(entry(release, current) for release in DataRelease.objects.shown().newest_first())


def entry(release: DataRelease, current: DataRelease | None) -> ReleaseEntry:
    return ReleaseEntry(release, release_url(release), release == current, tuple(holds(release)))


def holds(release: DataRelease) -> Iterator[str]:
    """Give what a release holds; a few observations are passed over in silence, as none are."""
    found = holding(release)
    yield counted(found.figures, "figure")
    yield counted(found.factors, "ratio")
    if found.observations:
        yield counted(found.observations, "observation")


def release_page(release: DataRelease) -> ReleasePage:
    previous = before(release)
    changes = {"from": previous.slug, "to": release.slug} if previous else {}
    is_answered = release.status == ReleaseStatus.PUBLISHED
    return ReleasePage(
        entry=entry(release, DataRelease.objects.current()),
        trail=from_data(list_step(), Link(release.slug, release_url(release), is_current=True)),
        countries=tuple(by_country(release)),
        sources=tuple(sources_of(release)),
        explorer_url=Slice(release=release.slug).url(reverse("salaries:explorer"))
        if is_answered
        else "",
        changes_url=f"{reverse('releases:diff')}?{urlencode(changes)}" if changes else "",
        quality_url=f"{reverse('releases:quality')}?{urlencode({'release': release.slug})}",
    )


def by_country(release: DataRelease) -> Iterator[Tally]:
    """Give what there is of each country, but for observations that are few."""
    for model, words in OF_COUNTRY:
        is_of_people = model is Observation
        for country, number in counted_by_country(model, release):
            if number >= (LIMITS.hide if is_of_people else 1):
                label = words.format(country=Country(country).label)
                yield Tally(label, number, is_of_people=is_of_people)


def counted_by_country(
    model: type[PayFigure | Factor | Observation], release: DataRelease
) -> list[tuple[str, int]]:
    rows = model.objects.of_release(release).order_by("country").values_list("country")
    return counted_once(
        f"countries of {model.__name__}", [release], lambda: list(rows.annotate(Count("pk")))
    )


def sources_of(release: DataRelease) -> Iterable[Source]:
    """Return what the release rests on, each with its licence and attribution.

    A source that few observations alone are of is not told, as nowhere else.
    """
    used = {
        *PayFigure.objects.of_release(release).values_list("source__slug", flat=True),
        *Factor.objects.of_release(release).values_list("sources__slug", flat=True),
        *observations_by_source(release),
    }
    return Source.objects.filter(slug__in=used)
