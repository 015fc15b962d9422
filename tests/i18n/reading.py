"""A page taken apart by the language of its texts, and a catalogue by its entries."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

DEVANAGARI = re.compile("[\u0900-\u097f]")
VOID = {"br", "hr", "img", "input", "line", "link", "meta", "path", "rect"}
UNSAID = {"code", "script", "style", "title"}


class Texts(HTMLParser):
    """Collects every text of a page under the language that its elements say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.of: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language = self.open[-1]
        if tag not in UNSAID and data.strip():
            self.of.setdefault(language, []).append(data.strip())


@dataclass(slots=True)
class Entry:
    """One entry of a catalogue; a message with a plural has two ids and several texts."""

    flags: str = ""
    context: str = ""
    ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def entries(path: Path) -> Iterator[Entry]:
    """Give the entries of a .po file, without its head."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry = read(block)
        if entry.ids and entry.ids[0]:
            yield entry


def read(block: str) -> Entry:
    entry, into = Entry(), [""]
    for line in block.splitlines():
        if line.startswith("#,"):
            entry.flags += line
        elif found := re.match(r"(msgctxt|msgid|msgstr)\S* (?=\")", line):
            into = {"msgctxt": [], "msgid": entry.ids, "msgstr": entry.texts}[found[1]]
            into.append(ast.literal_eval(line[found.end() :]))
            entry.context = into[0] if found[1] == "msgctxt" else entry.context
        elif line.startswith('"'):
            into[-1] += ast.literal_eval(line)
    return entry
