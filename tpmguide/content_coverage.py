"""Which facts of the content inventory the content holds, with every document they come from."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from roles.inventory import INVENTORY_ID
from roles.models import Claim, Source
from salaries.models import Factor, PayFigure

Holder = Claim | Source | PayFigure | Factor
# Rows under this prefix list what is left out on purpose.
EXEMPT = "N"
# After this heading the same facts come again, cut another way.
END_OF_TABLES = "# Appendices"
STRUCK_THROUGH = "~~"
FILE = re.compile(r"\b(\d{3})_\w+\.txt:")
# Id, fact, where in the documents, where on the site.
COLUMNS = 4
LONGEST_FACT = 70


class InventoryError(Exception):
    """The inventory cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the inventory, and the ids of the documents that say it."""

    id: str
    text: str
    documents: frozenset[str]
    is_dropped: bool = False

    @property
    def prefix(self) -> str:
        return self.id.partition("-")[0]

    @property
    def must_be_met(self) -> bool:
        return not self.is_dropped and self.prefix != EXEMPT

    @property
    def short(self) -> str:
        return self.text if len(self.text) <= LONGEST_FACT else f"{self.text[:LONGEST_FACT]}…"


@dataclass(frozen=True, slots=True)
class Unmet:
    """A fact that no object holds, or that the nearest object holds without these documents."""

    fact: Fact
    uncited: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.uncited:
            return f"{self.fact.id} not met: {self.fact.short}"
        verb = "is" if len(self.uncited) == 1 else "are"
        missing = f"{', '.join(self.uncited)} {verb} not cited"
        return f"{self.fact.id} partly met: {missing}: {self.fact.short}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many facts were looked for, and which of them were not found."""

    facts: int
    unmet: tuple[Unmet, ...]

    def __str__(self) -> str:
        counts = Counter(unmet.fact.prefix for unmet in self.unmet)
        missing = ", ".join(f"{prefix} {count}" for prefix, count in sorted(counts.items()))
        met = f"Inventory: {self.facts - len(self.unmet)} of {self.facts} rows met"
        return f"{met}; not met: {missing}." if missing else f"{met}."


def read_inventory(path: Path) -> list[Fact]:
    """Read the rows of the tables; raise InventoryError where there are none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InventoryError(f"{path} cannot be read: {error}") from error
    facts = list(facts_of(text.partition(f"\n{END_OF_TABLES}")[0]))
    if not facts:
        raise InventoryError(f"{path} holds no row such as “| R-01 | fact | file:line | where |”.")
    return facts


def facts_of(tables: str) -> Iterator[Fact]:
    for line in tables.splitlines():
        is_dropped = STRUCK_THROUGH in line
        cells = line.replace(STRUCK_THROUGH, "").strip("| ").split(" | ")
        if len(cells) >= COLUMNS and INVENTORY_ID.fullmatch(cells[0]):
            text = " | ".join(cells[1:-2])
            yield Fact(cells[0], text, documents_in(cells[-2]), is_dropped)


def documents_in(cited: str) -> frozenset[str]:
    """Return the ids of the cited files: 000 is the first document, DOC-01."""
    return frozenset(f"DOC-{int(number) + 1:02}" for number in FILE.findall(cited))


def to_be_met(facts: Iterable[Fact], *, prefixes: Collection[str]) -> list[Fact]:
    """Keep the facts that count, of these prefixes or of all; refuse a prefix without facts."""
    counting = [fact for fact in facts if fact.must_be_met]
    unknown = set(prefixes) - {fact.prefix for fact in counting}
    if unknown:
        raise InventoryError(f"The inventory has no rows of prefix {', '.join(sorted(unknown))}.")
    return [fact for fact in counting if not prefixes or fact.prefix in prefixes]


def coverage(facts: Collection[Fact], holders: Iterable[Holder]) -> Coverage:
    """Hold the facts against the objects that say they carry them."""
    cited: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for holder in holders:
        documents = documents_of(holder)
        for inventory_id in ids_of(holder):
            cited[inventory_id].append(documents)
    found = (unmet(fact, cited[fact.id]) for fact in facts)
    return Coverage(len(facts), tuple(item for item in found if item is not None))


def unmet(fact: Fact, holders: Collection[frozenset[str]]) -> Unmet | None:
    """Return what the nearest of the objects lacks, or None when one holds the whole fact."""
    if not holders:
        return Unmet(fact)
    uncited = min((fact.documents - documents for documents in holders), key=len)
    return Unmet(fact, tuple(sorted(uncited))) if uncited else None


def documents_of(holder: Holder) -> frozenset[str]:
    """Return the ids of the source documents that the object names."""
    return frozenset(
        inventory_id
        for source in sources_of(holder)
        for inventory_id in ids_of(source)
        if inventory_id.startswith("DOC-")
    )


def ids_of(holder: Holder) -> list[str]:
    """Return the ids that can be compared; a malformed list is another check's finding."""
    ids = holder.inventory_ids
    return [item for item in ids if isinstance(item, str)] if isinstance(ids, list) else []


def sources_of(holder: Holder) -> list[Source]:
    match holder:
        case Source():
            return [holder]
        case Factor():
            return list(holder.sources.all())
        case Claim():
            return [citation.source for citation in holder.citations.all()]
        case _:
            return [holder.source]
