"""A visitor's own pay: what may be typed, and where it lies beside a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries import money
from salaries.choices import Currency
from salaries.position.amounts import LIMITS, AmountError, amount, one_amount
from salaries.position.places import (
    Drawing,
    Place,
    Side,
    Stretch,
    axis_end,
    drawing,
    interval,
    place,
)

MARKS = (("P10", 100), ("P25", 200), ("the median", 300), ("P75", 400), ("P90", 500))


@pytest.mark.parametrize(
    ("text", "currency", "whole"),
    [
        ("2600000", "INR", 26_00_000),
        ("26,00,000", "INR", 26_00_000),
        ("2,600,000", "INR", 26_00_000),
        ("26 lakh", "INR", 26_00_000),
        ("26L", "INR", 26_00_000),
        ("26 LPA", "INR", 26_00_000),
        ("26.5 lacs", "INR", 26_50_000),
        ("1.2 crore", "INR", 1_20_00_000),
        ("1.2cr", "INR", 1_20_00_000),
        ("₹ 26 lakh", "INR", 26_00_000),
        ("Rs. 26,00,000", "INR", 26_00_000),
        ("26\N{NO-BREAK SPACE}lakh INR", "INR", 26_00_000),
        ("$130,000", "USD", 130_000),
        ("US$ 130k", "USD", 130_000),
        ("130000 usd", "USD", 130_000),
        ("  130,000.00 ", "USD", 130_000),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, currency: str, whole: int) -> None:
    assert amount(text, Currency(currency)) == whole


@pytest.mark.parametrize(
    ("text", "currency", "words"),
    [
        ("26", "INR", ["“26”", "Lakh or rupees?", "For ₹26 lakh, type ₹26,00,000"]),
        ("2600", "INR", ["“2600”", "Lakh or rupees?", "For ₹26 lakh, type ₹26,00,000"]),
        ("0", "INR", ["Lakh or rupees?", "such as 2600000, 26,00,000 or 26 lakh"]),
        ("130", "USD", ["Thousands or dollars?", "type $130,000"]),
        ("216667", "INR", ["looks like a month's pay", "₹26,00,004"]),
        ("10,833", "USD", ["looks like a month's pay", "$129,996"]),
        ("11 crore", "INR", ["more than ₹10 crore"]),
        ("2600000", "USD", ["more than $1,000,000", "whole US dollars"]),
        ("$130,000", "INR", ["not in rupees", "nothing is converted"]),
        ("26 lakh", "USD", ["not in US dollars", "130,000 or $130,000"]),
        ("26,00", "INR", ["is not an amount", "26,00,000 or 26 lakh"]),
        ("2600000.5", "INR", ["is not a whole number of rupees"]),
        ("-2600000", "INR", ["is not an amount"]),
        ("26 lakh or so", "INR", ["is not an amount"]),
        ("٢٦٠٠٠٠٠", "INR", ["is not an amount"]),
        ("9" * 50_000, "INR", ["is not an amount"]),
        ("26\0lakh", "INR", ["is not an amount", "26\N{REPLACEMENT CHARACTER}lakh"]),
    ],
)
def test_what_is_no_year_s_pay_is_refused_with_what_would_be_right(
    text: str, currency: str, words: list[str]
) -> None:
    with pytest.raises(AmountError) as refused:
        amount(text, Currency(currency))

    message = str(refused.value)
    assert [word for word in words if word not in message] == []
    assert len(message) < 300


def test_no_text_is_no_amount_and_two_are_refused() -> None:
    assert one_amount(["", "  "], Currency.INR) is None
    assert one_amount(["", "26 lakh"], Currency.INR) == 26_00_000
    with pytest.raises(AmountError, match="Give one amount, not 2"):
        one_amount(["26 lakh", "27 lakh"], Currency.INR)


@given(st.sampled_from(sorted(LIMITS)), st.data())
def test_every_amount_that_the_page_prints_in_full_can_be_typed(
    currency: Currency, data: st.DataObject
) -> None:
    limits = LIMITS[currency]
    whole = data.draw(st.integers(limits.lowest, limits.highest))

    assert amount(money.in_full(whole, whole, currency), currency) == whole


@given(st.text(max_size=60), st.sampled_from(sorted(LIMITS)))
def test_any_text_is_an_amount_within_the_limits_or_is_refused(
    text: str, currency: Currency
) -> None:
    try:
        whole = amount(text, currency)
    except AmountError:
        return

    assert LIMITS[currency].lowest <= whole <= LIMITS[currency].highest


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        (27_00_000, Place(Side.WITHIN, 62.5, 5_00_000, 3_00_000)),
        (22_00_000, Place(Side.WITHIN, 0.0, 0, 8_00_000)),
        (30_00_000, Place(Side.WITHIN, 100.0, 8_00_000, 0)),
        (21_99_999, Place(Side.BELOW, None, 1, 8_00_001)),
        (31_00_000, Place(Side.ABOVE, None, 9_00_000, 1_00_000)),
    ],
)
def test_a_pay_lies_below_within_or_above_a_band(pay: int, expected: Place) -> None:
    assert place(pay, low=22_00_000, high=30_00_000) == expected


def test_a_band_without_width_has_no_percentage() -> None:
    assert place(21_25_000, low=21_25_000, high=21_25_000).percent_text == ""
    assert place(27_00_000, low=22_00_000, high=30_00_000).percent_text == "62.5 %"
    assert place(26_00_000, low=22_00_000, high=30_00_000).percent_text == "50 %"


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (99, "below P10"),
        (100, "at P10"),
        (150, "between P10 and P25"),
        (299, "between P25 and the median"),
        (300, "at the median"),
        (450, "between P75 and P90"),
        (501, "above P90"),
    ],
)
def test_a_percentile_is_only_the_interval_between_two_stored_ones(pay: int, words: str) -> None:
    assert interval(pay, MARKS) == words


def test_percentiles_that_are_equal_are_all_named() -> None:
    assert interval(200, (("P25", 200), ("the median", 200), ("P75", 400))) == (
        "at P25 and the median"
    )


def test_band_range_and_pay_are_drawn_on_one_axis() -> None:
    end = axis_end([50, 100])

    drawn = drawing(21, (42, 84), around=(21, 105), end=end)

    assert end == 105
    assert drawn == Drawing(Stretch(40.0, 40.0), Stretch(20.0, 80.0), 20.0)


def test_an_average_is_drawn_wide_enough_to_be_seen() -> None:
    drawn = drawing(50, (100, 100), around=None, end=200)

    assert drawn == Drawing(Stretch(50.0, 0.6), None, 25.0)
