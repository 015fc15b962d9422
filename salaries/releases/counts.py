"""How much a release holds: counted once where a checksum says that it never changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar, cast

from django.core.cache import cache
from django.db.models import Count
from django.utils.translation import gettext

from salaries.choices import Kind
from salaries.disclosure.showing import Limits, rounded_down
from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.thresholds import RULES

T = TypeVar("T")
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Holding:
    """How many rows of each sort there are; observations as they may be said."""

    reported: int
    observed: int
    factors: int
    observations: int

    @property
    def figures(self) -> int:
        return self.reported + self.observed


def holding(release: DataRelease) -> Holding:
    """Return how much the release holds; four queries where it has not been counted yet."""
    figures = PayFigure.objects.of_release(release)
    reported, observed, factors, observations = counted_once(
        "holding",
        [release],
        lambda: (
            figures.filter(kind=Kind.REPORTED).count(),
            figures.filter(kind=Kind.OBSERVED).count(),
            Factor.objects.of_release(release).count(),
            Observation.objects.of_release(release).count(),
        ),
    )
    return Holding(reported, observed, factors, rounded_down(observations, LIMITS))


def observations_by_source(release: DataRelease) -> dict[str, int]:
    """Return how many observations are of each source, exactly, without those that few are of."""
    rows = Observation.objects.of_release(release).order_by().values_list("source__slug")
    counted = counted_once("sources", [release], lambda: dict(rows.annotate(Count("pk"))))
    return {slug: number for slug, number in sorted(counted.items()) if number >= LIMITS.hide}


def said_by_source(release: DataRelease | None) -> dict[str, int]:
    """Return how many observations are of each source, by slug, as it may be said."""
    found = observations_by_source(release) if release else {}
    return {slug: rounded_down(number, LIMITS) for slug, number in found.items()}


def counted_once(name: str, releases: Sequence[DataRelease], count: Callable[[], T]) -> T:
    """Return what is counted of these releases: from the cache where all have a checksum.

    What is counted must be plain values, and told by the name, the rules and the data alone.
    """
    checksums = [release.checksum for release in releases]
    if not all(checksums):
        return count()
    key = sha256(f"{name} {RULES} {' '.join(checksums)}".encode()).hexdigest()
    return cast(T, cache.get_or_set(f"counted:{key}", count, timeout=None))


def rows_said(number: int) -> str:
    """Return a number of observations in words that tell nothing of fewer than five people."""
    if shown := rounded_down(number, LIMITS):
        return f"{shown:,}"
    return gettext("fewer than {number}").format(number=LIMITS.hide)
