"""The band as a file: a row for each level, then a row for each figure, as the page has them."""

from collections.abc import Iterator, Sequence

from salaries.band import words
from salaries.band.asking import Asking
from salaries.band.evidence import Evidence
from salaries.band.steps import Step, steps
from salaries.explorer import exports
from salaries.rows import PayRow
from salaries.spreadsheets import safe

# What a row is, and what is built; then the figure that it rests on, or that it is.
BUILT = (
    "row",
    "band_level",
    "minimum",
    "midpoint",
    "maximum",
    "spread_percent",
    "overlap",
    "overlap_percent",
    "progression_percent",
    "remark",
)
COLUMNS = (*BUILT, *exports.COLUMNS)
ROWS = (
    "a row 'band' is a level, built around the figure in its own columns; a row 'evidence' is a "
    "figure of the slice with the midpoint that it gives. minimum, midpoint and maximum are whole "
    "units of the column 'currency'. overlap is what a band shares with the one that is asked "
    "for, in money and in per cent of the width of the latter; progression is from the lower "
    "midpoint to the higher."
)


def band_lines(asked: Asking, head: exports.Head) -> Iterator[Sequence[object]]:
    """Yield the lines of the file; a pay is no part of it."""
    anchor, plan = asked.anchor, asked.plan
    found = steps(asked.explorer, plan) if plan else ()
    cells = [_step_cells(one, asked.spread) for one in found]
    cells += [_figure_cells(one, anchor) for one in asked.evidence]
    return exports.lines(head, tuple(_notes(asked, anchor)), COLUMNS, cells)


def _notes(asked: Asking, anchor: Evidence | None) -> Iterator[Sequence[str]]:
    yield "# rows are", ROWS
    yield "# low and high", exports.ENDS
    if asked.stale_key:
        yield "# midpoint", words.stale()
    if anchor:
        yield "# midpoint", f"{words.basis(anchor.row)}, of the row below that says so"
        for line in words.reasons(anchor, is_chosen=bool(asked.key)):
            yield "# midpoint", line
    else:
        yield "# midpoint", "no band is built: no figure of the slice gives its midpoint"
    if said := words.warning(asked.explorer.answer.rows, anchor):
        yield "# warning", said


def _step_cells(one: Step, spread: int) -> tuple[object, ...]:
    band, beside = one.band, one.beside
    built = (band.low, band.mid, band.high, spread) if band else (None,) * 4
    overlap = (beside.overlap, round(beside.overlap_percent, 1)) if beside else (None, None)
    progression = round(beside.progression, 1) if beside else None
    cells = ("band", one.level.value, *built, *overlap, progression, one.remark)
    return (*map(safe, cells), *_of_figure(one.row))


def _figure_cells(one: Evidence, anchor: Evidence | None) -> tuple[object, ...]:
    level = one.row.level.value if one.row.level else ""
    remark = "its middle is the midpoint of the band" if one == anchor else ""
    cells = ("evidence", level, None, one.middle, None, None, None, None, None, remark)
    return (*map(safe, cells), *_of_figure(one.row))


def _of_figure(row: PayRow | None) -> tuple[object, ...]:
    return exports.pay_cells(row) if row else (None,) * len(exports.COLUMNS)
