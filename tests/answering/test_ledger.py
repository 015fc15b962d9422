import gc
import weakref

import pytest

from roles.choices import Level
from salaries.answering.ledger import Ledger
from salaries.answering.placing import Placed
from salaries.asking.vocabulary import Vocabulary
from salaries.choices import CompanySize, Country
from salaries.models import Factor, PayFigure
from salaries.slices import Slice, industry_slug

pytestmark = pytest.mark.django_db

TPM, PM = "technical-product-manager", "product-manager"


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(
        list(PayFigure.objects.with_provenance()),
        list(Factor.objects.filter(used_in_estimates=True).with_sources()),
        Vocabulary().country_of,
    )


def test_a_role_stands_for_itself_where_it_has_bands(ledger: Ledger) -> None:
    assert ledger.shown_as(TPM, Country.INDIA) == TPM
    assert ledger.shown_as(PM, Country.UNITED_STATES) == PM


def test_another_role_stands_in_only_where_that_is_settled(ledger: Ledger) -> None:
    assert ledger.shown_as(TPM, Country.UNITED_STATES) == PM
    assert ledger.shown_as("growth-product-manager", Country.INDIA) == "growth-product-manager"


def test_a_ledger_that_is_dropped_is_gone_without_a_search_for_garbage(ledger: Ledger) -> None:
    other = Ledger(ledger.figures, [], ledger.country_of)
    other.shown_as(TPM, Country.INDIA)
    dropped = weakref.ref(other)

    gc.disable()
    try:
        del other
        assert dropped() is None
    finally:
        gc.enable()


def test_a_national_slice_rests_on_national_figures(ledger: Ledger) -> None:
    asked = Slice(levels=(Level.SENIOR,))

    assert [one.figure.key for one in ledger.stored(asked, TPM, Country.INDIA)] == ["RB003"]
    assert list(ledger.factor_sets(asked, Country.INDIA)) == []


def test_an_industry_in_another_script_is_none_of_the_country() -> None:
    figure = PayFigure.objects.with_provenance().get(key="RB003")
    figure.industry = "फिनटेक"
    ledger = Ledger([figure], [], Vocabulary().country_of)

    (industry,) = [one.place.industry for one in of_industries(ledger, industry_slug("फिनटेक"))]

    assert industry
    assert of_industries(ledger) == []


def of_industries(ledger: Ledger, *industries: str) -> list[Placed]:
    asked = Slice(levels=(Level.SENIOR,), industries=industries)
    return list(ledger.stored(asked, TPM, Country.INDIA))


def test_a_local_slice_rests_on_the_tier_and_its_factors(ledger: Ledger) -> None:
    asked = Slice(levels=(Level.SENIOR,), cities=("pune",), sizes=(CompanySize.SMALL,))

    ((city, size),) = ledger.factor_sets(asked, Country.INDIA)
    assert list(ledger.stored(asked, TPM, Country.INDIA)) == []
    assert [tier.key for tier in ledger.tiers(asked, TPM, Country.INDIA)] == ["RB003"]
    assert (str(city.city), size.size) == ("Pune", "small")


def test_where_a_source_observed_none_of_a_place_its_broader_figure_stands(ledger: Ledger) -> None:
    asked = Slice(levels=(Level.LEAD,), cities=("seattle", "pune"), sizes=(CompanySize.SMALL,))

    placed = list(ledger.stored(asked, PM, Country.UNITED_STATES))

    assert {(one.place, one.label) for one in placed} == {
        (("seattle", "small", ""), "broader slice used: country")
    }
    assert sorted(one.figure.source.slug for one in placed) == ["aijobs-2025-01", "so-2023-us"]
    assert list(ledger.stored(asked, PM, Country.INDIA)) == []


def test_cities_abroad_are_left_to_their_own_country(ledger: Ledger) -> None:
    asked = Slice(cities=("pune", "seattle"))

    ((factor,),) = ledger.factor_sets(asked, Country.UNITED_STATES)

    assert str(factor.city) == "Seattle"


def test_a_ratio_is_told_once_for_all_rows(ledger: Ledger) -> None:
    pune = ledger.by_city["pune"]

    assert ledger.factor_used(pune) is ledger.factor_used(pune)
