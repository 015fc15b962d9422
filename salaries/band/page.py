"""What the page shows: the band with those next to it, and every figure that it could rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext, override

from roles.options import Option, options
from roles.querystring import echo
from salaries import money
from salaries.asking.fields import echoes
from salaries.asking.filters import Refusal
from salaries.band import words
from salaries.band.asking import Asking
from salaries.band.building import DEFAULT_SPREAD, LEAST_SPREAD, MOST_SPREAD
from salaries.band.evidence import Evidence, Weakness
from salaries.band.position import Position, position
from salaries.band.steps import Drawn, Plan, Step, drawn, steps
from salaries.choices import Currency
from salaries.explorer.notices import notices
from salaries.rows import PayRow
from salaries.stand.form import form
from salaries.stand.page import advice, said
from salaries.thresholds import FEW

EXAMPLE = "level=senior&city=pune&spread=40"


@dataclass(frozen=True, slots=True)
class Item:
    """A figure of the evidence: the midpoint that it gives, and the link that takes it for one."""

    row: PayRow
    midpoint: str
    note: str
    url: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A band with the figure that it is built around, and what lies next to it."""

    row: PayRow
    headline: str
    reasons: tuple[str, ...]
    working: words.Working
    steps: tuple[Step, ...]
    chart: Drawn
    own: str
    position: Position | None


def page(asked: Asking) -> dict[str, Any]:
    """Return what the page shows; without a level, or with a query that is refused, the form."""
    answered = _answered(asked) if not asked.refusals and asked.level else {}
    currency, anchors = asked.query.get("currency", ""), tuple(_anchors(asked))
    return {
        "form": form(asked.query, asked.explorer.vocabulary),
        "spread": echo(asked.query.get("spread", "")) if asked.refusals else asked.spread,
        "least_spread": LEAST_SPREAD,
        "most_spread": MOST_SPREAD,
        "default_spread": DEFAULT_SPREAD,
        "currencies": options(Currency.choices, (currency,)),
        "anchors": anchors,
        "refusals": tuple(_by_label(one, asked, anchors) for one in asked.refusals),
        "refused": {refusal.name for refusal in asked.refusals},
        "ignored": asked.ignored,
        "example_url": f"{reverse('salaries:band')}?{EXAMPLE}",
        **answered,
    }


def _anchors(asked: Asking) -> Iterator[Option]:
    """Yield the figures that may be chosen for the midpoint."""
    for one in asked.evidence:
        if one.middle is not None:
            row = one.row
            parts = (
                str(row.kind.label),
                str(row.pay_kind.label),
                row.main_source.short,
                row.broader,
            )
            label = f"{money.said(one.middle, row.currency)}: {', '.join(filter(None, parts))}"
            yield Option(one.key, label, one.key == asked.key)


def _by_label(refusal: Refusal, asked: Asking, anchors: Sequence[Option]) -> Refusal:
    """Return the refusal with figures called as they are in the form, whose names nobody types."""
    given = [key for key in asked.query.getlist("anchor") if key]
    if refusal.name != "anchor" or not anchors or len(given) > 1:
        return refusal
    text = gettext("{values} is not known here. Choose from: {choices}.")
    labels = "; ".join(option.label for option in anchors)
    return replace(refusal, message=text.format(values=echoes(given), choices=labels))


def _answered(asked: Asking) -> dict[str, Any]:
    explorer, plan, path = asked.explorer, asked.plan, reverse("salaries:band")
    rows = explorer.answer.rows
    return {
        "release": explorer.release,
        "heading": explorer.heading,
        "built": _built(asked, plan) if plan else None,
        "items": tuple(_items(asked)),
        "notices": tuple(_notices(asked)),
        "warning": words.warning(rows, asked.anchor),
        "why_none": "" if plan else _why_none(asked),
        "advice": () if rows else tuple(advice(replace(asked.asked, levels=()))),
        "permalink": asked.url(path, release=str(explorer.release or "")),
        "csv_url": file_url(asked),
        "explorer_url": asked.asked.url(reverse("salaries:explorer")),
    }


def _notices(asked: Asking) -> Iterator[str]:
    if asked.stale_key:
        yield words.stale()
    yield from notices(asked.explorer.answer, asked.explorer.role_names)


def file_url(asked: Asking) -> str:
    """Return the address of the file, which is one in English for readers of any language."""
    with override(settings.LANGUAGE_CODE):
        return asked.url(reverse("salaries:band-file"))


def _built(asked: Asking, plan: Plan) -> Built:
    found, own, row = steps(asked.explorer, plan), asked.own, plan.anchor.row
    return Built(
        row,
        words.headline(plan),
        tuple(words.reasons(plan.anchor, is_chosen=bool(asked.key))),
        words.working(plan),
        found,
        drawn(found),
        said(own, row.currency) if own else "",
        position(own, row, plan.band) if own else None,
    )


def _items(asked: Asking) -> Iterator[Item]:
    anchor = asked.anchor
    for one in asked.evidence:
        is_used = one == anchor
        can_be_taken = one.middle is not None and not is_used
        yield Item(
            one.row,
            money.exactly(one.middle, one.row.currency) if one.middle is not None else "",
            _note(one),
            asked.url(reverse("salaries:band"), anchor=one.key) if can_be_taken else "",
            is_used,
        )


def _note(one: Evidence) -> str:
    """Return why a figure gives a midpoint only where it is chosen, or none."""
    if one.middle is None:
        return gettext("It gives no midpoint.")
    if one.weakness is Weakness.OPEN:
        return gettext("Of the stated end; the band is open. Taken only where it is chosen.")
    if one.weakness is Weakness.FEW:
        text = gettext("Of fewer than {few} values. Taken only where it is chosen.")
        return text.format(few=FEW)
    return ""


def _why_none(asked: Asking) -> str:
    if not asked.evidence:
        return gettext("This guide holds no figure for the choice, so there is no midpoint.")
    if asked.pay_kind is not None:
        text = gettext(
            "The rule finds no figure of {kind} for this choice. Leave the kind of pay out, or "
            "choose one of the figures below."
        )
        return text.format(kind=asked.pay_kind.label)
    return gettext(
        "The rule takes none of the figures below: a band without an upper end has no middle, and "
        "what rests on few values moves with each. You may choose one all the same."
    )
