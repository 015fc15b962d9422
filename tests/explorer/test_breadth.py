import pytest
from django.test import Client

from salaries.choices import CompanySize, Country
from salaries.explorer.breadth import MOST_SLICES, too_wide
from salaries.slices import Slice

CITIES = tuple(f"city-{number}" for number in range(22))
WIDE = (
    "view=cities&country=india&country=united-states&size=small&size=large&"
    "role=product-manager&role=technical-product-manager"
)


def test_every_city_at_every_level_is_answered() -> None:
    assert too_wide(Slice(cities=CITIES), releases=1) == ""


@pytest.mark.parametrize(
    ("asked", "releases", "number"),
    [
        (Slice(cities=CITIES, sizes=tuple(CompanySize)), 1, 4 * 22 * 3),
        (Slice(countries=tuple(Country), roles=("a", "b")), 12, 4 * 2 * 2 * 12),
    ],
)
def test_more_is_refused_with_the_number(asked: Slice, releases: int, number: int) -> None:
    refusal = too_wide(asked, releases=releases)

    assert f"{number} slices" in refusal
    assert str(MOST_SLICES) in refusal


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["", "export.csv", "figure.json", "card.svg"])
def test_a_view_that_is_too_wide_is_refused_everywhere(client: Client, path: str) -> None:
    response = client.get(f"/salaries/{path}?{WIDE}")

    assert response.status_code == 400
    assert "496 slices" in response.content.decode()
