"""The map of the city view: the same lines as its list, where sources say they lie."""

import re
from decimal import Decimal
from itertools import combinations

import pytest
from django.db import IntegrityError
from django.test import Client

from salaries.choices import Country
from salaries.maps.drawing import FRAMES, WIDTH, Map, Spot, drawn
from salaries.maps.labels import Box, dot, label, placed
from salaries.models import City
from tests.explorer.test_cities import CITIES, LOW, charts_of
from tests.observed.conftest import Publish
from tests.salaries.adverts import adverts


def spots(country: Country) -> list[Spot]:
    """Return the shipped cities of a country, each with a number of two digits."""
    found = City.objects.filter(country=country)
    return [
        Spot(city.name, *city.position, str(number))
        for number, city in enumerate(found, start=10)
        if city.position
    ]


def boxes(found: Map) -> list[Box]:
    return [
        label((mark.text_x, mark.text_y), mark.spot.text)
        for mark in found.marks
        if mark.text_x is not None and mark.text_y is not None
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("country", "number"), [("india", 9), ("united-states", 22)])
def test_no_number_lies_on_another_or_on_a_dot(country: str, number: int) -> None:
    found = drawn(Country(country), spots(Country(country)))

    numbers, dots = boxes(found), [dot((mark.x, mark.y)) for mark in found.marks]
    assert len(numbers) == len(dots) == number
    assert not any(one.meets(other) for one, other in combinations(numbers, 2))
    assert not any(one.meets(other) for one in numbers for other in dots)
    assert all(box.is_within(found.width, found.height) for box in numbers + dots)


def test_north_is_up_and_distances_are_alike_in_both_directions() -> None:
    chennai, mumbai, chandigarh = drawn(
        Country.INDIA,
        [Spot("", 13.1, 80.3, ""), Spot("", 19.1, 72.9, ""), Spot("", 30.7, 76.8, "")],
    ).marks

    assert chandigarh.y < mumbai.y < chennai.y
    assert mumbai.x < chandigarh.x < chennai.x
    # Some 785 km by 665 km, at 19 degrees north and to the tenth of the way.
    across, down = chennai.x - mumbai.x, chennai.y - mumbai.y
    assert across / down == pytest.approx(785 / 665, rel=0.1)


@pytest.mark.parametrize("country", Country)
def test_the_coast_is_drawn_within_the_map(country: Country) -> None:
    found = drawn(country, [])

    points = [tuple(map(float, one)) for one in re.findall(r"([\d.-]+) ([\d.-]+)", found.coast)]
    assert len(points) > 50
    assert all(0 <= x <= WIDTH and 0 <= y <= found.height for x, y in points)
    west, south, east, north = FRAMES[country]
    assert found.height / WIDTH > (north - south) / (east - west)


def test_a_number_keeps_off_the_edge_and_a_line_joins_one_that_stands_apart() -> None:
    here = [(315.0, 50.0)] * 4

    found = placed(here, ["1", "2", "3", "4"], width=320, height=100)

    assert len(set(found)) == 4
    assert all(place and label(place, "1").is_within(320, 100) for place in found)
    crowd = drawn(Country.INDIA, [Spot("", 20, 80, str(number)) for number in range(10, 20)])
    assert {mark.is_led for mark in crowd.marks} == {True, False}


def test_where_nothing_is_free_a_number_is_drawn_all_the_same() -> None:
    many = [(10.0, 10.0)] * 60

    found = placed(many, ["1"] * 60, width=20, height=20)

    assert None not in found


@pytest.mark.django_db
def test_the_map_says_what_the_list_says(client: Client, publish: Publish) -> None:
    publish(*adverts(LOW), *adverts(range(150_000, 210_000, 5_000), city="Austin", region="TX"))

    (chart,) = charts_of(client, f"{CITIES}&city=austin")

    assert chart.map is not None
    said = {mark.spot.name: mark.spot.text for mark in chart.map.marks}
    assert said == {line.label: str(line.rank or "") for line in chart.lines}
    assert [mark.spot.name for mark in chart.map.marks if mark.spot.is_chosen] == ["Austin"]
    page = client.get(f"/salaries/?{CITIES}&city=austin").content.decode()
    assert page.count("<circle") == len(chart.lines)
    assert page.count("map-empty") == len([line for line in chart.lines if not line.rank])
    assert 'href="/data/sources/#geonames-2026"' in page


@pytest.mark.django_db
def test_a_city_that_nobody_has_placed_stands_in_the_list_alone(client: Client) -> None:
    lost = {"latitude": None, "longitude": None, "position_source": None}
    City.objects.filter(slug="pune").update(**lost)
    # Somewhere else than in what is drawn of the country.
    City.objects.filter(slug="kolkata").update(longitude=Decimal("-88.4"))

    (chart,) = charts_of(client, "view=cities&level=senior")

    assert chart.map is not None
    assert len(chart.map.marks) == len(chart.lines) - 2
    City.objects.update(**lost)
    (chart,) = charts_of(client, "view=cities&level=senior")
    assert (chart.map, chart.located_by) == (None, ())
    assert "map-plot" not in client.get("/salaries/?view=cities").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"position_source": None},
        {"latitude": None},
        {"longitude": None},
        {"latitude": Decimal("90.1")},
        {"longitude": Decimal("-180.1")},
    ],
)
def test_half_a_position_or_one_without_a_source_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="city_position_is_whole_and_has_a_source"):
        City.objects.filter(slug="pune").update(**changes)
