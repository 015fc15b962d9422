"""What the page is asked: one place of the explorer, and a pay that never enters a link."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from roles.querystring import unknown_names
from salaries.asking.fields import SlugField, one_value
from salaries.asking.filters import Refusal
from salaries.choices import PayKind
from salaries.explorer.explorer import Explorer
from salaries.known import Known
from salaries.position.amounts import AmountError, one_amount

SLICE_FIELDS = ("role", "level", "country", "city", "size", "release")
# A visitor has one of each, and a pay in one currency.
SINGLE_FIELDS = ("role", "level", "country", "city", "size")
OWN_FIELDS = ("pay", "pay_kind")
# What a visitor can know of the own pay.
OWN_PAY_KINDS = tuple(kind for kind in PayKind if kind is not PayKind.NOT_STATED)


@dataclass(frozen=True, slots=True)
class Own:
    """A visitor's pay in whole units a year, and which kind of pay it is, if that is said."""

    amount: int
    pay_kind: PayKind | None


class Asking:
    """One request to the page: the slice is read by the explorer's own reader."""

    # What is read as the explorer reads it, and what a page reads itself.
    slice_fields: tuple[str, ...] = SLICE_FIELDS
    own_fields: tuple[str, ...] = OWN_FIELDS

    def __init__(self, query: QueryDict, known: Known) -> None:
        self.query = query
        place = QueryDict(mutable=True)
        for name in self.slice_fields:
            place.setlist(name, query.getlist(name))
        self.explorer = Explorer(place, known)
        self.own: Own | None = None
        self.pay_kind: PayKind | None = None
        self.refusals: tuple[Refusal, ...] = ()

    @property
    def ignored(self) -> tuple[str, ...]:
        return unknown_names(self.query, known=(*self.slice_fields, *self.own_fields))

    def redirect(self, path: str) -> str | None:
        """Return where a query that uses another name of a city is answered."""
        data = self.explorer.filter.without_aliases()
        if data is None:
            return None
        for name in self.own_fields:
            data.setlist(name, self.query.getlist(name))
        return f"{path}?{data.urlencode()}"

    def is_valid(self) -> bool:
        """Whether the query is understood whole; afterwards either own or refusals say more."""
        of_slice = self._refused_slice()
        of_own: list[Refusal] = []
        pay, self.pay_kind = self._pay(of_own), self._pay_kind(of_own)
        self.refusals = (*of_own, *of_slice)
        if pay is not None and not self.refusals:
            self.own = Own(pay, self.pay_kind)
        return not self.refusals

    def _refused_slice(self) -> tuple[Refusal, ...]:
        understood = self.explorer.filter
        if understood.is_valid():
            for name in SINGLE_FIELDS:
                words = understood.form.cleaned_data[name]
                if len(words) > 1:
                    understood.form.add_error(name, one_value(words))
        return understood.refusals

    def _pay(self, refused: list[Refusal]) -> int | None:
        """Return the pay, in the currency of the place; without a place, as far as it can be."""
        countries = self.explorer.filter.countries
        try:
            return one_amount(
                self.query.getlist("pay"), countries[0].currency if countries else None
            )
        except AmountError as error:
            refused.append(Refusal("pay", gettext("Pay a year, before tax"), str(error)))
        return None

    def _pay_kind(self, refused: list[Refusal]) -> PayKind | None:
        try:
            kinds = SlugField(words=OWN_PAY_KINDS).clean(self.query.getlist("pay_kind"))
        except ValidationError as error:
            message = " ".join(error.messages)
            refused.append(Refusal("pay_kind", gettext("What the amount covers"), message))
            return None
        return PayKind(kinds[0]) if kinds else None
