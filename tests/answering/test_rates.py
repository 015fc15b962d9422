"""Amounts in another currency, and adjusted for purchasing power, with the rate and its source."""

import json
from decimal import Decimal

import pytest
from django.test import Client

from salaries.models import ExchangeRate, PayFigure, PurchasingPower
from salaries.rows import PayRow
from salaries.slices import DEFAULT_ROLE

pytestmark = pytest.mark.django_db

SENIOR = (22_00_000, 30_00_000)


def rows_of(client: Client, query: str) -> tuple[PayRow, ...]:
    rows: tuple[PayRow, ...] = client.get(f"/salaries/?{query}").context["answer"].rows
    return rows


def test_rupees_in_dollars_at_the_last_whole_year_before_the_release(client: Client) -> None:
    (row,) = rows_of(client, "level=senior&currency=USD")

    rate = ExchangeRate.objects.get(currency="INR", year=2025).per_usd
    assert (row.low, row.high) == tuple(int(round(amount / rate, -2)) for amount in SENIOR)
    assert (row.currency, row.amount) == ("USD", "$25,200-34,400")


def test_the_rate_its_year_and_its_source_are_printed(client: Client) -> None:
    page = client.get("/salaries/?level=senior&currency=USD").content.decode()

    assert "converted at 87.1468 INR per US dollar, market average of 2025" in page
    assert "frb-h10-annual" in page
    assert "in USD" in page.partition("</title>")[0]


def test_a_band_has_no_more_digits_than_it_had_and_a_sample_keeps_its_own(client: Client) -> None:
    modelled = rows_of(client, "level=lead&city=mumbai&currency=EUR")
    observed = rows_of(client, "country=united-states&level=senior&kind=observed&currency=INR")

    ends = [end for row in modelled for end in (row.low, row.high, *(row.reach or ()))]
    assert {len(str(end).rstrip("0")) for end in ends} <= {1, 2, 3}
    assert all(len(str(row.p50).rstrip("0")) > 3 for row in observed)
    page = client.get("/salaries/?level=lead&city=mumbai&currency=EUR").text
    assert "Reported and modelled amounts are rounded to three digits." in page


def test_two_currencies_meet_over_the_dollar(client: Client) -> None:
    (row,) = rows_of(client, "level=senior&currency=EUR")

    per_usd = {
        one: ExchangeRate.objects.get(currency=one, year=2025).per_usd for one in ("INR", "EUR")
    }
    assert row.low == round(SENIOR[0] * (per_usd["EUR"] / per_usd["INR"]), -2)


def test_the_own_currency_is_left_as_it_is(client: Client) -> None:
    (row,) = rows_of(client, "level=senior&currency=INR")

    assert (row.low, row.high, row.conversion) == (*SENIOR, None)


def test_a_later_rate_does_not_change_a_permalink(client: Client) -> None:
    before = rows_of(client, "level=senior&currency=USD&release=2026-11")
    known = ExchangeRate.objects.get(currency="INR", year=2025)

    ExchangeRate.objects.create(
        currency="INR", year=2026, per_usd=Decimal("95.5"), source=known.source
    )

    assert rows_of(client, "level=senior&currency=USD&release=2026-11") == before


def test_without_a_rate_the_amounts_stay_and_say_their_currency(client: Client) -> None:
    ExchangeRate.objects.filter(currency="INR").delete()

    (row,) = rows_of(client, "level=senior&currency=USD")

    assert (row.amount, row.conversion) == ("₹22-30 lakh", None)
    page = client.get("/salaries/?level=senior&currency=USD").content.decode()
    assert "No rate from INR to USD is kept" in page


def test_the_rate_of_figures_over_all_levels_is_said_where_there_are_no_others(
    client: Client,
) -> None:
    found = client.get("/api/v1/salaries/?country=united-states&kind=reported&currency=INR").json()

    assert found["rows"] == []
    assert any("converted at 87.1468 INR per US dollar" in said for said in found["notices"])


def test_without_an_index_the_amounts_stay_and_are_not_called_adjusted(client: Client) -> None:
    PurchasingPower.objects.filter(country="india").delete()

    (row,) = rows_of(client, "level=senior&basis=ppp")

    assert (row.amount, row.conversion) == ("₹22-30 lakh", None)
    page = client.get("/salaries/?level=senior&basis=ppp").text
    assert "What INR buys is not known of a year before this release" in page


def test_what_is_adjusted_to_its_own_currency_keeps_its_digits(client: Client) -> None:
    figure = PayFigure.objects.get(country="united-states", role__slug=DEFAULT_ROLE, low=130_000)
    PayFigure.objects.filter(pk=figure.pk).update(low=131_250)

    found = client.get("/salaries/?country=united-states&kind=reported&basis=ppp").context["answer"]

    assert 131_250 in [row.low for row in found.claims]
    assert all(row.amount.endswith(" adjusted") for row in found.claims)


def test_purchasing_power_labels_every_amount(client: Client) -> None:
    (row,) = rows_of(client, "level=senior&basis=ppp")

    power = PurchasingPower.objects.get(country="india", year=2024).per_dollar
    assert (row.low, row.high) == tuple(int(round(amount / power, -3)) for amount in SENIOR)
    assert row.amount == "$108,000-147,000 adjusted"
    for said in (row.low_said, row.high_said, row.in_full):
        assert said.endswith(" adjusted")


def test_the_index_its_year_and_its_source_are_printed(client: Client) -> None:
    page = client.get("/salaries/?level=senior&basis=ppp").content.decode()

    assert "what costs 20.422 INR in India costs 1 USD in the United States, 2024" in page
    assert "worldbank-pa-nus-ppp" in page
    assert "adjusted for purchasing power" in page.partition("</title>")[0]


def test_where_the_measure_is_at_home_it_is_said_that_nothing_changes(client: Client) -> None:
    page = client.get("/salaries/?country=united-states&level=senior&basis=ppp").content.decode()

    assert "what USD buys in the United States is the measure" in page
    assert "costs 1 USD in the United States costs" not in page


def test_dollars_become_what_buys_as_much_in_india(client: Client) -> None:
    market = rows_of(client, "country=united-states&level=senior")
    adjusted = rows_of(client, "country=united-states&level=senior&basis=ppp&currency=INR")

    power = PurchasingPower.objects.get(country="india", year=2024).per_dollar
    assert [row.p50 for row in adjusted] == [
        round(row.p50 * power) if row.p50 else None for row in market
    ]
    assert [row.n for row in adjusted] == [row.n for row in market]


def test_purchasing_power_is_never_the_default(client: Client) -> None:
    page = client.get("/salaries/?level=senior").content.decode()

    assert "₹22-30 lakh" in page
    assert "lakh adjusted" not in page


def test_purchasing_power_of_another_currency_is_refused(client: Client) -> None:
    response = client.get("/api/v1/salaries/?basis=ppp&currency=EUR")

    assert response.status_code == 400
    (error,) = json.loads(response.content)["errors"]
    assert error["field"] == "currency"
    assert "INR, USD" in error["message"]


@pytest.mark.parametrize("query", ["currency=XYZ", "currency=usd", "basis=fair", "currency="])
def test_what_is_no_currency_or_basis_is_named(client: Client, query: str) -> None:
    response = client.get(f"/salaries/?{query}")

    assert response.status_code == (200 if query == "currency=" else 400)
    if response.status_code == 400:
        assert f"“{query.partition('=')[2]}” is not known here" in response.content.decode()


def test_the_file_and_the_api_carry_the_rate(client: Client) -> None:
    text = client.get("/salaries/export.csv?level=senior&currency=USD").content.decode()
    answer = client.get("/api/v1/salaries/?level=senior&currency=USD").json()

    assert "converted at 87.1468 INR per US dollar" in text
    (row,) = answer["rows"]
    assert (row["currency"], row["low"]) == ("USD", 25200)
    assert row["conversion"]["text"].startswith("converted at 87.1468 INR")
