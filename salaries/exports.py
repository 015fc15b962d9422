"""A slice as a file: what it is in its head, one row per figure, a mark at its end."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from salaries.answers import Answer
from salaries.rows import PayRow
from salaries.slices import Slice

COLUMNS = (
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
    "low",
    "high",
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
    "year",
    "year_as_printed",
    "sources",
    "place",
    "note",
    "conversion",
    "confidence",
    "release",
)
LICENCE = (
    "Figures are facts quoted with their source, or computed from it; name the sources in the "
    "column 'sources' wherever you show them."
)
# A spreadsheet runs a text cell that starts with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def file_url(asked: Slice) -> str:
    """Return the address of the file, which is one in English for readers of any language."""
    with override(settings.LANGUAGE_CODE):
        return asked.on_page(1).url(reverse("salaries:export"))


def safe(cell: object) -> object:
    """Return a text so that no spreadsheet takes it for a formula; a number as it is."""
    is_formula = isinstance(cell, str) and cell.startswith(FORMULA_STARTS)
    return f"'{cell}" if is_formula else cell


ENDS = (
    "low and high are the ends of a reported or modelled band; of observed pay they are the "
    "25th and 75th percentile. A modelled row has no sample; its note gives the working."
)


def pay_lines(
    answer: Answer, *, heading: str, url: str, release: str
) -> Iterator[Sequence[object]]:
    """Yield the lines of the file; its last line repeats how many rows a whole file has."""
    yield ("# tpmguide", safe(heading))
    yield ("# query", safe(url))
    yield ("# data release", safe(release))
    yield ("# licence", LICENCE)
    yield ("# low and high", ENDS)
    yield ("# rows", len(answer.rows))
    yield COLUMNS
    for row in answer.rows:
        yield pay_cells(row)
    yield ("# end of file", len(answer.rows))


def pay_cells(row: PayRow) -> tuple[object, ...]:
    """Return the row in the order of COLUMNS; an amount that is not known is empty."""
    texts = (
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
    numbers = (
        row.low,
        row.high,
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
    origin = ("" if row.working else row.n_unit, row.year, row.year_label)
    sources = "; ".join(source.name for source in row.sources)
    note = row.working.in_short if row.working else row.note
    converted = f"{row.conversion.text} ({row.conversion.source.name})" if row.conversion else ""
    ends = (sources, row.place, note, converted, row.grade, row.release)
    return tuple(map(safe, (*texts, *numbers, *origin, *ends)))
