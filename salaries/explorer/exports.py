"""A slice as a file: what it is in its head, one row per figure, a mark at its end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from salaries.answering.answers import Answer
from salaries.disclosure.showing import Bar
from salaries.observed.spread import Distribution
from salaries.rows import PayRow
from salaries.slices import Slice
from salaries.spreadsheets import safe

DESCRIBED = (
    "role",
    "level",
    "years",
    "country",
    "city",
    "company_size",
    "industry",
    "kind",
    "pay_kind",
    "currency",
)
COLUMNS = (
    *DESCRIBED,
    "low",
    "high",
    "measure",
    "open_ended",
    "plausible_low",
    "plausible_high",
    "p10",
    "p50",
    "p50_low",
    "p50_high",
    "p90",
    "n",
    "n_unit",
    "sample",
    "year",
    "year_basis",
    "year_as_printed",
    "sources",
    "place",
    "note",
    "conversion",
    "confidence",
    "release",
)
BAR_COLUMNS = (
    *DESCRIBED,
    "from",
    "to",
    "n",
    "n_unit",
    "year_as_printed",
    "sources",
    "place",
    "note",
    "confidence",
    "release",
)
LICENCE = (
    "Figures are facts quoted with their source, or computed from it; name the sources in the "
    "column 'sources' wherever you show them."
)
ENDS = (
    "low and high are what the column 'measure' says: the ends of a band, the 25th and 75th "
    "percentile of observed pay, an average twice, or the lowest and highest of averages. A "
    "modelled row has no sample; its note gives the working. A row "
    "without a level is a figure over all levels."
)
BOUNDS = (
    "n observations lie from the one amount up to, not including, the other; an empty end is open."
)
NO_BARS = "There is not enough data for a distribution."


def file_url(asked: Slice) -> str:
    """Return the address of the file, which is one in English for readers of any language."""
    with override(settings.LANGUAGE_CODE):
        return asked.on_page(1).url(reverse("salaries:export"))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a file: the slice in words, its address and its release.

    ignored are the names of parameters that were asked for and are not understood.
    """

    heading: str
    url: str
    release: str
    ignored: tuple[str, ...] = ()


def pay_lines(answer: Answer, head: Head) -> Iterator[Sequence[object]]:
    """Yield the lines of the file: the rows, then the figures over all levels beside them.

    Its last line repeats how many rows a whole file has.
    """
    cells = [pay_cells(row) for row in (*answer.rows, *answer.claims)]
    return lines(head, [("# low and high", ENDS)], COLUMNS, cells)


def bar_lines(spread: Iterable[Distribution], head: Head) -> Iterator[Sequence[object]]:
    """Yield the lines of a file of distributions: one for each bar, or one for all rows."""
    cells = [bar_cells(one.row, bar) for one in spread for bar in one.bars or (None,)]
    return lines(head, [("# from and to", BOUNDS)], BAR_COLUMNS, cells)


def lines(
    head: Head,
    notes: Iterable[Sequence[str]],
    columns: Sequence[str],
    cells: Sequence[Sequence[object]],
) -> Iterator[Sequence[object]]:
    """Yield a whole file: its head with the notes, the rows, and how many a whole file has."""
    yield ("# tpmguide", safe(head.heading))
    yield ("# query", safe(head.url))
    yield ("# data release", safe(head.release))
    if head.ignored:
        yield ("# ignored", safe(f"no such parameter: {', '.join(head.ignored)}"))
    yield ("# licence", LICENCE)
    yield from notes
    yield ("# rows", len(cells))
    yield columns
    yield from cells
    yield ("# end of file", len(cells))


def bar_cells(row: PayRow, bar: Bar | None) -> tuple[object, ...]:
    """Return a bar of the distribution behind a row, in the order of BAR_COLUMNS.

    Without a bar, all observations of the row lie between two open ends.
    """
    sources = "; ".join(source.name for source in row.sources)
    drawn = (bar.low, bar.high, bar.n) if bar else (None, None, row.n)
    note = _note(row) if bar else ". ".join(filter(None, (_note(row), NO_BARS)))
    origin = (row.n_unit, row.year_label, sources, row.place, note, row.grade, row.release)
    return tuple(map(safe, (*_described(row), *drawn, *origin)))


def pay_cells(row: PayRow) -> tuple[object, ...]:
    """Return the row in the order of COLUMNS; an amount that is not known is empty."""
    numbers = (
        row.low,
        row.high,
        row.measure.value,
        "yes" if row.open_ended else "no",
        row.plausible_low,
        row.plausible_high,
        row.p10,
        row.p50,
        row.p50_low,
        row.p50_high,
        row.p90,
        None if row.working else row.n,
    )
    unit = "" if row.working else row.n_unit
    origin = (unit, row.sample, row.year, row.year_basis.value, row.year_label)
    sources = "; ".join(source.name for source in row.sources)
    note = row.working.in_short if row.working else _note(row)
    converted = f"{row.conversion.text} ({row.conversion.source.name})" if row.conversion else ""
    ends = (sources, row.place, note, converted, row.grade, row.release)
    return tuple(map(safe, (*_described(row), *numbers, *origin, *ends)))


def _note(row: PayRow) -> str:
    return ". ".join(filter(None, (row.broader, row.note)))


def _described(row: PayRow) -> tuple[object, ...]:
    """Return what a row is about, in the order of DESCRIBED."""
    return (
        row.role,
        row.level.value if row.level else "",
        row.level.years if row.level else "",
        row.country.label,
        row.city,
        row.size.value if row.size else "",
        row.industry,
        row.kind.value,
        row.pay_kind.label,
        row.currency.value,
    )
