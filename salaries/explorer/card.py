"""A slice as a picture for other sites: lines of text and bars, with their places on the card."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from textwrap import wrap

from salaries.answering.answers import Answer
from salaries.choices import Kind
from salaries.explorer import bands
from salaries.explorer.bands import Bar
from salaries.explorer.notices import conversions
from salaries.explorer.sentences import listed
from salaries.rows import PayRow

# More bars than this are a table, for which the page is the place.
MOST_BARS = 4
MOST_SOURCES = 3
WIDTH, MARGIN = 640, 20
INNER = WIDTH - 2 * MARGIN
# Characters that fit beside each other, in the widest of the usual fonts.
TITLE_WIDTH, NOTE_WIDTH = 42, 80
TITLE_LEAD, NOTE_LEAD, BAR_HEIGHT = 28, 17, 14
# Dark where the reader's system is. The policy of the answer names this text by its digest, and
# so allows no other.
STYLE = (
    "@media(prefers-color-scheme:dark){.p{fill:#12171c}.i{fill:#e7eaee}.m{fill:#a7b1bc}"
    ".r{fill:#6db7e8}.o{fill:#1d5c4c;stroke:#6fd0b5}.d{fill:#4a2c14;stroke:#f2a66b}"
    ".t{stroke:#e7eaee}}"
)
POLICY = {
    "default-src": ["'none'"],
    "style-src": [f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
}


@dataclass(frozen=True, slots=True)
class Text:
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure: its label and amount, its bar, and below it what an amount must carry."""

    y: int
    label: str
    amount: str
    kind: Kind
    x: int
    width: int
    median: int | None
    notes: tuple[Text, ...]

    @property
    def bar_y(self) -> int:
        return self.y + 8

    @property
    def bottom(self) -> int:
        return self.notes[-1].y + 30


@dataclass(frozen=True, slots=True)
class Card:
    title: tuple[Text, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Text, ...]
    height: int


def card(answer: Answer, *, heading: str, release: str) -> Card:
    """Return the first rows of the page, four at most, under the heading of the slice."""
    title = texts(heading, TITLE_WIDTH, y=36, lead=TITLE_LEAD)
    entries = tuple(_entries(answer.page_rows[:MOST_BARS], y=title[-1].y + 36))
    foot = entries[-1].bottom if entries else title[-1].y + 36
    rates = conversions(replace(answer, claims=()))
    said = " ".join([*_left_out(answer), *rates, *_dated(release), "tpmguide"])
    notes = texts(said, NOTE_WIDTH, y=foot, lead=NOTE_LEAD)
    return Card(title, entries, notes, notes[-1].y + MARGIN)


def texts(said: str, width: int, *, y: int, lead: int) -> tuple[Text, ...]:
    """Return the lines of a text, the first at y and each lower by the lead."""
    # A sample, such as n = 9, is not torn apart: a line breaks at plain spaces only.
    lines = wrap(said.replace("n = ", "n\u00a0=\u00a0"), width)
    return tuple(Text(y + at * lead, line.replace("\u00a0", " ")) for at, line in enumerate(lines))


def _left_out(answer: Answer) -> Iterator[str]:
    if not answer.rows:
        yield "No figure yet for this choice."
    elif (drawn := len(answer.page_rows[:MOST_BARS])) < len(answer.rows):
        yield f"{drawn} of {len(answer.rows)} figures."


def _dated(release: str) -> Iterator[str]:
    if release:
        yield f"Data release {release}."


def _entries(rows: Sequence[PayRow], *, y: int) -> Iterator[Entry]:
    panels = bands.panels(rows)
    for panel in panels:
        where = f", {panel.country.label}" if len(panels) > 1 else ""
        for bar in panel.bars:
            entry = _entry(bar, f"{bar.label}{where}", y)
            yield entry
            y = entry.bottom


def _entry(bar: Bar, label: str, y: int) -> Entry:
    row = bar.row
    return Entry(
        y,
        label,
        f"{row.amount} a year",
        row.kind,
        MARGIN + _share(bar.x),
        _share(bar.width),
        None if bar.median is None else MARGIN + _share(bar.median),
        texts(_provenance(row), NOTE_WIDTH, y=y + BAR_HEIGHT + 26, lead=NOTE_LEAD),
    )


def _share(percent: float) -> int:
    return round(INNER * percent / 100)


def _provenance(row: PayRow) -> str:
    """Return kind, kind of pay, year, sample and sources of an amount, and what its ends are."""
    names = [source.short for source in row.sources]
    more = len(names) - MOST_SOURCES
    shown = [*names[:MOST_SOURCES], f"{more} more"] if more > 0 else names
    ends = {
        Kind.REPORTED: "",
        Kind.OBSERVED: f", P25 to P75, median {row.median}",
        Kind.MODELLED: f", plausible {row.plausible}",
    }
    kind = f"{row.kind.label}{ends[row.kind]}: {row.pay_kind.label}"
    return f"{kind}; {row.year_label}; {row.sample}; {listed(shown)}."
