"""What stands behind an amount: its sources, the ratios and the rate that it was made with."""

from dataclasses import dataclass


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
    """How a modelled band came about: the tier, the ratios, and the ends before rounding.

    computed_at says how the tier was computed where it is observed. ends are those in the currency
    of the tier, exact as words.
    """

    tier: str
    tier_source: SourceRef
    computed_at: str
    factors: tuple[FactorUsed, ...]
    ends: tuple[float, float]
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
class Conversion:
    """At which rate the amounts of a figure were converted, of which year, and who says so."""

    text: str
    source: SourceRef
