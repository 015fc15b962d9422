"""The reported pay of the two levels of a plan, and how far the second lies above the first."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from roles.plan.asking import RELEASE, Asked
from roles.querystring import QueryError
from salaries import money
from salaries.choices import Kind
from salaries.explorer.explorer import Explorer
from salaries.explorer.sentences import listed
from salaries.known import Known
from salaries.models import DataRelease
from salaries.rows import PayRow


@dataclass(frozen=True, slots=True)
class PayStep:
    """The rows are those of both levels, the lower one first; the sentence says their step."""

    rows: tuple[PayRow, ...]
    sentence: str
    url: str
    release: DataRelease | None


def pay_step(asked: Asked, known: Known) -> PayStep:
    """Return the step in pay; raise QueryError for a release that is not published."""
    query = QueryDict(mutable=True)
    query.setlist("role", [asked.role])
    query.setlist("level", [asked.start.value, asked.target.value])
    query.setlist("kind", [Kind.REPORTED.value])
    query.setlist(RELEASE, [asked.release] if asked.release else [])
    explorer = Explorer(query, known)
    if not explorer.is_valid():
        message = " ".join(refusal.message for refusal in explorer.filter.refusals)
        raise QueryError(message, field=RELEASE, choices=explorer.releases)
    rows = explorer.answer.rows
    every_kind = explorer.asked.without("kinds", Kind.REPORTED)
    return PayStep(
        rows, sentence(asked, rows), every_kind.url(reverse("salaries:explorer")), explorer.release
    )


def sentence(asked: Asked, rows: tuple[PayRow, ...]) -> str:
    """Return the step in words, if each level has one row and the two are of one kind of pay."""
    if [row.level for row in rows] != [asked.start, asked.target]:
        return gettext(
            "No source that this guide holds gives one reported band for each of the two levels."
        )
    before, after = rows
    if not alike(before, after):
        return gettext("The reported bands of the two levels are of different kinds of pay.")
    years = listed(list(dict.fromkeys([before.year_label, after.year_label])))
    samples = listed(list(dict.fromkeys([before.sample, after.sample])))
    return gettext(
        "From {before} a year at {start} to {after} a year at {target}, both reported: {ends} "
        "({origin}). The differences are computed from the two bands."
    ).format(
        before=before.amount,
        start=asked.start.label,
        after=after.amount,
        target=asked.target.label,
        ends=ends(before, after),
        origin=f"{after.pay_kind.label}, {years}, {samples}",
    )


def alike(before: PayRow, after: PayRow) -> bool:
    return (before.currency, before.pay_kind) == (after.currency, after.pay_kind)


def ends(before: PayRow, after: PayRow) -> str:
    """Return how the ends of a band differ; what has no end differs by no amount."""
    low = rise(before.low, after.low, after)
    if before.open_ended or after.open_ended:
        return gettext("the lower end is {low}, and the upper end is left open").format(low=low)
    high = rise(before.high, after.high, after)
    return gettext("the lower end is {low}, the upper end {high}").format(low=low, high=high)


def rise(before: int, after: int, row: PayRow) -> str:
    if before == after:
        return gettext("the same")
    text = gettext("{amount} higher") if after > before else gettext("{amount} lower")
    return text.format(amount=money.said(abs(after - before), row.currency))
