"""The rows of an answer: plain values with everything that an amount must carry."""

from dataclasses import dataclass

from django.utils.translation import gettext

from roles.choices import Level
from salaries import money
from salaries.choices import CompanySize, Country, Currency, Kind, PayKind, YearBasis
from salaries.thresholds import FEW
from salaries.wordings import unit_said


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source beside an amount: its attribution in full, and as a citation names it."""

    name: str
    url: str
    short: str


@dataclass(frozen=True, slots=True)
class FactorUsed:
    """A pay ratio that a modelled band was multiplied with, and what stands behind it.

    less and more are the band as it would be if the ratio were a tenth lower or higher.
    """

    label: str
    value: str
    interval: str
    exponent: str
    basis: str
    note: str
    sources: tuple[SourceRef, ...]
    less: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """How a modelled band came about: the tier, the ratios, and the ends before rounding."""

    tier: str
    tier_source: SourceRef
    factors: tuple[FactorUsed, ...]
    exact: str
    half_width: str

    @property
    def in_short(self) -> str:
        """The working in one line, for a cell of a file."""
        factors = [
            f"x {factor.value}{'^' + factor.exponent if factor.exponent else ''} {factor.label}"
            for factor in self.factors
        ]
        return "; ".join([f"tier {self.tier}", *factors])


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
    open_ended: bool
    sources: tuple[SourceRef, ...]
    place: str
    year: int
    year_label: str
    release: str
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
    year_basis: YearBasis = YearBasis.STATED
    role_slug: str = ""
    city_slug: str = ""
    grade: str = ""

    @property
    def where(self) -> str:
        return self.city or str(self.country.label)

    @property
    def amount(self) -> str:
        return money.band(self.low, self.high, self.currency, open_ended=self.open_ended)

    @property
    def is_modelled(self) -> bool:
        return self.kind is Kind.MODELLED

    @property
    def low_said(self) -> str:
        return money.said(self.low, self.currency)

    @property
    def high_said(self) -> str:
        return money.and_more(money.said(self.high, self.currency), open_ended=self.open_ended)

    @property
    def low_text(self) -> str:
        """The lower end with the name it has where pay is observed."""
        return f"P25 {self.low_said}" if self.kind is Kind.OBSERVED else self.low_said

    @property
    def high_text(self) -> str:
        return f"P75 {self.high_said}" if self.kind is Kind.OBSERVED else self.high_said

    @property
    def in_full(self) -> str:
        return money.in_full(self.low, self.high, self.currency, open_ended=self.open_ended)

    @property
    def plausible(self) -> str:
        if self.plausible_low is None or self.plausible_high is None:
            return ""
        return money.band(
            self.plausible_low, self.plausible_high, self.currency, open_ended=self.open_ended
        )

    @property
    def median(self) -> str:
        if self.p50 is not None:
            return money.said(self.p50, self.currency)
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
        if self.p50_low is None or self.p50_high is None:
            return ""
        return money.band(self.p50_low, self.p50_high, self.currency)

    @property
    def tails(self) -> str:
        """The tenth and ninetieth percentile, where the sample is large enough for them."""
        if self.p10 is None or self.p90 is None:
            return ""
        return money.band(self.p10, self.p90, self.currency)

    @property
    def reach(self) -> tuple[int, int] | None:
        """The range around the band: where modelled pay plausibly lies, or P10 to P90."""
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
        """What the row is about: level, city and size."""
        level = str(self.level.label) if self.level else gettext("All levels")
        parts = [level, self.city, self.size.word if self.size else ""]
        return ", ".join(part for part in parts if part)
