"""Links the first use of each glossary term on a page to its definition."""

import re
from collections.abc import Iterable

from django.urls import reverse

from roles.cited import Link
from roles.models import GlossaryTerm

# Whole words: “base” is not used in “basement”, nor “agile” in “non-agile”.
USE = r"(?<![\w-])({names})(?:e?s)?(?![\w-])"
NEVER = r"(?!)"


class FirstUses:
    """Remembers which terms a page has used already; texts are given in page order."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        glossary = reverse("roles:glossary")
        named = [(name, term) for term in terms for name in (term.title, *term.aliases)]
        longest_first = sorted(named, key=lambda pair: -len(pair[0]))
        self.urls = {name.lower(): f"{glossary}#{term.slug}" for name, term in longest_first}
        names = "|".join(re.escape(name) for name in self.urls)
        self.pattern = re.compile(USE.format(names=names or NEVER), re.IGNORECASE)
        self.used: set[str] = set()

    def link(self, text: str) -> tuple[Link, ...]:
        """Return the text in pieces, those with an address being links; none found, none."""
        pieces: list[Link] = []
        end = 0
        for match in self.pattern.finditer(text):
            url = self.urls[match[1].lower()]
            if url not in self.used:
                self.used.add(url)
                pieces += [Link(text[end : match.start()], ""), Link(match[0], url)]
                end = match.end()
        return (*pieces, Link(text[end:], "")) if pieces else ()
