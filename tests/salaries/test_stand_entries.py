"""One figure and a pay beside it, in words."""

from typing import Any

import pytest
from django.test import Client

from salaries.choices import Kind, PayKind
from salaries.position.places import place
from salaries.stand.asking import Own
from salaries.stand.beside import verdict
from salaries.stand.entries import distances, entry, percentile
from tests.salaries.examples import pay_row

HALF_OPEN = "A band includes its lower end and not its upper one, as a level does."


@pytest.mark.parametrize(("n", "words"), [(29, "No percentile: 29"), (30, "Percentile: at P25")])
def test_the_threshold_for_a_percentile_is_exact(n: int, words: str) -> None:
    row = pay_row(kind=Kind.OBSERVED, low=100, p50=200, high=300, n=n, n_unit="adverts")

    assert percentile(100, row).startswith(words)


def test_a_place_among_observed_pay_is_not_called_a_percentile() -> None:
    row = pay_row(kind=Kind.OBSERVED)

    said = verdict(place(27_00_000, low=row.low, high=row.high), row)

    assert said == "62.5 % of the way from P25 to P75, in money (₹22-30 lakh)"


@pytest.mark.parametrize(
    ("pay", "changes", "said", "far"),
    [
        (
            20_00_000,
            {},
            "Below the reported band of ₹22-30 lakh",
            "₹2 lakh below its lower end, ₹10 lakh below its upper end.",
        ),
        (
            31_00_000,
            {"kind": Kind.MODELLED},
            "Above the modelled band of ₹22-30 lakh",
            "₹9 lakh above its lower end, ₹1 lakh above its upper end.",
        ),
        (
            31_00_000,
            {"open_ended": True},
            "In the open part of ₹22-30 lakh and more: no upper end is stated",
            "₹9 lakh above the lowest amount stated, ₹1 lakh above the highest.",
        ),
        (
            20_00_000,
            {"open_ended": True},
            "Below the reported band of ₹22-30 lakh and more",
            "₹2 lakh below the lowest amount stated, ₹10 lakh below the highest.",
        ),
        (
            26_00_000,
            {"open_ended": True},
            "Between the amounts stated in ₹22-30 lakh and more: no upper end is stated",
            "₹4 lakh above the lowest amount stated, ₹4 lakh below the highest.",
        ),
        (
            30_00_000,
            {"open_ended": True, "kind": Kind.MODELLED},
            "Between the amounts stated in ₹22-30 lakh and more: no upper end is stated",
            "₹8 lakh above the lowest amount stated, at the highest.",
        ),
        (
            26_00_000,
            {"is_average": True},
            "Between the lowest and the highest average, ₹22-30 lakh",
            "₹4 lakh above the lowest average, ₹4 lakh below the highest.",
        ),
        (
            31_00_000,
            {"is_average": True},
            "Above the highest average of ₹22-30 lakh",
            "₹9 lakh above the lowest average, ₹1 lakh above the highest.",
        ),
        (
            22_00_000,
            {},
            "0 % of the way through ₹22-30 lakh",
            "Within the reported band: at its lower end, ₹8 lakh below its upper end.",
        ),
        (
            30_00_000,
            {},
            "At the upper end of the reported band of ₹22-30 lakh",
            f"₹8 lakh above its lower end, at its upper end. {HALF_OPEN}",
        ),
        (
            30_00_000,
            {"kind": Kind.OBSERVED},
            "100 % of the way from P25 to P75, in money (₹22-30 lakh)",
            "Within the middle half (P25 to P75): ₹8 lakh above its lower end, at its upper end.",
        ),
        (20_00_000, {"high": 22_00_000}, "Below ₹22 lakh", "₹2 lakh below it."),
        (22_00_000, {"high": 22_00_000}, "Exactly ₹22 lakh", ""),
        (
            24_00_000,
            {"high": 22_00_000, "is_average": True},
            "Above the average of ₹22 lakh",
            "₹2 lakh above it.",
        ),
    ],
)
def test_the_place_and_the_distances_are_said_in_words(
    pay: int, changes: dict[str, Any], said: str, far: str
) -> None:
    row = pay_row(**changes)
    where = place(pay, low=row.low, high=row.high)

    assert verdict(where, row) == said
    assert distances(where, row) == far


@pytest.mark.django_db
def test_a_modelled_middle_half_ends_at_percentiles_and_not_at_a_bound(client: Client) -> None:
    query = "level=senior&city=seattle&role=product-manager"
    found = client.get(f"/salaries/?{query}&kind=modelled").context["answer"].rows

    (row,) = [row for row in found if row.working and row.working.computed_at]
    where = place(row.high, low=row.low, high=row.high)

    assert verdict(where, row).startswith("100 % of the way through")
    assert HALF_OPEN not in distances(where, row)


def test_a_pay_is_compared_on_the_condition_that_it_is_of_the_same_kind() -> None:
    own = Own(27_00_000, None)

    stated = entry(own, pay_row(pay_kind=PayKind.TOTAL), end=40_00_000)
    unstated = entry(own, pay_row(), end=40_00_000)

    assert stated.condition == (
        "This holds only if your amount is of the same kind: total compensation."
    )
    assert unstated.condition.startswith("The source does not say which parts of pay")


def test_a_pay_that_is_said_to_be_of_the_same_kind_is_compared_on_no_condition() -> None:
    own = Own(27_00_000, PayKind.TOTAL)

    same = entry(own, pay_row(pay_kind=PayKind.TOTAL), end=40_00_000)
    unstated = entry(own, pay_row(), end=40_00_000)

    assert same.verdict.startswith("62.5 %")
    assert same.condition == ""
    assert unstated.condition.startswith("The source does not say which parts of pay")


def test_a_range_with_an_open_end_holds_any_amount_above() -> None:
    row = pay_row(
        kind=Kind.MODELLED, plausible_low=20_00_000, plausible_high=35_00_000, open_ended=True
    )

    said = entry(Own(60_00_000, None), row, end=70_00_000).plausible

    assert said == (
        "The modelled band, widened by its error: ₹20-35 lakh and more; your amount is within that."
    )
