"""What a visitor must know before reading the figures of an answer."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext, gettext_lazy

from salaries.answering.answers import Answer
from salaries.choices import Basis, Kind, PayKind, View
from salaries.explorer.sentences import listed
from salaries.rows import PayRow
from salaries.slices import Slice

# Views that show less than the bands do.
NOTHING_IN_VIEW = {
    View.DISTRIBUTION: gettext_lazy(
        "This release holds too few observations for this choice, or none, so there is no "
        "distribution. The bands show what else is known."
    ),
    View.CITIES: gettext_lazy(
        "No figure of this choice is about a city. The bands show what is known."
    ),
}


def notices(answer: Answer, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a visitor must know before reading the figures; names are those of roles."""
    return tuple(_notices(answer, names))


def _notices(answer: Answer, names: Mapping[str, str]) -> Iterable[str]:
    rows = answer.rows
    if answer.by_proxy and rows:
        yield gettext(
            "No observed figure of the United States is about Technical Product Managers. These "
            "are figures for Product Managers; no premium is added."
        )
    if answer.asked.view is View.DISTRIBUTION and rows:
        yield gettext(
            "What is drawn are the observations that this release holds; the bands show the "
            "other figures too."
        )
    yield from conversions(answer)
    yield from _modelled(rows)
    if len({row.pay_kind for row in rows}) > 1:
        yield gettext("Different kinds of pay stand side by side and are not averaged.")
    if any(row.level and row.pay_kind is PayKind.ADVERTISED for row in rows):
        yield gettext(
            "The level of an advert is the code that its index gives it, not a number of years."
        )
    yield from _weak_places(rows)
    yield from _without_rows(answer, names) if rows else _why_nothing(answer)


def conversions(answer: Answer) -> Iterable[str]:
    """Say at which rate amounts are converted, each once, and which cannot be."""
    rows = (*answer.rows, *answer.claims)
    for conversion in dict.fromkeys(row.conversion for row in rows if row.conversion):
        yield gettext("Amounts are {conversion}. Source: {source}.").format(
            conversion=conversion.text, source=conversion.source.short
        )
    if any(row.conversion and row.kind is not Kind.OBSERVED for row in rows):
        yield gettext("Reported and modelled amounts are rounded to three digits.")
    yield from _unconverted(rows, answer.asked)


def _unconverted(rows: Sequence[PayRow], asked: Slice) -> Iterable[str]:
    if asked.basis is Basis.PURCHASING_POWER:
        for own in dict.fromkeys(row.currency for row in rows if row.basis is Basis.MARKET):
            yield gettext(
                "What {own} buys is not known of a year before this release: these amounts are "
                "not adjusted."
            ).format(own=own.value)
    elif wanted := asked.currency:
        for own in dict.fromkeys(row.currency for row in rows if row.currency != wanted):
            yield gettext(
                "No rate from {own} to {wanted} is kept of a year before this release: these "
                "amounts stay in {own}."
            ).format(own=own.value, wanted=wanted.value)


def _modelled(rows: Sequence[PayRow]) -> Iterable[str]:
    """Say what a modelled figure is, and whether anything else is known of the slice."""
    if not any(row.is_modelled for row in rows):
        return
    if not all(row.is_modelled for row in rows):
        yield gettext(
            "A modelled figure is a national band times ratios. Its plausible range is that band, "
            "widened by the error of the model."
        )
        return
    yield gettext(
        "No source that this guide holds gives pay for this choice. "
        "What is shown is modelled: a national band times ratios. The plausible range is that "
        "band, widened by the error of the model."
    )


def _weak_places(rows: Sequence[PayRow]) -> Iterable[str]:
    weak = sorted({row.city for row in rows if row.is_weak})
    if weak:
        yield gettext(
            "Weak evidence: the ratio for {cities} rests on a single publication."
        ).format(cities=listed(weak))
    yield from dict.fromkeys(
        f"{factor.label}: {factor.note}"
        for row in rows
        if row.working and row.city
        for factor in row.working.factors
        if factor.label == row.city and factor.note
    )


def _without_rows(answer: Answer, names: Mapping[str, str]) -> Iterable[str]:
    """Name what was asked for beside other things and has no figure."""
    kinds = {row.kind for row in answer.rows}
    missing = [kind.label.lower() for kind in answer.asked.kinds if kind not in kinds]
    if missing:
        yield gettext("There is no {kinds} figure for this choice.").format(
            kinds=listed(missing, last=gettext("and no"))
        )
    if answer.roles_without:
        roles = [names[role] for role in answer.roles_without]
        yield gettext("There is no figure for the {roles}.").format(
            roles=listed(roles, last=gettext("and none for the"))
        )


def _why_nothing(answer: Answer) -> Iterable[str]:
    asked = answer.asked
    if asked.view in NOTHING_IN_VIEW:
        yield str(NOTHING_IN_VIEW[asked.view])
    elif asked.industries:
        yield gettext(
            "No figure by level is about this industry here, and none is modelled: this guide "
            "applies no ratio between industries."
        )
    elif asked.sources:
        yield gettext(
            "The sources chosen give no band by level for this choice, or not enough data for one."
        )
    elif asked.is_local:
        yield _why_nothing_here(asked)
    elif asked.kinds == (Kind.MODELLED,):
        yield gettext(
            "A modelled figure is about a city or a company size: it is a national band times "
            "ratios. Choose one of them."
        )
    else:
        yield gettext(
            "No source that this guide holds gives a band by level for this choice, or enough "
            "data for one."
        )


def _why_nothing_here(asked: Slice) -> str:
    """Say why there is no figure by level of a city or a company size."""
    if asked.kinds and not asked.wants(Kind.MODELLED):
        return gettext(
            "For this city or company size there is no such figure by level, or not enough data "
            "for one; a modelled one may be there."
        )
    return gettext(
        "No national band of this role serves as a base for modelling, so there is no band "
        "by city or company size. Without them, the national figures are shown."
    )
