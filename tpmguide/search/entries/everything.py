"""All of them: a new kind of content is a function that yields its entries, called here."""

from collections.abc import Iterator

from django.urls import reverse

from tpmguide.models import SearchEntry
from tpmguide.search.entries.guide import guide_entries
from tpmguide.search.entries.library import library_entries
from tpmguide.search.entries.pages import PAGES
from tpmguide.search.entries.pay import pay_entries
from tpmguide.search.entries.places import place_entries
from tpmguide.search.entries.sections import SECTIONS


def every_entry() -> Iterator[SearchEntry]:
    """Give every entry, read from the database, not yet saved."""
    yield from guide_entries()
    yield from library_entries()
    yield from pay_entries(reverse("salaries:explorer"))
    yield from place_entries((*PAGES, *SECTIONS))
