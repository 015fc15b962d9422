"""How to name the figures of a slice elsewhere: a text, and a picture with its link."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext

from salaries.answering.answers import Answer
from salaries.models import DataRelease


@dataclass(frozen=True, slots=True)
class Citation:
    """Both are plain text; the picture is HTML to be copied, not to be printed as it is."""

    text: str
    picture: str


def citation(
    found: Answer, *, heading: str, release: DataRelease, absolute: Callable[[str], str]
) -> Citation:
    """Return both with a permanent link, which a newer release does not change."""
    pinned = found.asked.pinned_to(release.slug)
    page = absolute(pinned.url(reverse("salaries:explorer")))
    image = absolute(pinned.on_page(1).url(reverse("salaries:card")))
    names = dict.fromkeys(source.short for row in found.page_rows for source in row.sources)
    as_of = date_format(release.as_of, "j F Y")
    return Citation(
        gettext(
            "tpmguide: {heading}. Data release {release}, as of {as_of}. {page}. "
            "Sources: {sources}."
        ).format(
            heading=heading,
            release=release.slug,
            as_of=as_of,
            page=page,
            sources="; ".join(names),
        ),
        f'<a href="{escape(page)}"><img src="{escape(image)}" alt="{escape(heading)}"></a>',
    )
