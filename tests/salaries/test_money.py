import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries import money
from salaries.choices import Currency


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0"),
        (99_999, "99,999"),
        (1_00_000, "1,00,000"),
        (22_00_000, "22,00,000"),
        (21_25_000, "21,25,000"),
        (1_25_00_000, "1,25,00,000"),
        (123_45_67_890, "1,23,45,67,890"),
        (-22_00_000, "-22,00,000"),
    ],
)
def test_rupees_are_grouped_the_indian_way(amount: int, text: str) -> None:
    assert money.grouped(amount, Currency.INR) == text


def test_dollars_are_grouped_in_thousands() -> None:
    assert money.grouped(1_172_800, Currency.USD) == "1,172,800"


@given(st.integers(min_value=0, max_value=10**12))
def test_grouping_loses_no_digit(amount: int) -> None:
    assert int(money.grouped(amount, Currency.INR).replace(",", "")) == amount


@pytest.mark.parametrize(
    ("low", "high", "currency", "text"),
    [
        (22_00_000, 30_00_000, "INR", "₹22-30 lakh"),
        (24_50_000, 33_50_000, "INR", "₹24.5-33.5 lakh"),
        (80_00_000, 1_20_00_000, "INR", "₹80 lakh-1.2 crore"),
        (21_25_000, 21_25_000, "INR", "₹21.25 lakh"),
        (172_800, 252_800, "USD", "$172,800-252,800"),
        (90, 120, "SGD", "SGD 90-120"),
    ],
)
def test_a_band_is_said_in_its_own_units(low: int, high: int, currency: str, text: str) -> None:
    assert money.band(low, high, currency) == text


def test_an_open_end_is_said() -> None:
    assert money.band(30_00_000, 50_00_000, "INR", open_ended=True) == "₹30-50 lakh and more"
    assert money.in_full(30_00_000, 50_00_000, "INR", open_ended=True) == (
        "₹30,00,000 to ₹50,00,000 and more"
    )


def test_one_amount_in_full_is_no_range() -> None:
    assert money.in_full(120_000, 120_000, "USD") == money.exactly(120_000, "USD") == "$120,000"
