from urllib.parse import parse_qs

import pytest

from roles.choices import Level
from salaries.choices import CompanySize, Country, Kind
from salaries.slices import Slice


def test_defaults_are_left_out_of_the_query() -> None:
    assert Slice().query() == ""
    assert Slice().url("/salaries/") == "/salaries/"


def test_the_query_has_one_order_whatever_was_asked_first() -> None:
    asked = Slice(levels=(Level.SENIOR,), cities=("bengaluru",), sizes=(CompanySize.LARGE,), page=2)

    assert asked.query() == "level=senior&city=bengaluru&size=large&page=2"


def test_a_city_says_its_country_by_itself() -> None:
    abroad = Slice(countries=(Country.UNITED_STATES,))
    seattle = Slice(countries=(Country.UNITED_STATES,), cities=("seattle",))

    assert abroad.query() == "country=united-states"
    assert seattle.query() == "city=seattle"


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("levels", "mid", "level=senior&city=pune&size=small&kind=modelled"),
        ("cities", "pune", "level=mid&level=senior&size=small&kind=modelled"),
        ("sizes", "small", "level=mid&level=senior&city=pune&kind=modelled"),
        ("kinds", "modelled", "level=mid&level=senior&city=pune&size=small"),
    ],
)
def test_removing_one_value_keeps_the_others(field: str, value: str, left: str) -> None:
    asked = Slice(
        levels=(Level.MID, Level.SENIOR),
        cities=("pune",),
        sizes=(CompanySize.SMALL,),
        kinds=(Kind.MODELLED,),
        page=3,
    )

    assert asked.without(field, value).query() == left


def test_removing_the_last_role_or_country_returns_to_the_default() -> None:
    asked = Slice(roles=("product-manager",), countries=(Country.UNITED_STATES,))

    assert asked.without("roles", "product-manager").roles == ("technical-product-manager",)
    assert asked.without("countries", "united-states").countries == (Country.INDIA,)


def test_sorting_and_paging_keep_every_filter() -> None:
    asked = Slice(levels=(Level.LEAD,), cities=("pune", "mumbai"))

    assert parse_qs(asked.sorted_by("-high").query()) == {
        "level": ["lead"],
        "city": ["pune", "mumbai"],
        "sort": ["-high"],
    }
    assert parse_qs(asked.on_page(2).query())["city"] == ["pune", "mumbai"]


def test_no_level_asked_for_shows_all_four() -> None:
    assert Slice().levels_shown == tuple(Level)
