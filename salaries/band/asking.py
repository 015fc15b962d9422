"""What the page is asked: a slice of one level, a spread, a figure for the midpoint, and a pay."""

import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from roles.choices import Level
from roles.querystring import echo
from salaries.asking.fields import SlugField, one_value
from salaries.asking.filters import Refusal
from salaries.band.building import DEFAULT_SPREAD, LEAST_SPREAD, MOST_SPREAD
from salaries.band.evidence import Evidence, default, evidence
from salaries.band.steps import Plan
from salaries.known import Known
from salaries.slices import Slice
from salaries.stand import asking as stand

# What makes a query more than the choice of a place, with which a link may begin the form.
BUILDING = ("spread", "anchor", "pay")
# In the order of the form.
FIELDS = (
    *("level", "city", "size", "role", "country", "currency", "release"),
    *("spread", "anchor", "pay_kind", "pay"),
)
LONGEST_SPREAD = 3
# The name of a figure, of this choice or of another.
KEY = re.compile(r"[a-z-]{1,20}(\.[A-Za-z0-9_-]{1,80}){2}(\.[0-9]{1,3})?", re.ASCII)


class Asking(stand.Asking):
    """One request to the page or to its file."""

    slice_fields = (*stand.SLICE_FIELDS, "currency")
    own_fields = (*stand.OWN_FIELDS, "spread", "anchor")

    def __init__(self, query: QueryDict, known: Known, *, level_is_given: bool = False) -> None:
        """Read the query; without a level a page is a form, a file is refused."""
        super().__init__(query, known)
        self.needs_level = level_is_given or any(query.get(name) for name in BUILDING)
        self.spread = DEFAULT_SPREAD
        self.key = ""
        # A figure that is none of this choice: such as that of the city chosen before.
        self.stale_key = ""

    def redirect(self, path: str) -> str | None:
        """Return where the query is answered: by one name of a city, without what says nothing."""
        if target := super().redirect(path):
            return target
        if self.ignored or not self.is_valid():
            return None
        pairs = self._pairs()
        said = [(name, value) for name, values in self.query.lists() for value in values]
        query = urlencode(pairs)
        return None if sorted(said) == sorted(pairs) else f"{path}?{query}" if query else path

    def url(self, path: str, *, release: str = "", anchor: str | None = None) -> str:
        """Return the address of what is asked, never with the pay; of a release, or a figure."""
        asked = self.asked.pinned_to(release) if release else self.asked
        query = urlencode(
            [*_pairs_of(asked), *self._choices(self.key if anchor is None else anchor)]
        )
        return f"{path}?{query}" if query else path

    def is_valid(self) -> bool:
        super().is_valid()
        ways = (self._without_level, self._in_another_currency, self._spread, self._anchor)
        refused = [*self.refusals, *(refusal for way in ways for refusal in way())]
        self.refusals = tuple(sorted(refused, key=lambda one: FIELDS.index(one.name)))
        if self.refusals:
            self.own = None
        return not self.refusals

    @property
    def asked(self) -> Slice:
        return self.explorer.asked

    @property
    def level(self) -> Level | None:
        """The level whose band is asked for; None where nothing is, or not understood."""
        understood = self.explorer.filter
        if not understood.is_valid() or not self.asked.levels:
            return None
        return self.asked.levels[0]

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The figures of the slice; none without a level."""
        return evidence(self.explorer.answer.rows) if self.level else ()

    @property
    def anchor(self) -> Evidence | None:
        """The figure whose middle is the midpoint: the one that is chosen, or that of the rule."""
        chosen = [one for one in self.evidence if one.key == self.key]
        return chosen[0] if chosen else default(self.evidence, self.pay_kind)

    @property
    def plan(self) -> Plan | None:
        """What is built; None where no figure gives a midpoint."""
        level, anchor = self.level, self.anchor
        return Plan(level, anchor, self.spread) if level and anchor else None

    def _without_level(self) -> Iterator[Refusal]:
        given = [level for level in self.query.getlist("level") if level]
        if self.needs_level and not given:
            text = gettext("Choose one level: {choices}.").format(choices=", ".join(Level.values))
            yield Refusal("level", gettext("Level"), text, tuple(Level.values))

    def _in_another_currency(self) -> Iterator[Refusal]:
        """Refuse a pay beside amounts that are converted: it is in the currency of the place."""
        understood = self.explorer.filter
        if self.own is None or not understood.is_valid():
            return
        own = self.asked.countries[0].currency
        if self.asked.currency not in {None, own}:
            text = gettext(
                "A pay is set beside amounts in {own} only, and nothing is converted for it. Leave "
                "the currency out, or leave the pay out."
            )
            yield Refusal("pay", gettext("Pay a year, before tax"), text.format(own=own.value))

    def _spread(self) -> Iterator[Refusal]:
        given = list(dict.fromkeys(text.strip() for text in self.query.getlist("spread")))
        texts = [text for text in given if text]
        if len(texts) > 1:
            yield _refused_spread(one_value([echo(text) for text in texts[:2]]))
        elif texts and not _is_spread(texts[0]):
            said = gettext("“{value}” is no spread.").format(value=echo(texts[0]))
            yield _refused_spread(said)
        elif texts:
            self.spread = int(texts[0])

    def _anchor(self) -> Iterator[Refusal]:
        given = list(filter(None, self.query.getlist("anchor")))
        if not given or self.level is None:
            return
        keys = [one.key for one in self.evidence if one.middle is not None]
        here = {one.key for one in self.evidence}
        if len(given) == 1 and given[0] not in here and KEY.fullmatch(given[0]):
            self.stale_key = given[0]
            return
        label = gettext("Figure for the midpoint")
        try:
            (self.key,) = SlugField(words=keys, label=label).clean(given)
        except ValidationError as error:
            yield Refusal("anchor", label, " ".join(error.messages), tuple(keys))

    def _choices(self, anchor: str) -> list[tuple[str, str]]:
        pairs = [
            ("spread", "" if self.spread == DEFAULT_SPREAD else str(self.spread)),
            ("anchor", anchor),
            ("pay_kind", self.pay_kind.value if self.pay_kind else ""),
        ]
        return [pair for pair in pairs if pair[1]]

    def _pairs(self) -> list[tuple[str, str]]:
        """Return the query as it is kept, with the pay as it was typed."""
        pays = [("pay", text) for text in self.query.getlist("pay") if text]
        return [*_pairs_of(self.asked), *self._choices(self.key or self.stale_key), *pays]


def _pairs_of(asked: Slice) -> list[tuple[str, str]]:
    return parse_qsl(asked.query())


def _is_spread(text: str) -> bool:
    is_whole = text.isascii() and text.isdecimal() and len(text) <= LONGEST_SPREAD
    return is_whole and LEAST_SPREAD <= int(text) <= MOST_SPREAD


def _refused_spread(said: str) -> Refusal:
    right = gettext(
        "Give a whole number of per cent from {least} to {most}, such as {such}."
    ).format(least=LEAST_SPREAD, most=MOST_SPREAD, such=DEFAULT_SPREAD)
    return Refusal("spread", gettext("Spread"), f"{said} {right}")
