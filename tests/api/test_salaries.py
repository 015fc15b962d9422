"""The pay data as programs read it: the page's own figures, with all that an amount must carry."""

from typing import Any

import pytest
from django.test import Client

from tests.explorer.test_permalinks import publish_newer

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def answer(client: Client, query: str) -> dict[str, Any]:
    response = client.get(f"/api/v1/salaries/?{query}")
    assert response.status_code == 200, response.content
    found: dict[str, Any] = response.json()
    return found


def test_a_reported_band_carries_all_that_an_amount_must(client: Client) -> None:
    (row,) = answer(client, "level=senior")["rows"]

    assert row == {
        "role": "technical-product-manager",
        "role_name": "Technical Product Manager",
        "level": "senior",
        "country": "india",
        "city": "",
        "city_name": "",
        "size": None,
        "industry": "",
        "kind": "reported",
        "pay_kind": "not-stated",
        "pay_kind_label": "annual pay, parts not stated",
        "currency": "INR",
        "basis": "market",
        "conversion": None,
        "low": 2200000,
        "high": 3000000,
        "measure": "band",
        "open_ended": False,
        "p10": None,
        "p25": None,
        "p50": None,
        "p50_low": None,
        "p50_high": None,
        "p75": None,
        "p90": None,
        "plausible_low": None,
        "plausible_high": None,
        "n": None,
        "n_unit": "",
        "sample": "sample not stated",
        "year": 2024,
        "year_basis": "inferred",
        "year_label": "about 2024",
        "sources": [
            {
                "name": "Institute of Product Leadership, “A Guide to the Role of TPM” "
                "(about 2024)",
                "short_name": "IPL guide (2024)",
                "url": f"{SITE}/data/sources/#ipl-guide-2024",
            }
        ],
        "place": row["place"],
        "note": row["note"],
        "broader": "",
        "confidence": "D",
        "is_weak": False,
        "working": None,
        "release": "2026-11",
    }
    assert row["place"]


def test_an_observed_figure_has_its_percentiles_and_its_sample(client: Client) -> None:
    rows = answer(client, "country=united-states&kind=observed")["rows"]

    assert rows
    for row in rows:
        assert (row["currency"], row["kind"]) == ("USD", "observed")
        assert row["n"] >= 5
        assert row["n_unit"]
        assert row["low"] == row["p25"] <= row["p50"] <= row["p75"] == row["high"]


def test_a_modelled_figure_has_its_working_and_no_sample_of_its_own(client: Client) -> None:
    (row,) = answer(client, "level=senior&city=pune&size=large")["rows"]

    assert (row["kind"], row["city"], row["size"], row["n"]) == ("modelled", "pune", "large", None)
    assert row["plausible_low"] < row["low"] < row["high"] < row["plausible_high"]
    assert [factor["label"] for factor in row["working"]["factors"]] == [
        "Pune",
        "Large (1,000+ people)",
    ]
    assert row["working"]["tier_source"]["url"].startswith(f"{SITE}/data/sources/")
    assert row["sample"] == "tier: sample not stated"


def test_the_answer_says_what_the_page_says(client: Client) -> None:
    page = client.get("/salaries/?level=senior&city=pune&colour=red").context
    found = answer(client, "colour=red&city=pune&level=senior")

    for name in ("heading", "statements", "notices", "ignored"):
        assert found[name] == (page[name] if name == "heading" else list(page[name]))
    assert found["query"] == "level=senior&city=pune"
    assert (found["release"], found["as_of"]) == ("2026-11", "2026-11-21")


def test_figures_over_all_levels_stand_beside_the_rows(client: Client) -> None:
    claims = answer(client, "")["claims"]

    assert claims
    assert {claim["level"] for claim in claims} == {None}


def test_links_lead_to_the_same_slice_elsewhere(client: Client) -> None:
    links = answer(client, "size=large&level=senior")["links"]

    query = "level=senior&size=large"
    assert links == {
        "canonical": f"{SITE}/api/v1/salaries/?{query}",
        "permalink": f"{SITE}/api/v1/salaries/?{query}&release=2026-11",
        "page": f"{SITE}/salaries/?{query}",
        "csv": f"{SITE}/salaries/export.csv?{query}",
        "card": f"{SITE}/salaries/card.svg?{query}&release=2026-11",
    }
    assert [client.get(link).status_code for link in links.values()] == [200] * 5


MANY = "city=pune&city=mumbai&city=chennai&city=hyderabad&size=small&size=large"


def test_pages_are_those_of_the_page_and_lead_to_each_other(client: Client) -> None:
    first = answer(client, MANY)
    second = client.get(first["next"]).json()

    assert (first["count"], len(first["rows"]), len(second["rows"])) == (32, 24, 8)
    assert (first["page"], first["pages"], first["previous"]) == (1, 2, None)
    assert (second["page"], second["next"]) == (2, None)
    assert client.get(second["previous"]).json() == first


def test_the_same_band_in_two_releases_is_not_called_two_bands(client: Client) -> None:
    publish_newer()

    (said,) = answer(client, "level=senior&view=trend&kind=reported")["statements"]

    assert said.endswith(": ₹22-30 lakh in 2026-11 and ₹24.2-33 lakh in 2027-05.")


def test_a_slice_without_figures_is_answered_with_the_reason(client: Client) -> None:
    found = answer(client, "role=core-product-manager&city=pune")

    assert (found["count"], found["rows"], found["next"]) == (0, [], None)
    assert found["statements"] == ["No figure yet for this choice."]
    assert found["notices"]


def test_another_name_of_a_city_is_redirected_as_on_the_page(client: Client) -> None:
    response = client.get("/api/v1/salaries/?city=bangalore&level=mid")

    assert response.status_code == 302
    assert response["Location"] == "/api/v1/salaries/?city=bengaluru&level=mid"


def test_an_address_without_its_last_slash_is_led_to_the_one_with_it(client: Client) -> None:
    response = client.get("/api/v1/salaries?level=senior", follow=True)

    assert response.redirect_chain == [("/api/v1/salaries/?level=senior", 301)]
    assert response.json()["count"] == 1


def test_a_parameter_named_format_is_as_unknown_as_any_other(client: Client) -> None:
    assert answer(client, "format=xml")["ignored"] == ["format"]
