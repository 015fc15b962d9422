"""How a page reads: its sentences, and what in them is too long, promotional or off the glossary.

Pure: markup and words go in, sentences come out.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

# A page whose sentences are longer on average is hard to read aloud.
LONGEST_AVERAGE = 25
# Words that praise where a fact should stand. Sources' own titles may hold them.
PROMOTIONAL = (
    "amazing",
    "awesome",
    "best-in-class",
    "breathtaking",
    "cutting-edge",
    "exciting",
    "game-changing",
    "groundbreaking",
    "incredible",
    "leading-edge",
    "revolutionary",
    "seamless",
    "state-of-the-art",
    "stunning",
    "ultimate",
    "unparalleled",
    "unrivalled",
    "vibrant",
    "world-class",
)
PROMOTION = re.compile(rf"\b({'|'.join(map(re.escape, PROMOTIONAL))})\b", re.IGNORECASE)
# What is inside is no prose of the guide: code, names of sources, the frame around the page.
NOT_PROSE = {"script", "style", "svg", "code", "cite", "nav", "select", "template"}
BLOCKS = {"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "figcaption", "summary"}
BLOCKS |= {"div", "section", "article", "label", "legend", "caption", "ul", "ol", "dl", "table"}
SENTENCE_END = re.compile(r"(?<=[.!?])[”)]?\s+(?=[“(]?[A-Z0-9₹])")


class Reader(HTMLParser):
    """Collects the text of each block inside the main part of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.is_main = False
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.is_main = self.is_main or tag == "main"
        self.skipped += tag in NOT_PROSE
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.is_main = self.is_main and tag != "main"
        self.skipped -= tag in NOT_PROSE
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.is_main and not self.skipped:
            self.blocks[-1] += data


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, and the words it is wrong with."""

    problem: str
    where: str

    def __str__(self) -> str:
        return f"{self.problem}: {self.where}"


def sentences(markup: str) -> tuple[str, ...]:
    """Return the whole sentences of the main part of a page; headings and labels are none."""
    reader = Reader()
    reader.feed(markup)
    texts = (" ".join(block.split()) for block in reader.blocks)
    return tuple(
        sentence
        for text in texts
        for sentence in SENTENCE_END.split(text)
        if sentence.endswith((".", "!", "?", ".”", ".)"))
    )


def faults(page: Iterable[str], spellings: "Spellings") -> Iterator[Fault]:
    """Yield what is wrong with the sentences of one page."""
    lines = tuple(page)
    if (average := words_a_sentence(lines)) > LONGEST_AVERAGE:
        longest = max(lines, key=lambda line: len(line.split()))
        yield Fault(f"{average:.1f} words a sentence, more than {LONGEST_AVERAGE}", longest)
    for line in lines:
        yield from (Fault(f"“{word}” praises", line) for word in PROMOTION.findall(line))
        yield from spellings.faults(line)


def words_a_sentence(lines: Collection[str]) -> float:
    return sum(len(line.split()) for line in lines) / len(lines) if lines else 0.0


class Spellings:
    """The terms of the glossary with their aliases: hyphens and the capitals of acronyms count."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.known: dict[str, set[str]] = {}
        for term in terms:
            self.known.setdefault(loosely(term), set()).add(term)
        # The longest term first, so that a term inside another is not found in its place.
        words = sorted(self.known, key=len, reverse=True)
        patterns = ("[ -]".join(map(re.escape, word.split())) for word in words)
        self.pattern = re.compile(rf"(?<![\w-])({'|'.join(patterns)})(?![\w-])", re.IGNORECASE)

    def faults(self, line: str) -> Iterator[Fault]:
        for found in self.pattern.finditer(line):
            terms = self.known.get(loosely(found[0]), set())
            if terms and not any(written_as(found[0], term) for term in terms):
                yield Fault(f"“{found[0]}” is “{min(terms)}” in the glossary", line)


def loosely(text: str) -> str:
    return text.casefold().replace("-", " ")


def written_as(text: str, term: str) -> bool:
    """Whether the text is the term: hyphens count, and so do the capitals of an acronym."""
    given, right = text.split(), term.split()
    return len(given) == len(right) and all(map(same_word, given, right))


def same_word(text: str, word: str) -> bool:
    is_acronym = any(letter.isupper() for letter in word[1:])
    return text == word if is_acronym else text.casefold() == word.casefold()
