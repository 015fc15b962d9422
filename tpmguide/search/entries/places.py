"""A page or a section of the site itself, as an entry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from tpmguide.models import SearchEntry
from tpmguide.search.entries.making import entry
from tpmguide.search.kinds import EntryKind


@dataclass(frozen=True, slots=True)
class Place:
    """A page or a section: what it is called and what it holds, and where it is."""

    title: str
    text: str
    names: tuple[str, ...]
    address: str
    arguments: tuple[str, ...] = ()
    anchor: str = ""

    @property
    def url(self) -> str:
        page = reverse(self.address, args=self.arguments)
        return f"{page}#{self.anchor}" if self.anchor else page


def place_entries(places: Iterable[Place]) -> Iterator[SearchEntry]:
    for place in places:
        yield entry(EntryKind.PAGE, place.title, place.url, text=(place.text,), names=place.names)
