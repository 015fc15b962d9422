"""What differs between two releases, as one page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Link
from roles.options import Option, options
from roles.pager import PageLink, page_links
from roles.querystring import QueryError, unknown_names
from salaries.choices import ReleaseStatus, View
from salaries.models import DataRelease, Observation
from salaries.releases.counts import LIMITS, counted_once, rows_said
from salaries.releases.differences import Difference, differences, observation_counts
from salaries.releases.links import before, from_data, list_step, one_of, with_status
from salaries.slices import Slice

# So many differences stand on one page.
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ObservationsSaid:
    """How many observations differ, in words that tell of no few people, nor whether any do."""

    added: str
    removed: str
    changed: str


@dataclass(frozen=True, slots=True)
class DiffPage:
    """What differs between two releases; the choices fill the two lists of the form.

    steps are the releases that made the difference, the newest first; each says why. The way may
    lead backwards. trend_url leads to the figures that are computed from observations; empty where
    there are none.
    """

    old: DataRelease
    new: DataRelease
    trail: tuple[Link, ...]
    choices: tuple[tuple[Option, ...], tuple[Option, ...]]
    number: int
    rows: tuple[Difference, ...]
    observations: ObservationsSaid
    steps: tuple[DataRelease, ...]
    trend_url: str
    pages: tuple[PageLink, ...]
    ignored: tuple[str, ...]

    @property
    def is_backwards(self) -> bool:
        return self.old in self.steps


def diff_page(query: QueryDict) -> DiffPage:
    """Read which releases are compared; raise QueryError for what cannot be."""
    shown = list(DataRelease.objects.shown().newest_first())
    known = {release.slug: release for release in shown}
    if not shown:
        message = gettext("No data release is published yet.")
        raise QueryError(message, field="from", choices=())
    new = known[one_of(query, "to", known, default=shown[0].slug)]
    earlier = before(new) or new
    old = known[one_of(query, "from", known, default=earlier.slug)]
    found = differences(old, new)
    number = -(-len(found) // PER_PAGE) or 1
    page = int(one_of(query, "page", [str(n + 1) for n in range(number)], default="1"))
    labels = [(release.slug, with_status(release)) for release in shown]
    return DiffPage(
        old=old,
        new=new,
        trail=from_data(
            list_step(), Link(gettext("What changed"), reverse("releases:diff"), is_current=True)
        ),
        choices=(options(labels, [old.slug]), options(labels, [new.slug])),
        number=len(found),
        rows=tuple(found[(page - 1) * PER_PAGE : page * PER_PAGE]),
        observations=observations_said(old, new),
        steps=between(shown, old, new),
        trend_url=trend_url(old, new),
        pages=page_links(number, current=page, url_of=partial(diff_url, old, new)),
        ignored=unknown_names(query, known=("from", "to", "page")),
    )


def between(
    shown: Sequence[DataRelease], old: DataRelease, new: DataRelease
) -> tuple[DataRelease, ...]:
    """Return the releases that lead from the earlier to the later one, without the earlier."""
    later, earlier = sorted((shown.index(old), shown.index(new)))
    return tuple(shown[later:earlier])


def observations_said(old: DataRelease, new: DataRelease) -> ObservationsSaid:
    """Say none where a release is compared with itself: all else would tell of a few."""
    if old == new:
        return ObservationsSaid(*[gettext("none")] * 3)
    counts = counted_once("differences", [old, new], lambda: observation_counts(old, new))
    return ObservationsSaid(*map(difference_said, counts))


def difference_said(number: int) -> str:
    """Return the number rounded down; of fewer than five not whether there are any."""
    if number < LIMITS.hide:
        return gettext("none or fewer than {number}").format(number=LIMITS.hide)
    return rows_said(number)


def trend_url(old: DataRelease, new: DataRelease) -> str:
    """Return where the computed figures of both are seen, up to the newer one where it answers."""
    if not any(map(has_computed_figures, (old, new))):
        return ""
    pinned = new.slug if new.status == ReleaseStatus.PUBLISHED else ""
    return Slice(view=View.TREND, release=pinned).url(reverse("salaries:explorer"))


def has_computed_figures(release: DataRelease) -> bool:
    """Whether the release has observations enough for a figure that rests on them."""
    rows = Observation.objects.of_release(release).comparable()
    return counted_once("comparable alone", [release], rows.count) >= LIMITS.hide


def diff_url(old: DataRelease, new: DataRelease, page: int) -> str:
    asked = urlencode({"from": old.slug, "to": new.slug, "page": page})
    return f"{reverse('releases:diff')}?{asked}"
