"""A claim as a page shows it: plain values, with its sources and the ids it must carry."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext_lazy

from roles.choices import Basis
from roles.models import Citation, Claim, Source

NOUNS = {
    "annual average": ngettext_lazy("{:,} annual average", "{:,} annual averages"),
    "annual value": ngettext_lazy("{:,} annual value", "{:,} annual values"),
    "city": ngettext_lazy("{:,} city", "{:,} cities"),
    "figure": ngettext_lazy("{:,} figure", "{:,} figures"),
    "gap": ngettext_lazy("{:,} gap", "{:,} gaps"),
    "observation": ngettext_lazy("{:,} observation", "{:,} observations"),
    "question": ngettext_lazy("{:,} question", "{:,} questions"),
    "ratio": ngettext_lazy("{:,} ratio", "{:,} ratios"),
    "result": ngettext_lazy("{:,} result", "{:,} results"),
    "skill": ngettext_lazy("{:,} skill", "{:,} skills"),
    "source": ngettext_lazy("{:,} source", "{:,} sources"),
    "step": ngettext_lazy("{:,} step", "{:,} steps"),
}
# How the dates of sources are kept that are not exact; English, as the rest of the content.
ABOUT = "about "
UNDATED = frozenset({"undated", "not dated"})
AMOUNT = re.compile(r"[₹$]\s?\d|\d\s(?:lakh|crore)")


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str
    is_current: bool = False


def from_home(*steps: Link) -> tuple[Link, ...]:
    """Return the trail that stands at the head of a page: the home page, then these steps."""
    return (Link(gettext("Home"), reverse("home")), *steps)


def from_roles(*steps: Link) -> tuple[Link, ...]:
    return from_home(Link(gettext("Roles"), reverse("roles:index")), *steps)


def from_skills(*steps: Link) -> tuple[Link, ...]:
    """Return the trail of a page that the header has under skills and tools."""
    return from_home(Link(gettext("Skills & tools"), reverse("roles:skills")), *steps)


@dataclass(frozen=True, slots=True)
class Mention:
    """One source, its date, and where in it something is said."""

    title: str
    url: str
    published: str
    place: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it is; links take the place of the text where there are any."""

    term: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim, ready to be printed.

    The inventory is its ids in one string; anchors are those of them, in lower case, that
    no key on the page covers; standing says how many sources name the claim; caution says
    what every amount must carry; pieces are the text with links in it, and heading the title,
    where there are any.
    """

    key: str
    title: str
    text: str
    inventory: str
    anchors: tuple[str, ...]
    mentions: tuple[Mention, ...]
    basis: str
    badge: str
    standing: str
    caution: str = ""
    overdue: str = ""
    is_core: bool = False
    facts: tuple[Fact, ...] = ()
    pieces: tuple[Link, ...] = ()
    heading: tuple[Link, ...] = ()


class Citing:
    """Turns the claims of one page into values, so that each id stands on it once."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        claims = tuple(claims)
        taken = {claim.key for claim in claims}
        self.anchors: dict[str, tuple[str, ...]] = {}
        self.urls: dict[int, str] = {}
        for claim in claims:
            ids = dict.fromkeys(name.lower() for name in claim.inventory_ids)
            self.anchors[claim.key] = tuple(name for name in ids if name not in taken)
            taken.update(ids)

    def __call__(self, claim: Claim, **more: Any) -> Cited:
        """Return the claim as values; whatever else is given replaces a default of Cited."""
        basis = Basis(claim.basis)
        mentions = tuple(self.mention(citation) for citation in claim.citations.all())
        values: dict[str, Any] = {
            "standing": counted(len(mentions), "source"),
            "caution": amount_caution(claim.text, mentions),
        } | more
        return Cited(
            key=claim.key,
            title=claim.title,
            text=claim.text,
            inventory=" ".join(claim.inventory_ids),
            anchors=self.anchors[claim.key],
            mentions=mentions,
            basis=basis.value,
            badge="" if basis is Basis.SOURCED else str(basis.label),
            **values,
        )

    def mention(self, citation: Citation) -> Mention:
        if citation.source_id not in self.urls:
            self.urls[citation.source_id] = citation.source.get_absolute_url()
        return mention(citation.source, url=self.urls[citation.source_id], place=citation.place)


def mention(source: Source, *, url: str, place: str = "") -> Mention:
    return Mention(source.short_name, url, source.published, place)


def counted(number: int, noun: str) -> str:
    """Return the number with its noun, one of NOUNS, in the language of the page."""
    return NOUNS[noun].format(number)


def date_said(published: str) -> str:
    """Return the date of a source, the words in it in the language of the page."""
    year = published.removeprefix(ABOUT)
    if year != published:
        return gettext("about {year}").format(year=year)
    return gettext("undated") if published in UNDATED else published


def amount_caution(text: str, mentions: Collection[Mention]) -> str:
    """Return what every amount of a source must carry; none states sample or kind of pay."""
    if not (mentions and AMOUNT.search(text)):
        return ""
    years = ", ".join(dict.fromkeys(date_said(mention.published) for mention in mentions))
    return gettext(
        "Reported, not checked ({years}): annual pay, parts not stated, sample not stated."
    ).format(years=years)
