"""What the database refuses, whoever writes to it."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from roles.models import Source
from salaries.models import City, CityAlias, DataRelease, ExchangeRate, Factor, PayFigure

pytestmark = pytest.mark.django_db


UNUSED = {"used_in_estimates": False}
OBSERVED = {"kind": "observed", "p25": 11, "p50": 12, "p75": 13}


def refused(model: type[PayFigure | Factor], key: str, **changes: Any) -> str:
    """Return the rule that refuses the change; fail when it is let through."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        model._default_manager.filter(key=key).update(**changes)
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"kind": "modelled"}, "figure_is_reported_or_observed"),
        ({"level": "wizard"}, "figure_level_is_known"),
        ({"country": "narnia"}, "figure_country_is_known"),
        ({"size": "huge"}, "figure_size_is_known"),
        ({"pay_kind": "gross"}, "figure_pay_kind_is_known"),
        ({"currency": "XXX"}, "figure_currency_is_known"),
        ({"year": 1066}, "figure_has_a_year"),
        ({"low": 90_00_000}, "figure_low_is_not_above_high"),
        ({"low": None, "high": None}, "figure_says_an_amount"),
        ({"p25": 3, "p50": 2, "p75": 4}, "figure_percentiles_rise"),
        ({"p10": 9, "p50": 5}, "figure_percentiles_rise"),
        ({**OBSERVED, "n": None}, "observed_figure_rests_on_enough_values"),
        ({**OBSERVED, "n": 4}, "observed_figure_rests_on_enough_values"),
        ({**OBSERVED, "p10": 9, "p90": 14, "n": 9}, "tails_rest_on_enough_values"),
        ({"size": "large"}, "tier_is_a_national_level_band"),
        ({"place": ""}, "figure_names_its_place"),
        ({"currency": "USD"}, "figure_is_in_the_currency_of_its_country"),
        ({"first_year": 2024}, "figure_years_are_in_order"),
        ({"industry": "Fintech"}, "tier_is_a_national_level_band"),
        ({"kind": "observed", "n": 9}, "observed_figure_has_quartiles"),
    ],
)
def test_a_figure_that_makes_no_sense_is_refused(changes: dict[str, Any], rule: str) -> None:
    assert rule in refused(PayFigure, "RB003", **changes)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"value": 0, **UNUSED, "low": None, "high": None}, "factor_is_more_than_nothing"),
        ({"value": 9}, "factor_lies_within_its_interval"),
        ({"low": None, **UNUSED}, "factor_lies_within_its_interval"),
        ({"confidence": "sure"}, "factor_confidence_is_known"),
        ({"level": "mid"}, "estimates_use_city_and_size_factors_with_intervals"),
    ],
)
def test_a_factor_that_makes_no_sense_is_refused(changes: dict[str, Any], rule: str) -> None:
    assert rule in refused(Factor, "in-city-pune-modelled-pooled-india-city", **changes)


def test_a_source_on_which_a_ratio_alone_rests_is_not_deleted() -> None:
    says = {"title": "New", "short_name": "New", "attribution": "New", "licence": "CC0 1.0"}
    source = Source.objects.create(slug="new", published="2026", kind="dataset", **says)
    factor = Factor.objects.order_by("key")[0]
    factor.sources.add(source)

    with pytest.raises(ProtectedError):
        source.delete()

    assert source in factor.sources.all()
    factor.sources.remove(source)
    source.delete()


def test_a_role_has_one_tier_per_country_and_level() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PayFigure.objects.filter(key="RB003").update(level="mid")


def test_a_rate_is_more_than_nothing() -> None:
    with pytest.raises(IntegrityError, match="rate_is_more_than_nothing"), transaction.atomic():
        ExchangeRate.objects.update(per_usd=0)


def test_the_current_release_is_the_newest_published_one() -> None:
    DataRelease.objects.create(slug="2027-01", as_of="2027-01-31", status="draft")
    assert str(DataRelease.objects.current()) == "2026-11"

    DataRelease.objects.update(status="published")

    assert str(DataRelease.objects.current()) == "2027-01"


def test_an_amount_is_drawn_where_only_an_average_is_known() -> None:
    assert PayFigure.objects.get(key="RB007").band == (21_25_000, 21_25_000)


def test_things_have_names_that_an_editor_recognises() -> None:
    assert str(PayFigure.objects.get(key="RB003")) == (
        "RB003: Technical Product Manager, Senior, India"
    )
    assert str(City.objects.get(slug="pune")) == "Pune"
    assert str(CityAlias.objects.get(slug="bangalore")) == "bangalore"
    assert str(ExchangeRate.objects.get(currency="INR", year=2024)) == "INR 2024: 83.6566 per USD"
