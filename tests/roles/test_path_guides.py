"""The page of one path: its steps, and the signs that are ticked on it."""

import re
from http import HTTPStatus

import pytest
from django.db import IntegrityError
from django.test import Client
from hypothesis import given

from roles.models import TransitionIndicator
from tests.hostile.input import HOSTILE, MANY
from tests.markup import section, text_of

pytestmark = pytest.mark.django_db

ENGINEER, PM = "/paths/engineer-to-tpm/", "/paths/pm-to-tpm/"


def test_the_way_of_an_engineer_has_five_steps_in_order(client: Client) -> None:
    steps = section(text_of(client, ENGINEER), "steps")

    assert re.findall(r'<li id="([^"]+)"', steps) == ["p-01", "p-02", "p-03", "p-04", "p-05"]
    assert '<ol class="timeline">' in steps
    assert steps.count('href="/data/sources/#ipl-guide-2024"') == 5


def test_the_way_of_a_product_manager_has_eight_steps_and_names_platforms(client: Client) -> None:
    page = text_of(client, PM)

    assert len(re.findall(r'<li id="l-0\d"', section(page, "steps"))) == 8
    resources = section(page, "resources")
    assert all(f'id="platform-{name}"' in resources for name in ("codecademy", "coursera", "udemy"))


def test_a_step_leads_to_the_skills_that_it_builds(client: Client) -> None:
    steps = section(text_of(client, PM), "steps")

    assert all(f'href="/skills/{slug}/"' in steps for slug in ("apis", "cloud", "sql"))


@pytest.mark.parametrize("url", [ENGINEER, PM])
def test_what_is_disputed_leads_to_every_position(client: Client, url: str) -> None:
    disputed = section(text_of(client, url), "disagreements")

    assert "/data/contradictions/#degree-required" in disputed
    assert "/data/contradictions/#do-tpms-code" in disputed


@pytest.mark.parametrize(("url", "prefix"), [(ENGINEER, "eng-"), (PM, "t-")])
def test_each_path_asks_for_twelve_signs_with_a_label_each(
    client: Client, url: str, prefix: str
) -> None:
    form = section(text_of(client, url), "indicators")

    numbers = re.findall(rf'name="yes"\s+value="{prefix}(\d+)"', form)
    assert sorted(numbers) == [f"{number:02}" for number in range(1, 13)]
    assert form.count('<label class="check">') == 12
    assert 'method="get"' in form


def test_the_ticks_are_counted_read_and_followed_by_next_steps(client: Client) -> None:
    page = text_of(client, f"{PM}?yes=t-07&yes=t-01&yes=t-07")
    reading = section(page, "reading")

    assert "You ticked 2 of 12 signs." in reading
    assert "Few of the signs are there." in reading
    assert "Technical work: 1 of 5" in reading
    assert "Leading and working with others: 0 of 4" in reading
    assert "Ask for a seat in one regular technical discussion" in reading
    assert "no forecast" in reading
    assert len(re.findall(r"checked>", page)) == 2


def test_the_answers_have_one_address_whatever_their_order(client: Client) -> None:
    answered = f"{PM}?yes=t-01&amp;yes=t-07"

    page = text_of(client, f"{PM}?yes=t-07&yes=t-01&yes=t-07&colour=red")

    assert f'<link rel="canonical"\n      href="http://testserver{answered}">' in page
    assert f'<a href="{answered}#reading">Link to these answers</a>' in page
    assert "no such parameter: colour." in page


def test_without_a_tick_the_reading_says_so_and_prints_the_rule(client: Client) -> None:
    reading = section(text_of(client, PM), "reading")

    assert "You ticked 0 of 12 signs." in reading
    assert "Nothing is ticked." in reading
    assert "From 8, two thirds" in reading
    assert "Link to these answers" not in reading


def test_no_answer_is_stored(client: Client) -> None:
    response = client.get(f"{PM}?yes=t-01")

    assert not response.cookies
    assert "Set-Cookie" not in response.headers


def test_a_path_leads_on_to_the_levels_and_their_pay(client: Client) -> None:
    following = re.findall(r'href="([^"]+)"', section(text_of(client, PM), "continue"))

    assert "/salaries/premium/" in following
    assert "/roles/technical-product-manager/mid/" in following
    assert "/salaries/?level=mid" in following
    assert {client.get(url).status_code for url in following} == {HTTPStatus.OK}


def test_an_unknown_sign_answers_400_and_shows_no_reading(client: Client) -> None:
    page = text_of(client, f"{ENGINEER}?yes=t-01", status=HTTPStatus.BAD_REQUEST)

    assert "<code>yes</code>" in page
    assert "<code>eng-12</code>" in page
    assert 'id="reading"' not in page


def test_every_sign_has_a_next_step_of_its_own() -> None:
    steps = list(TransitionIndicator.objects.values_list("next_step", flat=True))

    assert len(steps) == len(set(steps)) == 24


@MANY
@given(value=HOSTILE.filter(bool))
def test_a_hostile_sign_is_refused(client: Client, value: str) -> None:
    response = client.get(PM, {"yes": value})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"\x00" not in response.content


@pytest.mark.parametrize(
    ("changed", "broken"),
    [
        ({"theme": "weather"}, "indicator_theme_is_known"),
        ({"next_step": ""}, "indicator_names_a_next_step"),
        ({"path": "wizard-to-tpm"}, "indicator_is_on_a_known_path"),
    ],
)
def test_the_database_refuses_a_sign_that_says_nothing(
    changed: dict[str, str], broken: str
) -> None:
    with pytest.raises(IntegrityError, match=broken):
        TransitionIndicator.objects.filter(key="t-01").update(**changed)
