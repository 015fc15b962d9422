"""Where a pay lies in a band: its share and its distance never contradict each other."""

import pytest
from django.test import Client

from tests.salaries.test_band import PATH, PUNE, text_of

pytestmark = pytest.mark.django_db


def test_a_pay_has_its_compa_ratio_and_its_position_in_the_range(client: Client) -> None:
    def said(pay: str) -> str:
        return text_of(client.get(f"{PATH}?{PUNE}&pay={pay}"))

    assert "Compa-ratio 1.04: 3.8 % above the midpoint." in said("27+lakh")
    assert (
        "Position in range 61.5 %: ₹5,33,333 above the minimum, ₹3,33,334 below the maximum."
        in said("27+lakh")
    )
    assert "Compa-ratio 1.00: exactly the midpoint." in said("2600000")
    assert "Position in range -19.2 %: ₹1,66,667 below the minimum." in said("20+lakh")
    assert "Position in range 111.5 %: ₹99,999 above the maximum." in said("31,33,333")


def test_a_pay_of_another_kind_is_not_set_beside_the_band(client: Client) -> None:
    page = client.get(f"{PATH}?level=lead&country=united-states&pay=$210,000&pay_kind=base")
    key = "anchor=observed.total.so-2023-us"
    chosen = client.get(f"{PATH}?level=lead&country=united-states&pay=$210,000&pay_kind=base&{key}")

    assert page.context["built"] is None
    assert "Not compared: the figure is of another kind of pay" in text_of(chosen)
    assert "Compa-ratio" not in text_of(chosen)


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        ("2600001", "Compa-ratio 1.00: ₹1 above the midpoint."),
        ("2599999", "Compa-ratio 1.00: ₹1 below the midpoint."),
        ("2166666", "Position in range: ₹1 below the minimum."),
        ("2166667", "Position in range 0.0 %: at the minimum."),
        ("2166668", "Position in range: ₹1 above the minimum, ₹8,66,666 below the maximum."),
        ("3033333", "Position in range: ₹8,66,666 above the minimum, ₹1 below the maximum."),
        ("3033334", "Position in range 100.0 %: at the maximum."),
        ("3033335", "Position in range: ₹1 above the maximum."),
    ],
)
def test_no_rounded_share_contradicts_where_a_pay_lies(
    client: Client, pay: str, words: str
) -> None:
    assert words in text_of(client.get(f"{PATH}?{PUNE}&pay={pay}"))
