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

    def __init__(self, query: QueryDict, known: Known) -> None:
        self.query = query
        place = QueryDict(mutable=True)
        for name in SLICE_FIELDS:
            place.setlist(name, query.getlist(name))
        self.explorer = Explorer(place, known)
        self.own: Own | None = None
        self.refusals: tuple[Refusal, ...] = ()

    @property
    def ignored(self) -> tuple[str, ...]:
        return unknown_names(self.query, known=(*SLICE_FIELDS, *OWN_FIELDS))

    def redirect(self, path: str) -> str | None:
        """Return where a query that uses another name of a city is answered."""
        data = self.explorer.filter.without_aliases()
        if data is None:
            return None
        for name in OWN_FIELDS:
            data.setlist(name, self.query.getlist(name))
        return f"{path}?{data.urlencode()}"

    def is_valid(self) -> bool:
        """Whether the query is understood whole; afterwards either own or refusals say more."""
        self.refusals = self._refused_slice()
        if not self.refusals:
            try:
                self.own = self._own()
            except AmountError as error:
                self.refusals = (Refusal("pay", gettext("Pay"), str(error)),)
            except ValidationError as error:
                message = " ".join(error.messages)
                self.refusals = (Refusal("pay_kind", gettext("Kind of pay"), message),)
        return not self.refusals

    def _refused_slice(self) -> tuple[Refusal, ...]:
        understood = self.explorer.filter
        if understood.is_valid():
            for name in SINGLE_FIELDS:
                words = understood.form.cleaned_data[name]
                if len(words) > 1:
                    understood.form.add_error(name, one_value(words))
        return understood.refusals

    def _own(self) -> Own | None:
        kinds = SlugField(words=OWN_PAY_KINDS).clean(self.query.getlist("pay_kind"))
        currency = self.explorer.asked.countries[0].currency
        pay = one_amount(self.query.getlist("pay"), currency)
        return None if pay is None else Own(pay, PayKind(kinds[0]) if kinds else None)
