"""A row of the pay data as a program reads it: all that an amount must carry, in plain values."""

from typing import Any

from rest_framework import serializers

from roles.choices import Level
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
from salaries.origins import Conversion, FactorUsed, SourceRef, Working
from salaries.rows import PayRow
from tpmguide.api.fields import Address

GRADES = ("A", "B", "C", "D")
ENDS = (
    "Ends of a reported or modelled band, P25 and P75 of observed pay, twice the same average, or "
    "the lowest and highest of averages, as measure says; whole units of the currency per year, "
    "before tax."
)
PLAUSIBLE = "A modelled band widened by the error of the model; null for other kinds."


def amount(**more: Any) -> serializers.IntegerField:
    """Return the field of an amount that not every figure has."""
    return serializers.IntegerField(allow_null=True, **more)


class SourceShape(serializers.Serializer[SourceRef]):
    name = serializers.CharField(help_text="The attribution to print beside the figure.")
    short_name = serializers.CharField(source="short")
    url = Address(help_text="The page about the source: its own addresses and its licence.")


class FactorShape(serializers.Serializer[FactorUsed]):
    label: Any = serializers.CharField()
    value = serializers.CharField(help_text="A decimal number; 1.000 is the baseline.")
    interval = serializers.CharField()
    exponent = serializers.CharField(help_text="Empty where it is 1.")
    basis = serializers.CharField()
    note = serializers.CharField()
    if_a_tenth_lower = serializers.CharField(
        source="less", help_text="The band if the ratio were a tenth lower."
    )
    if_a_tenth_higher = serializers.CharField(source="more")
    sources = SourceShape(many=True)


class WorkingShape(serializers.Serializer[Working]):
    tier = serializers.CharField(help_text="The national band that the model starts from.")
    tier_source = SourceShape()
    factors = FactorShape(many=True)
    exact = serializers.CharField(help_text="The ends before rounding.")
    half_width = serializers.CharField(help_text="Half the width of the error, in logs.")


class ConversionShape(serializers.Serializer[Conversion]):
    text = serializers.CharField(help_text="The rate and the year that it is of.")
    rate_source = SourceShape(source="source")


class FigureShape(serializers.Serializer[PayRow]):
    role = serializers.CharField(source="role_slug")
    role_name = serializers.CharField(source="role")
    level = serializers.ChoiceField(
        Level.choices, allow_null=True, help_text="Null for a figure over all levels."
    )
    country = serializers.ChoiceField(Country.choices)
    city = serializers.CharField(source="city_slug", help_text="Empty for the whole country.")
    city_name = serializers.CharField(source="city")
    size = serializers.ChoiceField(CompanySize.choices, allow_null=True)
    industry = serializers.CharField(help_text="Empty for a figure about no one industry.")
    kind = serializers.ChoiceField(Kind.choices)
    pay_kind = serializers.ChoiceField(PayKind.choices)
    pay_kind_label = serializers.CharField(source="pay_kind.label")
    currency = serializers.ChoiceField(Currency.choices, help_text="ISO 4217.")
    basis = serializers.ChoiceField(
        Basis.choices, help_text="ppp: amounts are adjusted for purchasing power."
    )
    conversion = ConversionShape(
        allow_null=True, help_text="The rate; null for amounts in the currency of their source."
    )
    low = serializers.IntegerField(help_text=ENDS)
    high = serializers.IntegerField(help_text=ENDS)
    measure = serializers.ChoiceField(Measure.choices, help_text="What low and high are.")
    open_ended = serializers.BooleanField(help_text="The source says “and more”.")
    p10 = amount()
    p25 = amount()
    p50 = amount()
    p50_low = amount(help_text="Between p50_low and p50_high the median lies with 95 % confidence.")
    p50_high = amount()
    p75 = amount()
    p90 = amount()
    plausible_low = amount(help_text=PLAUSIBLE)
    plausible_high = amount(help_text=PLAUSIBLE)
    n = serializers.SerializerMethodField(help_text="Null: sample not stated, or modelled.")
    n_unit = serializers.SerializerMethodField(help_text="What n counts.")
    sample = serializers.CharField(
        help_text="The sample in words; of a modelled figure, its tier's."
    )
    year = serializers.IntegerField(help_text="The only, or the last, year of the values.")
    year_basis = serializers.ChoiceField(YearBasis.choices)
    year_label = serializers.CharField(help_text="The year as pages print it.")
    sources = SourceShape(many=True)
    place = serializers.CharField(help_text="Where in the source, or how computed.")
    note = serializers.CharField()
    broader = serializers.CharField(
        help_text="Which broader slice stands in for the one asked for; empty where none does."
    )
    confidence = serializers.ChoiceField(
        GRADES, source="grade", help_text="A to D, by the rule on the page of methods."
    )
    is_weak = serializers.BooleanField(help_text="A ratio rests on a single publication.")
    working = WorkingShape(allow_null=True, help_text="How a modelled figure came about.")
    release = serializers.CharField()

    def get_n(self, row: PayRow) -> int | None:
        """Return the sample of the figure itself; that of its tier is none of a modelled one."""
        return None if row.working else row.n

    def get_n_unit(self, row: PayRow) -> str:
        return "" if row.working else row.n_unit
