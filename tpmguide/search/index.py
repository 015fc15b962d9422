"""Keeps the entries and their index up to what the site says."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import transaction

from tpmguide.models import SearchEntry, SearchWord
from tpmguide.search.engines.chosen import engine
from tpmguide.search.entries.everything import every_entry
from tpmguide.search.reading import words_of
from tpmguide.search.spelling import correctable


@transaction.atomic
def rebuild() -> None:
    """Replace every entry in one step that no visitor sees half done."""
    ours = engine()
    ours.begin()
    entries = list(every_entry())
    SearchEntry.objects.all().delete()
    SearchEntry.objects.bulk_create(entries)
    SearchWord.objects.all().delete()
    SearchWord.objects.bulk_create(words(entries))
    ours.index()


def words(entries: Iterable[SearchEntry]) -> Iterator[SearchWord]:
    """Give the words that a misspelled one can be taken for, with how many entries use each."""
    uses: Counter[str] = Counter()
    for entry in entries:
        uses.update(correctable(words_of(f"{entry.title} {entry.names} {entry.text}")))
    for word, number in uses.items():
        yield SearchWord(word=word, uses=number)
