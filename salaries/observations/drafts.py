"""Which draft an import goes into, and what that starts from."""

from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.timezone import localdate

from salaries.models import DataRelease
from salaries.models.releases import StepError

LONGEST_SLUG = 20


@dataclass(frozen=True, slots=True)
class Target:
    """The slug and day of the draft, and the release that it is compared with and starts from.

    The base is the draft itself where there is one, else the newest published release.
    """

    slug: str
    base: DataRelease | None
    as_of: date

    @property
    def is_draft(self) -> bool:
        return self.base is not None and self.base.slug == self.slug


def target(slug: str, as_of: str = "") -> Target:
    """Return where an import goes; raise StepError where that is published or not clear.

    A day can be named for a new draft, which is else as of today; one that is there has its own.
    """
    named = DataRelease.objects.finished().filter(slug=slug).first() if slug else the_draft()
    day = day_of(as_of) if as_of else localdate()
    if named is None:
        return Target(slug_of(slug or slug_of_today()), DataRelease.objects.current(), day)
    named.refuse_unless_open()
    if as_of and day != named.as_of:
        raise StepError(
            f"Draft {named.slug} is there, as of {named.as_of}; change it in the admin."
        )
    return Target(named.slug, named, named.as_of)


def day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise StepError(f"{text!r} is not a day such as {localdate()}.") from error


def the_draft() -> DataRelease | None:
    drafts = list(DataRelease.objects.drafts().newest_first())
    if len(drafts) > 1:
        slugs = ", ".join(draft.slug for draft in drafts)
        raise StepError(f"There are several drafts; name one of: {slugs}.")
    return drafts[0] if drafts else None


def slug_of_today() -> str:
    """Return the month, the day where the month has its release already, or a number behind it."""
    taken = set(DataRelease.objects.values_list("slug", flat=True))
    day = localdate()
    numbered = (f"{day}-{number}" for number in count(2))
    return next(slug for slug in chain((f"{day:%Y-%m}", f"{day}"), numbered) if slug not in taken)


def slug_of(text: str) -> str:
    """Return the slug of a new draft; raise StepError where it cannot be one, or is taken."""
    try:
        validate_slug(text)
    except ValidationError as error:
        raise StepError(f"{text!r} cannot be the slug of a release: {error.message}") from error
    if len(text) > LONGEST_SLUG:
        raise StepError(f"The slug of a release has at most {LONGEST_SLUG} characters: {text!r}.")
    if taken := DataRelease.objects.filter(slug=text).first():
        taken.refuse_unless_open()
    return text
