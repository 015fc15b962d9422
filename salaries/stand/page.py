"""What the page shows: the national figures first, and beside them those of city and size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from salaries import money
from salaries.answering.answers import Answer, answer
from salaries.choices import Currency, PayKind
from salaries.explorer import sentences
from salaries.explorer.explorer import Explorer
from salaries.explorer.notices import notices
from salaries.position.places import axis_end
from salaries.rows import PayRow
from salaries.slices import DEFAULT_ROLE, Slice
from salaries.stand.asking import Asking, Own
from salaries.stand.entries import Entry, entry
from salaries.stand.form import form
from salaries.thresholds import FEW


@dataclass(frozen=True, slots=True)
class Group:
    """Figures about one place, and what must be known before reading them."""

    anchor: str
    heading: str
    notices: tuple[str, ...]
    condition: str
    entries: tuple[Entry, ...]
    url: str


def page(asked: Asking) -> dict[str, Any]:
    """Return what the page shows; without a pay, or with a query that is refused, the form."""
    own = asked.own
    context: dict[str, Any] = {
        "form": form(asked.query, asked.explorer.vocabulary),
        "refusals": asked.refusals,
        "refused": {refusal.name for refusal in asked.refusals},
        "ignored": asked.ignored,
        "few": FEW,
    }
    return context if own is None else context | _answered(asked.explorer, own)


def _answered(explorer: Explorer, own: Own) -> dict[str, Any]:
    asked = explorer.asked
    groups = tuple(_groups(explorer, own))
    known = [group for group in groups if group.entries]
    return {
        "release": explorer.release,
        "own": said(own, asked.countries[0].currency),
        "groups": groups if known else (),
        "advice": () if known else tuple(advice(asked)),
        "explorer_url": known[-1].url if known else "",
    }


def said(own: Own, currency: Currency) -> str:
    """Return a visitor's pay as it is said on the page that was asked with it."""
    full = money.exactly(own.amount, currency)
    short = money.said(own.amount, currency)
    amount = short if short == full else f"{short} ({full})"
    text = gettext("{amount} a year, before tax").format(amount=amount)
    return f"{text}, {own.pay_kind.label}" if own.pay_kind else text


def _groups(explorer: Explorer, own: Own) -> Iterator[Group]:
    """Yield the national figures, then those of the city and size that are asked for."""
    asked = explorer.asked
    national = answer(asked.nationwide(), explorer.ledger)
    answers = {"national": national} | ({"local": explorer.answer} if asked.is_local else {})
    ends = [end for found in answers.values() for row in _rows(found) for end in _ends(row)]
    end = axis_end([own.amount, *ends])
    for anchor, found in answers.items():
        # Where a figure of the country stands in for one of the city, it is there already.
        rows = [row for row in _rows(found) if anchor == "national" or row.city_slug or row.size]
        known = notices(found, explorer.role_names)
        if found.rows and not rows:
            known = (
                gettext("No figure is about this choice itself; those of the country are above."),
            )
        entries = tuple(entry(own, row, end=end) for row in rows)
        url = found.asked.url(reverse("salaries:explorer"))
        yield _group(Group(anchor, _heading(explorer, found), known, "", entries, url))


def _group(group: Group) -> Group:
    """Say once what is the condition of every figure: that no source tells the parts of its pay."""
    kinds = [one.row.pay_kind for one in group.entries]
    if len(kinds) == 1 or set(kinds) != {PayKind.NOT_STATED}:
        return group
    condition = gettext(
        "No source of these figures says which parts of pay its amounts cover, so they may be base "
        "pay or total compensation. Yours may not be the same."
    )
    entries = tuple(replace(one, condition="") for one in group.entries)
    return replace(group, condition=condition, entries=entries)


def _rows(found: Answer) -> Iterable[PayRow]:
    return (*found.rows, *found.claims)


def _ends(row: PayRow) -> tuple[int, ...]:
    return (row.high, *(row.reach or ()))


def _heading(explorer: Explorer, found: Answer) -> str:
    return sentences.heading(
        found,
        roles=[explorer.role_names[role] for role in found.asked.roles],
        cities=[explorer.vocabulary.cities[city].name for city in found.asked.cities],
    )


def advice(asked: Slice) -> Iterator[str]:
    """Yield what can be left out or changed to find a figure."""
    if asked.roles != (DEFAULT_ROLE,):
        yield gettext("Choose the role Technical Product Manager or Product Manager.")
    if asked.levels:
        yield gettext("Choose all levels.")
    if asked.is_local:
        yield gettext("Leave out the city and the company size.")
