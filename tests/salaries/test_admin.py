"""Stewards keep the figures in the admin: none without its source, year and kind."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.utils.timezone import localdate

from roles.admin.keys import key_names
from roles.models import Source
from salaries.models import City, CityAlias, DataRelease, ExchangeRate, Factor, PayFigure
from tests.admin_pages import (
    address,
    errors_of,
    label,
    posted,
    save,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def draft(db: None) -> None:
    """Make the release a draft again: the rows of a published one are never changed."""
    del db  # asked for so that there is a database
    DataRelease.objects.update(status="draft")


def band() -> PayFigure:
    return PayFigure.objects.get(key="RB001")


def band_page() -> str:
    return address(PayFigure, "change", band().pk)


def test_a_band_is_changed(admin_client: Client) -> None:
    answer = save(admin_client, band_page(), low=1_100_000)

    assert answer.status_code == 302
    assert band().low == 1_100_000


@pytest.mark.parametrize("model", [PayFigure, Factor], ids=label)
def test_every_field_can_be_edited(admin_client: Client, model: type[Model]) -> None:
    """A rule of the database is said by the form only where the form has all of its fields."""
    form = admin_client.get(address(model, "add")).context["adminform"].form

    kept = (*model._meta.fields, *model._meta.many_to_many)
    assert set(form.fields) == {field.name for field in kept if not field.primary_key}


@pytest.mark.parametrize("field", ["source", "year", "kind", "pay_kind", "currency", "place"])
def test_a_figure_says_where_it_comes_from(admin_client: Client, field: str) -> None:
    page = save(admin_client, band_page(), low=1, **{field: ""})

    assert page.context["adminform"].form.errors[field] == ["This field is required."]
    assert band().low != 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"low": 9_000_000}, "figure_low_is_not_above_high"),
        ({"low": "", "high": ""}, "figure_says_an_amount"),
        ({"p25": 3_000_000, "p50": 2_000_000, "p75": 4_000_000}, "figure_percentiles_rise"),
        ({"kind": "observed"}, "observed figure has quartiles"),
        ({"first_year": 2025}, "figure_years_are_in_order"),
        ({"size": "large"}, "tier_is_a_national_level_band"),
    ],
)
def test_what_the_database_refuses_is_said_by_the_form(
    admin_client: Client, changes: dict[str, object], sentence: str
) -> None:
    page = save(admin_client, band_page(), **changes)

    assert page.status_code == 200
    assert sentence.replace("_", " ") in errors_of(page)
    assert band().low == 1_000_000


@pytest.mark.parametrize("amount", [22, 85_00, 2_200_000_000])
def test_an_amount_in_another_unit_is_refused(admin_client: Client, amount: int) -> None:
    page = save(admin_client, band_page(), high=amount)

    assert f"{amount:,} INR is no pay of a year. Write whole units" in errors_of(page)
    assert band().high == 1_500_000


QUARTILES = {"kind": "observed", "p25": 11_00_000, "p50": 12_00_000, "p75": 13_00_000}
TAILS = {**QUARTILES, "p10": 10_00_000, "p90": 14_00_000}


@pytest.mark.parametrize(
    ("observed", "said"),
    [
        ({**QUARTILES, "n": 4}, "a sample size of at least 5: fewer values tell who answered"),
        (QUARTILES, "a sample size of at least 5"),
        ({**TAILS, "n": 9}, "Fewer than 10 values have no tenth and no ninetieth percentile"),
    ],
)
def test_an_observed_figure_that_tells_of_few_people_is_refused(
    admin_client: Client, observed: dict[str, object], said: str
) -> None:
    page = save(admin_client, band_page(), **observed)

    assert said in errors_of(page)
    assert band().n is None


@pytest.mark.parametrize("observed", [{**QUARTILES, "n": 5}, {**TAILS, "n": 10}])
def test_an_observed_figure_of_enough_people_is_kept(
    admin_client: Client, observed: dict[str, object]
) -> None:
    assert save(admin_client, band_page(), **observed).status_code == 302


def test_a_low_pay_that_a_source_reports_is_kept(admin_client: Client) -> None:
    """An observation of as much is not used without a look; a source may well say it."""
    assert save(admin_client, band_page(), low=3_00_000).status_code == 302


@pytest.mark.parametrize("year", [1066, 2062])
def test_a_mistyped_year_is_refused_with_those_that_there_are(
    admin_client: Client, year: int
) -> None:
    page = save(admin_client, band_page(), year=year)

    next_year = localdate().year + 1
    assert f"{year} is not a year from 1990 to {next_year}." in errors_of(page)
    assert band().year != year


def test_a_second_tier_is_refused_in_words_that_say_what_to_do(admin_client: Client) -> None:
    twin = {**posted(admin_client.get(band_page())), "key": "twin"}

    page = save(admin_client, address(PayFigure, "add"), **twin)

    assert "untick “Is tier” there first" in errors_of(page)
    assert not PayFigure.objects.filter(key="twin").exists()


def test_who_deletes_the_source_of_a_ratio_is_told_why_it_stays(admin_client: Client) -> None:
    source = Source.objects.filter(factors__isnull=False, pay_figures=None, citations=None)[0]
    page = address(Source, "delete", source.pk)

    answer = admin_client.post(page, {"post": "yes"})

    assert len(answer.context["protected"]) == source.factors.count()
    assert Source.objects.filter(pk=source.pk).exists()


def test_a_city_stays_in_the_country_of_what_rests_on_it(admin_client: Client) -> None:
    city = City.objects.get(slug="pune")

    page = save(admin_client, address(City, "change", city.pk), country="united-states")

    assert "as a city of another country" in errors_of(page)
    assert City.objects.get(slug="pune").country == "india"


def test_a_figure_and_its_city_are_in_one_country(admin_client: Client) -> None:
    abroad = City.objects.exclude(country=band().country)[0]

    page = save(admin_client, band_page(), city=abroad.pk, is_tier=None)

    assert "is in United States" in errors_of(page)


def test_a_key_is_used_once_in_a_release(admin_client: Client) -> None:
    same = posted(admin_client.get(band_page()))

    page = save(admin_client, address(PayFigure, "add"), **same)

    assert "already exists" in errors_of(page)


def test_a_factor_names_at_least_one_source(admin_client: Client) -> None:
    factor = Factor.objects.all()[0]

    page = save(admin_client, address(Factor, "change", factor.pk), sources=[])

    assert page.context["adminform"].form.errors["sources"] == ["This field is required."]
    assert factor.sources.exists()


def test_a_factor_lies_within_its_interval(admin_client: Client) -> None:
    factor = Factor.objects.exclude(low=None)[0]

    page = save(admin_client, address(Factor, "change", factor.pk), value="9.000")

    assert "factor lies within its interval" in errors_of(page)


def test_a_city_gets_another_name_on_its_own_page(admin_client: Client) -> None:
    city = City.objects.get(slug="bengaluru")
    row = f"aliases-{city.aliases.count()}"

    save(admin_client, address(City, "change", city.pk), **{f"{row}-slug": "garden-city"})

    assert city.aliases.filter(slug="garden-city").exists()


def test_another_name_of_a_city_is_not_the_name_of_a_second(admin_client: Client) -> None:
    city = City.objects.get(slug="bengaluru")
    row = f"aliases-{city.aliases.count()}"

    page = save(admin_client, address(City, "change", city.pk), **{f"{row}-slug": "pune"})

    assert "is already the slug of a city" in errors_of(page)


@pytest.mark.parametrize("model", [PayFigure, Factor, DataRelease, City, ExchangeRate], ids=label)
def test_what_names_a_saved_object_stays(admin_client: Client, model: type[Model]) -> None:
    first = model._default_manager.all()[0]
    named = key_of(first)
    other = {"key": "other", "slug": "other", "release": "", "currency": "GBP", "year": 2001}
    changes = {name: value for name, value in other.items() if name in key_names(model)}

    answer = save(admin_client, address(model, "change", first.pk), **changes)

    assert answer.status_code == 302
    assert changes
    assert key_of(model._default_manager.get(pk=first.pk)) == named


def key_of(instance: Any) -> object:
    return instance.natural_key()


def test_a_new_city_is_not_its_own_other_name(admin_client: Client) -> None:
    """A link that uses it would be redirected to itself without end."""
    new = {"slug": "agra", "name": "Agra", "country": "india", "aliases-0-slug": "agra"}

    page = save(admin_client, address(City, "add"), **new)

    assert "“agra” is already the slug of a city." in errors_of(page)
    assert not City.objects.filter(slug="agra").exists()


def test_another_name_that_a_city_has_already_stays(admin_client: Client) -> None:
    alias = CityAlias.objects.all()[0]

    save(admin_client, address(City, "change", alias.city.pk), **{"aliases-0-slug": "renamed"})

    assert not CityAlias.objects.filter(slug="renamed").exists()
    assert CityAlias.objects.filter(pk=alias.pk, slug=alias.slug).exists()
