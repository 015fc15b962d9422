"""What the database refuses of an observation, whoever writes it."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from salaries.models import DataRelease, Observation
from salaries.observations.bulk import insert, packed
from tests.observations.files import found_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def row(db: None) -> None:
    del db  # asked for so that it may be written to
    insert(packed(found_in({"low": "170000", "high": "190000"}).columns, DataRelease.objects.get()))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"key": ""}, "observation_has_a_key"),
        ({"level": "wizard"}, "observation_level_is_known"),
        ({"country": "narnia"}, "observation_country_is_known"),
        ({"size": "huge"}, "observation_size_is_known"),
        ({"employment_type": "serf"}, "observation_employment_is_known"),
        ({"remote": "moon"}, "observation_work_place_is_known"),
        ({"pay_kind": "gross"}, "observation_pay_kind_is_known"),
        (
            {"currency": "XXX", "usable": False, "flags": "odd"},
            "observation_currency_is_known",
        ),
        ({"currency": "GBP"}, "usable_observation_is_in_the_currency_of_its_country"),
        ({"usable": False}, "unusable_observation_says_why"),
        ({"pay": 0, "low": None, "high": None}, "observation_says_a_possible_amount"),
        ({"pay": 2_000_000_001, "high": None}, "observation_says_a_possible_amount"),
        ({"low": 185_000}, "observed_pay_lies_within_its_range"),
        ({"high": 175_000}, "observed_pay_lies_within_its_range"),
        ({"low": 0}, "observed_pay_lies_within_its_range"),
        ({"year": 1066}, "observation_has_a_year"),
        ({"years_experience": 71}, "experience_fits_into_a_life"),
        ({"repeat_count": 0}, "observation_was_seen_at_least_once"),
    ],
)
def test_an_observation_that_makes_no_sense_is_refused(changes: dict[str, Any], rule: str) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Observation.objects.update(**changes)

    assert rule in str(caught.value)


def test_a_key_stands_once_in_a_release() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(packed(found_in({}).columns, DataRelease.objects.get()))


def test_what_is_not_usable_may_be_in_another_currency() -> None:
    Observation.objects.update(usable=False, flags="foreign_currency", currency="GBP")

    assert Observation.objects.unusable().get().currency == "GBP"
    assert str(Observation.objects.get()) == "a-1: Product Manager, United States, 2025"
