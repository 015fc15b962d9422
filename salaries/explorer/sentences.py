"""What an answer says in words: the page's heading and its sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, gettext_lazy, ngettext_lazy

from salaries.answering.answers import Answer
from salaries.choices import Basis, CompanySize, Kind, View
from salaries.rows import PayRow
from salaries.slices import Slice
from salaries.thresholds import FEW
from salaries.wordings import unit_said


def listed(words: Sequence[object], *, last: str = "") -> str:
    """Return “a”, “a and b” or “a, b and c”; last stands for “and”."""
    *before, final = map(str, words or ("",))
    join = last or gettext("and")
    return f"{', '.join(before)} {join} {final}" if before else final


# What each view adds to the heading.
IN_VIEW = {
    View.DISTRIBUTION: gettext_lazy("{heading}: distribution"),
    View.CITIES: gettext_lazy("{heading}, city by city"),
    View.TREND: gettext_lazy("{heading}: trend"),
}


def heading(
    answer: Answer,
    *,
    roles: Sequence[str],
    cities: Sequence[str],
    industries: Sequence[str] = (),
    sources: Sequence[str] = (),
) -> str:
    """Return the slice in words: every filter that is set, and the role that is shown."""
    asked = answer.asked
    shown = list(dict.fromkeys(row.role for row in answer.rows)) or roles
    levels = listed([level.label for level in asked.levels])
    who = f"{levels} {listed(shown)}" if levels else listed(shown)
    sizes = listed([size.word for size in asked.sizes])
    # Where cities are compared, those that are chosen are marked among the others.
    named = () if asked.view is View.CITIES else cities
    where = listed(named) or listed([country.in_text for country in asked.countries])
    kinds = listed([kind.label.lower() for kind in asked.kinds])
    size_part = gettext(", {sizes} companies").format(sizes=sizes) if sizes else ""
    kind_part = gettext(", {kinds} figures only").format(kinds=kinds) if kinds else ""
    place = gettext("{who} pay in {where}").format(who=who, where=where)
    more = _more_filters(industries, sources)
    text = f"{place}{size_part}{more}{kind_part}{_money(asked)}{_broader(answer.rows)}"
    return IN_VIEW.get(asked.view, "{heading}").format(heading=text)


def _more_filters(industries: Sequence[str], sources: Sequence[str]) -> str:
    parts = (
        (industries, gettext(", industry {values}")),
        (sources, gettext(", source {values}")),
    )
    return "".join(text.format(values=listed(values)) for values, text in parts if values)


def _broader(rows: Sequence[PayRow]) -> str:
    """Say so where broader slices alone are shown: nothing is about what the heading names."""
    notes = dict.fromkeys(row.broader for row in rows)
    return f" ({listed(tuple(notes))})" if notes and all(notes) else ""


def _money(asked: Slice) -> str:
    """Return how the amounts are given, where that is not the currency of the country."""
    unit = gettext(", in {currency}").format(currency=asked.currency) if asked.currency else ""
    adjusted = gettext(", adjusted for purchasing power")
    return unit if asked.basis is Basis.MARKET else unit + adjusted


def statements(answer: Answer) -> tuple[str, ...]:
    """Return what is shown, in a sentence for each source and kind of pay."""
    rows = answer.rows
    if not rows and any(row.city or not answer.asked.is_local for row in answer.claims):
        return (gettext("No figure by level for this choice; those over all levels are below."),)
    if not rows:
        return (gettext("No figure yet for this choice."),)
    groups: dict[object, list[PayRow]] = {}
    for row in rows:
        about = (row.kind, row.pay_kind, row.country, row.role)
        groups.setdefault((*about, said_by(row)), []).append(row)
    return tuple(
        _of_one(group[0]) if len(group) == 1 else _of_group(group) for group in groups.values()
    )


def said_by(row: PayRow) -> str:
    """Return the source that a figure is of; a modelled one has several, its own."""
    return "" if row.is_modelled else row.sources[0].short


# What is said of a single figure, by its kind.
ONE = {
    Kind.REPORTED: gettext_lazy(
        "{subject}: {amount} a year, reported ({origin}), according to {source}."
    ),
    Kind.OBSERVED: gettext_lazy(
        "{subject}: the middle half lies at {amount} a year, observed; median {median} ({origin}), "
        "according to {source}."
    ),
    Kind.MODELLED: gettext_lazy(
        "{subject}: about {amount} a year, modelled; plausible {plausible} ({origin})."
    ),
}


def _of_one(row: PayRow) -> str:
    level = f"{row.level.label} " if row.level else ""
    subject = gettext("{who} pay in {where}").format(
        who=f"{level}{row.role}", where=row.city or row.country.in_text
    )
    return ONE[row.kind].format(
        subject=f"{subject}{_part([row])}",
        amount=row.amount,
        plausible=row.plausible,
        median=row.median,
        origin=f"{row.pay_kind.label}, {row.year_label}, {row.sample}",
        source=said_by(row),
    )


BANDS = ngettext_lazy("%d band", "%d bands")
MIDDLE_HALVES = ngettext_lazy("%d middle half", "%d middle halves")


def _of_group(rows: Sequence[PayRow]) -> str:
    """Return a sentence on figures of one source and kind of pay; none is averaged."""
    first = rows[0]
    bands = MIDDLE_HALVES if first.kind is Kind.OBSERVED else BANDS
    roles = gettext("{role}s").format(role=first.role)
    lowest = min(rows, key=lambda row: row.low)
    highest = max(rows, key=lambda row: (row.high, row.open_ended))
    return gettext(
        "{kind} pay of {roles} in {where}: {bands} from {lowest} to {highest} a year ({origin})."
    ).format(
        kind=first.kind.label,
        roles=f"{_shared_level(rows)}{roles}",
        where=f"{_where(rows)}{_part(rows)}{_according_to(first)}",
        bands=bands % len(rows),
        lowest=f"{lowest.low_said}{_level(lowest, rows)}",
        highest=f"{highest.high_said}{_level(highest, rows)}",
        origin=f"{first.pay_kind.label}, {_years(rows)}, {_samples(rows)}",
    )


def _according_to(row: PayRow) -> str:
    source = said_by(row)
    return gettext(", according to {source}").format(source=source) if source else ""


def _shared_level(rows: Sequence[PayRow]) -> str:
    """Return the level that all rows have, to stand before the role; nothing where they differ."""
    (level, *others) = dict.fromkeys(row.level for row in rows)
    return f"{level.label} " if level and not others else ""


def _where(rows: Sequence[PayRow]) -> str:
    cities = sorted({row.city for row in rows if row.city})
    everywhere = [] if all(row.city for row in rows) else [rows[0].country.in_text]
    return listed([*cities, *everywhere])


def _part(rows: Sequence[PayRow]) -> str:
    """Return company sizes and industries of the rows, each unless one of them is about all."""
    sizes = [size.word for size in CompanySize if size in {row.size for row in rows}]
    size_part = gettext(", {sizes} companies").format(sizes=listed(sizes))
    industries = sorted({row.industry for row in rows})
    return (size_part if all(row.size for row in rows) else "") + (
        _more_filters(industries, ()) if all(industries) else ""
    )


def _level(row: PayRow, rows: Sequence[PayRow]) -> str:
    """Return the level of a row, unless all have the same one, which is named before."""
    has_others = any(other.level is not row.level for other in rows)
    return f" ({row.level.label.lower()})" if row.level and has_others else ""


def _years(rows: Sequence[PayRow]) -> str:
    return listed(sorted({row.year_label for row in rows}))


def _samples(rows: Sequence[PayRow]) -> str:
    """Return the sample that the rows share, or the smallest and the largest of theirs."""
    known = [row.n for row in rows if row.n is not None]
    texts = {row.sample for row in rows}
    if len(texts) == 1 or not known:
        return listed(sorted(texts))
    spread = gettext("n = {start} to {end} {unit}").format(
        start=_number(min(known)), end=_number(max(known)), unit=unit_said(rows[0].n_unit)
    )
    return gettext("tier: {sample}").format(sample=spread) if rows[0].is_modelled else spread


def _number(n: int) -> str:
    return gettext("{number} (few)").format(number=n) if n < FEW else f"{n:,}"
