"""The whole page as one value."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from roles.cited import Link
from roles.models import Source
from salaries.models import DataRelease
from salaries.releases.links import from_data
from tpmguide.source_page.claims import claim_groups
from tpmguide.source_page.items import Group
from tpmguide.source_page.pay import pay_groups


@dataclass(frozen=True, slots=True)
class Section:
    """What rests on the source on one side of the site: in the guide, or in its figures."""

    anchor: str
    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    source: Source
    release: DataRelease | None
    trail: tuple[Link, ...]
    sections: tuple[Section, ...]


def source_page(source: Source) -> SourcePage:
    """Return the page of the source, without the sections that hold nothing."""
    release = DataRelease.objects.current()
    sections = (
        Section("claims", gettext("What the guide says from it"), tuple(claim_groups(source))),
        Section("figures", gettext("Figures that rest on it"), tuple(pay_groups(source, release))),
    )
    return SourcePage(
        source, release, trail(source), tuple(section for section in sections if section.groups)
    )


def source_url(source: Source) -> str:
    """Return the address of the page; a citation leads to the source in the list of all."""
    return reverse("source", args=[source.slug])


def trail(source: Source) -> tuple[Link, ...]:
    return from_data(
        Link(gettext("Sources"), reverse("sources")),
        Link(source.short_name, source_url(source), is_current=True),
    )


def source_names(sources: dict[str, Source]) -> dict[str, Link]:
    """Return a link to each source under its slug and its short name."""
    links = {slug: Link(source.short_name, source_url(source)) for slug, source in sources.items()}
    return {name: link for slug, link in links.items() for name in (link.label.lower(), slug)}
