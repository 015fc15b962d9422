"""Where the pages of releases are, and the one reader of their query strings."""

from collections.abc import Collection, Sequence

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Link, from_home
from roles.querystring import QueryError, echo
from salaries.models import DataRelease


def release_url(release: DataRelease) -> str:
    return reverse("releases:release", args=[release.slug])


def from_data(*steps: Link) -> tuple[Link, ...]:
    """Return the trail of a page about the data: that of all of them, then these steps."""
    return from_home(Link(gettext("Data"), reverse("data")), *steps)


def list_step(*, is_current: bool = False) -> Link:
    return Link(gettext("Releases"), reverse("releases:index"), is_current=is_current)


def with_status(release: DataRelease) -> str:
    """Return what a list to choose from calls the release."""
    return f"{release.slug} ({release.get_status_display().lower()})"


def before(release: DataRelease) -> DataRelease | None:
    """Return the release before this one, as the list has them."""
    older = Q(as_of__lt=release.as_of) | Q(as_of=release.as_of, slug__lt=release.slug)
    return DataRelease.objects.shown().filter(older).newest_first().first()


def one_of(query: QueryDict, field: str, known: Collection[str], *, default: str) -> str:
    """Return the one value of the field; raise QueryError for another or for several."""
    values: Sequence[str] = [value for value in query.getlist(field) if value] or [default]
    if len(set(values)) > 1:
        message = gettext("Give one value, not {number}.").format(number=len(values))
        raise QueryError(message, field=field, choices=known)
    if values[0] not in known:
        message = gettext("“{value}” is not one of these.").format(value=echo(values[0]))
        raise QueryError(message, field=field, choices=known)
    return values[0]
