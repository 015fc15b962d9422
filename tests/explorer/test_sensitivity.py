"""What hangs on each ratio of a modelled figure: the band if it were a tenth lower or higher."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from salaries.estimation import Ratio
from salaries.origins import FactorUsed

pytestmark = pytest.mark.django_db

HYDERABAD = "level=senior&city=hyderabad&size=large"


def factors(client: Client, query: str) -> tuple[FactorUsed, ...]:
    (row,) = client.get(f"/salaries/?{query}&kind=modelled").context["answer"].rows
    return tuple(row.working.factors)


def test_each_ratio_of_the_worked_example_moves_the_band_by_a_tenth(client: Client) -> None:
    # 24.42 to 33.30 lakh before rounding, times 0.9 and times 1.1, to half a lakh.
    city, size = factors(client, HYDERABAD)

    assert (city.less, city.more) == ("₹22-30 lakh", "₹27-36.5 lakh")
    assert (size.less, size.more) == (city.less, city.more)


def test_a_ratio_with_an_exponent_moves_the_band_by_less() -> None:
    assert Ratio(1.2, 1.1, 1.3, exponent=0.5).times(1.1).applied == pytest.approx(1.32**0.5)


def test_the_page_prints_it_beside_the_ratio(client: Client) -> None:
    page = " ".join(strip_tags(client.get(f"/salaries/?{HYDERABAD}").text).split())

    assert "A tenth lower, it would give ₹22-30 lakh; a tenth higher, ₹27-36.5 lakh." in page


def test_a_ratio_that_no_band_rests_on_says_nothing_of_one(client: Client) -> None:
    page = client.get("/salaries/").content.decode()

    assert "A tenth lower" not in page
