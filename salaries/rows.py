"""The rows of an answer: plain values with everything that an amount must carry."""

from dataclasses import dataclass
from itertools import product

from django.utils.translation import gettext

from roles.choices import Level
from salaries import money
from salaries.choices import (
    Basis,
    CompanySize,
    Country,
    Currency,
    Kind,
    Measure,
    PayKind,
    YearBasis,
)
from salaries.origins import Conversion, SourceRef, Working
from salaries.thresholds import FEW
from salaries.wordings import unit_said


@dataclass(frozen=True, slots=True)
class PayRow:
    """One figure: amounts in whole units of the currency per year, before tax.

    low and high are the published band, the middle half of observed pay (P25 and P75) or
    the modelled band. None means that the figure has no such amount. The grade says how far
    it can be trusted, from A to D (salaries.disclosure.grade).
    """

    role: str
    level: Level | None
    country: Country
    city: str
    size: CompanySize | None
    kind: Kind
    pay_kind: PayKind
    currency: Currency
    low: int
    high: int
    sources: tuple[SourceRef, ...]
    place: str
    year: int
    year_label: str
    release: str
    open_ended: bool = False
    n: int | None = None
    n_unit: str = ""
    p10: int | None = None
    p25: int | None = None
    p50: int | None = None
    p50_low: int | None = None
    p50_high: int | None = None
    p75: int | None = None
    p90: int | None = None
    plausible_low: int | None = None
    plausible_high: int | None = None
    working: Working | None = None
    is_weak: bool = False
    note: str = ""
    # That a broader slice stands in for the one asked for, and which.
    broader: str = ""
    is_average: bool = False
    year_basis: YearBasis = YearBasis.STATED
    role_slug: str = ""
    city_slug: str = ""
    industry: str = ""
    grade: str = ""
    basis: Basis = Basis.MARKET
    conversion: Conversion | None = None

    def _money(self, text: str) -> str:
        """Return an amount as it is printed: whoever sees one that is adjusted is told."""
        if self.basis is Basis.MARKET:
            return text
        return gettext("{amount} adjusted").format(amount=text)

    def _band(self, low: int | None, high: int | None, *, open_ended: bool = False) -> str:
        """Return a range as it is said, or nothing where an end is not known."""
        if low is None or high is None:
            return ""
        return self._money(money.band(low, high, self.currency, open_ended=open_ended))

    @property
    def where(self) -> str:
        return self.city or str(self.country.label)

    @property
    def amount(self) -> str:
        return self._band(self.low, self.high, open_ended=self.open_ended)

    @property
    def main_source(self) -> SourceRef:
        """The source of the figure; of one that is modelled, that of the tier it starts from."""
        return self.working.tier_source if self.working else self.sources[0]

    @property
    def is_modelled(self) -> bool:
        return self.kind is Kind.MODELLED

    @property
    def measure(self) -> Measure:
        if self.kind is Kind.OBSERVED:
            return Measure.MIDDLE_HALF
        if not self.is_average:
            return Measure.BAND
        return Measure.AVERAGE if self.low == self.high else Measure.AVERAGES

    @property
    def low_said(self) -> str:
        return self._money(money.said(self.low, self.currency))

    @property
    def high_said(self) -> str:
        high = money.said(self.high, self.currency)
        return self._money(money.and_more(high, open_ended=self.open_ended))

    @property
    def low_text(self) -> str:
        """The lower end with the name it has where pay is observed."""
        return f"P25 {self.low_said}" if self.kind is Kind.OBSERVED else self.low_said

    @property
    def high_text(self) -> str:
        return f"P75 {self.high_said}" if self.kind is Kind.OBSERVED else self.high_said

    @property
    def in_full(self) -> str:
        ends = (self.low, self.high, self.currency)
        return self._money(money.in_full(*ends, open_ended=self.open_ended))

    @property
    def plausible(self) -> str:
        return self._band(self.plausible_low, self.plausible_high, open_ended=self.open_ended)

    @property
    def median(self) -> str:
        if self.p50 is not None:
            return self._money(money.said(self.p50, self.currency))
        return gettext("none") if self.kind is Kind.MODELLED else gettext("not stated")

    @property
    def middle(self) -> str:
        """The median where pay is observed, or the whole band."""
        if self.kind is Kind.OBSERVED and self.p50 is not None:
            return gettext("median {median}").format(median=self.median)
        return self.amount

    @property
    def median_interval(self) -> str:
        """Between which amounts the median lies with 95 % confidence, where that is known."""
        return self._band(self.p50_low, self.p50_high)

    @property
    def tails(self) -> str:
        """The tenth and ninetieth percentile, where the sample is large enough for them."""
        return self._band(self.p10, self.p90)

    @property
    def reach(self) -> tuple[int, int] | None:
        """The range around the band: a modelled one widened by its error, or P10 to P90."""
        if self.plausible_low is not None and self.plausible_high is not None:
            return self.plausible_low, self.plausible_high
        if self.p10 is not None and self.p90 is not None:
            return self.p10, self.p90
        return None

    @property
    def sample(self) -> str:
        text = gettext("sample not stated")
        if self.n is not None:
            text = f"n = {self.n:,} {unit_said(self.n_unit)}"
            text = gettext("{sample}, few").format(sample=text) if self.n < FEW else text
        return gettext("tier: {sample}").format(sample=text) if self.is_modelled else text

    @property
    def label(self) -> str:
        """What the row is about: level, city, size and industry."""
        level = str(self.level.label) if self.level else gettext("All levels")
        parts = [level, self.city, self.size.word if self.size else "", self.industry, self.broader]
        return ", ".join(part for part in parts if part)

    @property
    def within(self) -> tuple[str, ...]:
        """The part of its population that it is about."""
        return (self.city_slug, self.size or "", self.industry)

    @property
    def wider(self) -> set[tuple[str, ...]]:
        """The parts that hold all the values behind this row, and others."""
        return set(product(*((said, "") for said in self.within))) - {self.within}

    @property
    def population(self) -> tuple[object, ...]:
        """Whose pay a figure is about before city, size and industry; by which source."""
        about = (self.country, self.role_slug, self.level, self.kind, self.pay_kind)
        return (*about, self.sources[0].short, self.release)
