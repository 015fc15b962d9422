"""What pay did: a line for each release that answers the slice, and for each year observed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.text import capfirst
from django.utils.translation import gettext

from salaries.answering import answers
from salaries.answering.answers import Answer, Rows, sort_key
from salaries.answering.ledger import Ledger
from salaries.choices import View
from salaries.explorer import bands
from salaries.explorer.bands import Bar
from salaries.explorer.joining import have_medians, other_method
from salaries.explorer.samples import samples
from salaries.explorer.sentences import listed
from salaries.explorer.series import Chart, Line, about, identity, together
from salaries.models import DataRelease
from salaries.observed.spread import years_apart
from salaries.rows import PayRow
from salaries.slices import Slice

# How many releases are asked, the newest ones: each takes an answer of its own.
MOST_RELEASES = 12
# One year by itself says what its release says.
FEWEST_YEARS = 2


def answer(asked: Slice, ledgers: Mapping[DataRelease, Ledger]) -> Answer:
    """Return the series of the slice: the same figure in each release, then in each year.

    The ledgers are those of the releases, the newest first.
    """
    found = [answers.answer(asked, ledger) for ledger in ledgers.values()]
    rows = [row for one in reversed(found) for row in (*one.rows, *one.claims)]
    series = sorted(together(rows, identity), key=lambda rows: sort_key(rows[-1], asked))
    return found[0].charted(asked, [*series, *_by_year(asked, next(iter(ledgers.values())))])


def _by_year(asked: Slice, ledger: Ledger) -> Iterator[Rows]:
    """Yield the years of each observed figure of the release that is shown."""
    for found in answers.observed(asked, ledger):
        if ledger.observed is not None:
            years = years_apart(ledger.observed, found)
            if len(years) >= FEWEST_YEARS:
                yield years


def is_by_year(rows: Rows) -> bool:
    """Whether a series is one of years: all its rows are of one release."""
    return len(rows) >= FEWEST_YEARS and len({row.release for row in rows}) == 1


def counted(found: Answer, release: str) -> Rows:
    """Return the rows whose samples a title adds up: of a trend, those of one release once."""
    if found.asked.view is not View.TREND:
        return found.rows
    rows = (row for chart in found.charts if not is_by_year(chart) for row in chart)
    return tuple(row for row in rows if row.release == release)


def charts(found: Answer, releases: Sequence[DataRelease], path: str) -> tuple[Chart, ...]:
    """Return a chart for each series of the page; the releases are the newest first."""
    return tuple(_chart(rows, found.asked, releases, path) for rows in found.page_charts)


def _chart(rows: Rows, asked: Slice, releases: Sequence[DataRelease], path: str) -> Chart:
    by_year = is_by_year(rows)
    steps = _years(rows) if by_year else _releases(rows, releases)
    panel = bands.panel(rows, [step.label for step in steps if step.row])
    bars = iter(panel.bars)
    drawn = [(step, next(bars) if step.row else None) for step in steps]
    lines = [
        Line(step.label, _url(step.release, asked, path), bar, break_before=step.why_broken)
        for step, bar in drawn
    ]
    column = gettext("Year") if by_year else gettext("Release")
    return Chart(
        _title(rows, by_year=by_year),
        _sentence(steps),
        column,
        tuple(_joined(lines, [step.is_joined for step in steps])),
        panel,
    )


def _title(rows: Rows, *, by_year: bool) -> str:
    text = (
        gettext("{about}, by year observed ({sample}, release {release})")
        if by_year
        else gettext("{about}, by release ({sample}, {release})")
    )
    first, last = rows[0].release, rows[-1].release
    releases = first if first == last else gettext("{start} to {end}").format(start=first, end=last)
    # Years add up to a sample; the releases show the same one again.
    sample = samples(rows if by_year else rows[-1:])
    return text.format(about=about(rows[-1]), sample=sample, release=releases)


@dataclass(frozen=True, slots=True)
class Step:
    """A release or a year; without a row it has not enough data.

    It is joined to the step before where both were made in the same way, or says why not.
    """

    label: str
    release: str
    row: PayRow | None
    is_joined: bool = False
    why_broken: str = ""


def _years(rows: Rows) -> list[Step]:
    steps = [Step(str(row.year), row.release, row) for row in rows]
    gap = gettext("no figure for the years between")
    return _compared(steps, lambda old, new: gap if new.year - old.year > 1 else "")


def _releases(rows: Rows, releases: Sequence[DataRelease]) -> list[Step]:
    present = {
        release.slug: [row for row in rows if row.release == release.slug] for release in releases
    }
    steps = [
        Step(slug, slug, row)
        for slug, found in reversed(present.items())
        for row in found or (None,)
    ]
    notes = {release.slug: release.method_note for release in releases}
    return _compared(steps, lambda old, new: notes[new.release] or other_method(old, new))


def _compared(steps: list[Step], reason: Callable[[PayRow, PayRow], str]) -> list[Step]:
    """Return the steps, each with how it follows the one before."""
    compared = steps[:1]
    for old, new in pairwise(steps):
        why = reason(old.row, new.row) if old.row and new.row else ""
        is_joined = have_medians(old.row, new.row) and not why and old.label != new.label
        compared.append(replace(new, is_joined=is_joined, why_broken=why))
    return compared


def _joined(lines: Sequence[Line], is_joined: Sequence[bool]) -> list[Line]:
    """Return the lines with the places where the joins of their medians cross their edges."""
    joined = list(lines)
    for at, joins in enumerate(is_joined):
        if joins:
            above, below = joined[at - 1], joined[at]
            middle = _between(above.bar, below.bar)
            joined[at - 1 : at + 1] = replace(above, below=middle), replace(below, above=middle)
    return joined


def _between(one: Bar | None, other: Bar | None) -> float | None:
    if one is None or other is None or one.median is None or other.median is None:
        return None
    return round((one.median + other.median) / 2, 2)


def _url(release: str, asked: Slice, path: str) -> str:
    """Return the permanent link to what one release says."""
    return asked.pinned_to(release).seen_as(View.BANDS).url(path)


def _sample(row: PayRow) -> str:
    """Return the sample of a figure where that is its own and known."""
    return f" ({row.sample})" if row.n is not None and not row.is_modelled else ""


def _at(time: str, row: PayRow) -> str:
    """Return the figure at its time."""
    return gettext("{pay} in {time}").format(pay=row.middle, time=time) + _sample(row)


def _course(known: Sequence[tuple[str, PayRow]]) -> str:
    """Return the first and the last figure, or that all are one."""
    (first, row), (last, _) = known[0], known[-1]
    if len(known) == 1:
        return f"{capfirst(_at(first, row))}. " + gettext("One point is no trend.")
    if len({(one.amount, one.middle, one.sample) for _, one in known}) == 1:
        text = gettext("No change from {start} to {end}: {pay}.")
        return text.format(start=first, end=last, pay=f"{row.middle}{_sample(row)}")
    return f"{capfirst(listed([_at(*known[0]), _at(*known[-1])]))}."


def _sentence(steps: Sequence[Step]) -> str:
    """Return the first and the last figure of the series, and where the method changes."""
    known = [(step.label, step.row) for step in steps if step.row]
    text = _course(known)
    broken = [f"{step.label}: {step.why_broken}" for step in steps if step.why_broken]
    if broken:
        text = f"{text} " + gettext("The line is broken at {places}.").format(
            places="; ".join(broken)
        )
    return text
