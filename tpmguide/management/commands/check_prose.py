"""Read every page of the sitemap as a visitor gets it, and say where its prose falls short."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from roles.models import GlossaryTerm
from tpmguide.prose import Spellings, faults, sentences, words_a_sentence
from tpmguide.sitemap import entries


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: object, **options: Any) -> None:
        pages = read_pages()
        spellings = Spellings(glossary_spellings())
        found = [
            f"{path}: {fault}"
            for path, lines in pages.items()
            for fault in faults(lines, spellings)
        ]
        self.stdout.write("\n".join(found))
        if not any(pages.values()):
            raise CommandError("No page says anything: load the content first.")
        if found:
            raise CommandError(f"The prose has faults: {len(found)}.")
        hardest = max(pages, key=lambda path: words_a_sentence(pages[path]))
        self.stdout.write(
            f"Read {sum(map(len, pages.values())):,} sentences. The longest on average, of "
            f"{words_a_sentence(pages[hardest]):.1f} words, are on {hardest}."
        )


def read_pages() -> dict[str, tuple[str, ...]]:
    """Return the sentences of each page of the sitemap, by its address."""
    client = Client(headers={"host": "localhost"})
    return {entry.path: sentences(client.get(entry.path).text) for entry in entries()}


def glossary_spellings() -> list[str]:
    """Return every way in which the glossary writes its terms."""
    terms = GlossaryTerm.objects.values_list("title", "aliases")
    return [spelling for title, aliases in terms for spelling in (title, *aliases)]
