"""From stored figures and factors to the rows of an answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from django.utils.translation import gettext

from roles.choices import Level
from roles.models import Source
from salaries import money
from salaries.choices import CompanySize, Confidence, Country, Currency, Kind, PayKind, YearBasis
from salaries.disclosure.grade import graded
from salaries.estimation import Estimate, Ratio, estimate
from salaries.models import Factor, PayFigure
from salaries.origins import FactorUsed, SourceRef, Working
from salaries.percentiles import Percentiles, percentiles
from salaries.rows import PayRow
from salaries.wordings import broader_said, unit_said

# How far a tier itself may be off, in logs, and what a modelled band is rounded to.
TIER_HALF_WIDTH = {Country.INDIA: 0.20, Country.UNITED_STATES: 0.10}
ROUNDING_STEP = {Country.INDIA: 50_000, Country.UNITED_STATES: 5_000}
# However old its tier is: no rule gives a modelled figure a better one.
MODELLED_GRADE = graded(None, age=0, kind=Kind.MODELLED.value)
NO_PERCENTILES = Percentiles(p10=None, p25=None, p50=None, p75=None, p90=None)
# How much a ratio is changed to show what hangs on it.
SLIGHTLY_LESS, SLIGHTLY_MORE = 0.9, 1.1


def stored_row(figure: PayFigure, label: str = "") -> PayRow:
    """Return a stored figure as a row; the label is that of a rung, where it is a broader one."""
    return replace(_row(figure), broader=broader_said(label))


def _row(figure: PayFigure) -> PayRow:
    """Return the figure as a row of its own; an average is a band with equal ends."""
    low, high = figure.band
    return PayRow(
        role=figure.role.name,
        level=Level(figure.level) if figure.level else None,
        country=Country(figure.country),
        city=figure.city.name if figure.city is not None else "",
        size=CompanySize(figure.size) if figure.size else None,
        kind=Kind(figure.kind),
        pay_kind=PayKind(figure.pay_kind),
        currency=Currency(figure.currency),
        low=low,
        high=high,
        open_ended=figure.open_ended,
        sources=(source_ref(figure.source),),
        place=figure.place,
        year=figure.year,
        year_label=figure.year_label,
        release=figure.release.slug,
        n=figure.n,
        n_unit=figure.n_unit,
        **percentiles(figure),
        note=figure.note,
        is_average=figure.is_average,
        year_basis=YearBasis(figure.year_basis),
        role_slug=figure.role.slug,
        city_slug=figure.city.slug if figure.city is not None else "",
        industry=figure.industry,
        grade=graded(figure.n, age=figure.release.age_of(figure.year), kind=figure.kind),
    )


def modelled_row(
    tier: PayRow, factors: tuple[Factor, ...], *, told: Callable[[Factor], FactorUsed]
) -> PayRow:
    """Return the tier times the factors, each told by the working that leads there."""
    ratios = [_ratio(factor) for factor in factors]
    result = _estimate(tier, ratios)
    used = tuple(
        replace(
            told(factor),
            less=_band_if(tier, ratios, at, SLIGHTLY_LESS),
            more=_band_if(tier, ratios, at, SLIGHTLY_MORE),
        )
        for at, factor in enumerate(factors)
    )
    references = [*tier.sources, *(source for factor in used for source in factor.sources)]
    return replace(
        nothing_observed(tier),
        city=next((factor.city.name for factor in factors if factor.city), ""),
        city_slug=next((factor.city.slug for factor in factors if factor.city), ""),
        size=next((CompanySize(factor.size) for factor in factors if factor.size), None),
        kind=Kind.MODELLED,
        low=result.low,
        high=result.high,
        plausible_low=result.plausible_low,
        plausible_high=result.plausible_high,
        sources=tuple(dict.fromkeys(references)),
        place=gettext("Computed here from the tier and the factors named"),
        working=_working(tier, used, result),
        grade=MODELLED_GRADE,
        is_weak=any(Confidence(factor.confidence).is_weak for factor in factors),
    )


def nothing_observed(tier: PayRow) -> PayRow:
    """Return the row without what is about the tier, and not about what is made of it."""
    return replace(
        tier,
        **NO_PERCENTILES,
        p50_low=None,
        p50_high=None,
        note="",
    )


def _band_if(tier: PayRow, ratios: Sequence[Ratio], at: int, share: float) -> str:
    """Return the band as it would be if one ratio were so much of what it is."""
    changed = [ratio.times(share if place == at else 1) for place, ratio in enumerate(ratios)]
    band = _estimate(tier, changed)
    return money.band(band.low, band.high, tier.currency, open_ended=tier.open_ended)


def _estimate(tier: PayRow, ratios: Sequence[Ratio]) -> Estimate:
    return estimate(
        (tier.low, tier.high),
        ratios,
        tier_half_width=TIER_HALF_WIDTH[tier.country],
        step=ROUNDING_STEP[tier.country],
    )


def _ratio(factor: Factor) -> Ratio:
    if factor.low is None or factor.high is None:
        raise ValueError(f"factor {factor.key} has no interval; a modelled band needs one")
    ends = (float(factor.value), float(factor.low), float(factor.high))
    return Ratio(*ends, exponent=float(factor.exponent))


def factor_used(factor: Factor) -> FactorUsed:
    """Return the ratio as it is printed, with its sample, interval, sources and caveat."""
    sample = gettext("sample not stated")
    if factor.n is not None:
        sample = f"n = {factor.n:,} {unit_said(factor.n_unit)}"
    return FactorUsed(
        label=str(CompanySize(factor.size).label) if factor.size else factor.label,
        value=f"{factor.value:.3f}",
        interval=_interval(factor),
        exponent="" if factor.exponent == 1 else f"{factor.exponent.normalize()}",
        basis=gettext("{kind}, {sample}, {year}, {confidence} confidence; {baseline}").format(
            kind=factor.get_kind_display().lower(),
            sample=sample,
            year=factor.year_label,
            confidence=factor.get_confidence_display().lower(),
            baseline=factor.baseline,
        ),
        note=factor.note,
        sources=tuple(source_ref(source) for source in factor.sources.all()),
    )


def _interval(factor: Factor) -> str:
    if factor.low is None:
        return ""
    return gettext("{start} to {end}").format(start=f"{factor.low:.3f}", end=f"{factor.high:.3f}")


def source_ref(source: Source) -> SourceRef:
    return SourceRef(source.attribution, source.get_absolute_url(), source.short_name)


def _working(tier: PayRow, used: tuple[FactorUsed, ...], result: Estimate) -> Working:
    ends = (result.exact_low, result.exact_high)
    return Working(
        tier=f"{tier.in_full} ({tier.kind.label.lower()}, {tier.pay_kind.label}, "
        f"{tier.year_label}, {tier.sample})",
        tier_source=tier.sources[0],
        computed_at=tier.place if tier.kind is Kind.OBSERVED else "",
        factors=used,
        ends=ends,
        exact=money.in_full(
            round(ends[0]), round(ends[1]), tier.currency, open_ended=tier.open_ended
        ),
        half_width=f"{result.half_width:.2f}",
    )
