"""Pay figures for machines: each of one kind, with what every amount must carry."""

from salaries.choices import Kind, YearBasis
from salaries.rows import PayRow
from tpmguide.structured.json_ld import Absolute, Node

A_YEAR = "P1Y"


def salary(row: PayRow, absolute: Absolute) -> Node:
    """Return percentiles only of observed pay; what is reported is a band, as its source says."""
    amounts = percentiles(row) if row.kind is Kind.OBSERVED else band(row)
    return {
        **amounts,
        "name": f"{row.kind.label} {row.pay_kind.word}, {row.label}, {row.country.label}",
        "description": f"{row.kind.label}: {row.kind.meaning}; {origin(row)}.",
        "currency": row.currency.value,
        "subjectOf": [
            {"@type": "CreativeWork", "name": source.name, "url": absolute(source.url)}
            for source in row.sources
        ],
    }


def percentiles(row: PayRow) -> Node:
    known = {
        "percentile10": row.p10,
        "percentile25": row.low,
        "median": row.p50,
        "percentile75": row.high,
        "percentile90": row.p90,
    }
    stated = {name: amount for name, amount in known.items() if amount is not None}
    return {"@type": "MonetaryAmountDistribution", "duration": A_YEAR, **stated}


def band(row: PayRow) -> Node:
    """Return the band; one whose upper end is open has no highest value."""
    highest = {} if row.open_ended else {"maxValue": row.high}
    value = {"@type": "QuantitativeValue", "minValue": row.low, **highest, "unitText": "YEAR"}
    return {"@type": "MonetaryAmount", "value": value}


def origin(row: PayRow) -> str:
    """Return what the amounts cover, their sample, year, release and place in the source."""
    parts = (
        str(row.pay_kind.label),
        row.sample,
        year(row),
        f"release {row.release}",
        row.place,
    )
    return "; ".join(parts)


def year(row: PayRow) -> str:
    """Return the year and how it is known, in words that no page has translated already."""
    is_stated = row.year_basis is YearBasis.STATED
    return row.year_label if is_stated else f"{row.year}, {row.year_basis.label}"
