"""The pay of both levels beside a plan, and the step between them in words."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from roles.choices import Level
from roles.plan.asking import Asked
from salaries.choices import Country, Currency, Kind, PayKind
from salaries.models import DataRelease, PayFigure
from salaries.rows import PayRow
from tests.markup import section, text_of
from tests.plan_pages import PLAN, bands, words
from tpmguide.plan.pay import sentence

pytestmark = pytest.mark.django_db

BAND = PayRow(
    "Technical Product Manager",
    Level.MID,
    Country.INDIA,
    "",
    None,
    Kind.REPORTED,
    PayKind.BASE,
    Currency.INR,
    low=1_000_000,
    high=1_500_000,
    open_ended=False,
    sources=(),
    place="",
    year=2024,
    year_label="2024",
    release="2026-11",
)


def test_the_pay_of_both_levels_carries_kind_sample_year_and_source(client: Client) -> None:
    pay = section(text_of(client, PLAN), "pay")
    body = pay.partition("<tbody>")[2]
    rows = [words(row) for row in re.findall(r"<tr>(.*?)</tr>", body, flags=re.DOTALL)]

    assert [row.split()[0] for row in rows] == ["Mid", "Senior"]
    for row, amount in zip(rows, ("₹15-22 lakh", "₹22-30 lakh"), strict=True):
        assert amount in row
        assert "Reported annual pay, parts not stated" in row
        assert "sample not stated; about 2024; release 2026-11" in row
        assert "IPL guide (2024)" in row
    assert "lower end is ₹7 lakh higher, the upper end ₹8 lakh higher" in pay
    assert "No source says that closing a gap, or any single skill, brings the pay" in pay


def test_a_pinned_release_keeps_its_pay_when_a_newer_one_is_published(client: Client) -> None:
    pinned = "/plan/?from=mid&to=senior&release=2026-11&s.kt-02=2"
    before = bands(text_of(client, pinned))
    DataRelease.objects.create(slug="2027-01", status="published", as_of=date(2027, 1, 15))

    after = text_of(client, pinned)

    assert bands(after) == before
    assert 'name="release" value="2026-11"' in after
    assert "gives one reported band" in text_of(client, "/plan/?from=mid&s.kt-02=2")


def test_a_guide_without_a_release_says_that_no_band_is_held(client: Client) -> None:
    DataRelease.objects.update(status="withdrawn")

    page = text_of(client, PLAN)

    assert "No source that this guide holds gives one reported band" in section(page, "pay")
    assert "with the pay of release" not in page


def test_two_reported_bands_of_one_level_are_not_set_against_each_other(client: Client) -> None:
    figure = PayFigure.objects.get(
        role__slug="technical-product-manager", country="india", level="senior", kind="reported"
    )
    figure.pk, figure.key, figure.is_tier = None, "second", False
    figure.save()

    pay = section(text_of(client, PLAN), "pay")

    assert "gives one reported band for each of the two levels" in pay
    assert pay.count('<th scope="row"') == 3


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "the lower end is the same, the upper end the same"),
        ({"low": 900_000}, "the lower end is ₹1 lakh lower, the upper end the same"),
        ({"open_ended": True}, "the lower end is the same, and the upper end is left open"),
        ({"pay_kind": PayKind.TOTAL}, "of different kinds of pay"),
    ],
)
def test_the_step_in_pay_is_said_as_far_as_the_bands_allow(
    changed: dict[str, Any], said: str
) -> None:
    upper = replace(BAND, level=Level.SENIOR, **changed)

    assert said in sentence(Asked(start=Level.MID, target=Level.SENIOR), (BAND, upper))
