"""Pay for machines: of one kind each, with its provenance, and never of another role."""

from collections.abc import Sequence

import pytest
from django.test import Client

from salaries.models import DataRelease
from tests.graphs import SITE, TPM, Node, graph, of_type

pytestmark = pytest.mark.django_db


def salaries(nodes: Sequence[Node], country: str) -> list[Node]:
    (occupation,) = (
        node
        for node in of_type(nodes, "Occupation")
        if node["occupationLocation"] == {"@type": "Country", "name": country}
    )
    return list(occupation["estimatedSalary"])


def test_reported_pay_is_given_as_bands_with_their_provenance(client: Client) -> None:
    bands = salaries(graph(client, TPM), "India")

    assert [band["@type"] for band in bands] == ["MonetaryAmount"] * 4
    assert bands[2] == {
        "@type": "MonetaryAmount",
        "value": {
            "@type": "QuantitativeValue",
            "minValue": 2_200_000,
            "maxValue": 3_000_000,
            "unitText": "YEAR",
        },
        "name": "Reported annual pay, Senior, India",
        "description": "Reported: somebody published it; quoted, not checked; annual pay, parts "
        "not stated; sample not stated; 2024, inferred from a cue in the text; release 2026-11; "
        "Pay section, item 3, lines 32 and 33.",
        "currency": "INR",
        "subjectOf": [
            {
                "@type": "CreativeWork",
                "name": "Institute of Product Leadership, “A Guide to the Role of TPM” "
                "(about 2024)",
                "url": f"{SITE}/data/sources/#ipl-guide-2024",
            }
        ],
    }


def test_an_open_end_is_not_given_as_the_highest_value(client: Client) -> None:
    lead = salaries(graph(client, TPM), "India")[3]

    assert lead["value"] == {
        "@type": "QuantitativeValue",
        "minValue": 3_000_000,
        "unitText": "YEAR",
    }


def test_observed_pay_is_given_as_percentiles_and_no_kind_is_mixed_with_another(
    client: Client,
) -> None:
    nodes = graph(client, "/roles/product-manager/")
    observed, reported = salaries(nodes, "United States"), salaries(nodes, "India")

    assert {salary["@type"] for salary in observed} == {"MonetaryAmountDistribution"}
    assert {salary["@type"] for salary in reported} == {"MonetaryAmount"}
    for salary in observed:
        assert salary["percentile25"] < salary["median"] < salary["percentile75"]
        assert salary["duration"] == "P1Y"
        assert "n = " in salary["description"]


def test_pay_of_another_role_never_stands_in_for_that_of_the_role(client: Client) -> None:
    places = [
        node["occupationLocation"]["name"] for node in of_type(graph(client, TPM), "Occupation")
    ]

    assert places == ["India"]


def test_a_role_without_pay_is_an_occupation_all_the_same(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    (occupation,) = of_type(graph(client, TPM), "Occupation")

    assert occupation["name"] == "Technical Product Manager"
    assert len(occupation["responsibilities"]) == 52
    assert "estimatedSalary" not in occupation


def test_a_level_says_the_pay_that_its_page_shows(client: Client) -> None:
    nodes = graph(client, f"{TPM}senior/")

    (salary,) = salaries(nodes, "India")
    assert salary["value"]["minValue"] == 2_200_000
    assert of_type(nodes, "Occupation")[0]["name"] == "Senior-level Technical Product Manager"


def test_a_release_claims_no_licence_that_its_sources_do_not_give(client: Client) -> None:
    (release,) = of_type(graph(client, "/data/method/"), "Dataset")

    assert release["version"] == "2026-11"
    assert release["creator"]["name"] == "The tpmguide authors"
    assert release["license"]["url"] == f"{SITE}/data/sources/"
    licences = {source["license"]["name"] for source in release["isBasedOn"]}
    assert "CC0 1.0" in licences
    assert len(release["isBasedOn"]) == 9


def test_the_file_of_a_release_is_there_to_be_fetched(client: Client) -> None:
    (release,) = of_type(graph(client, "/data/method/"), "Dataset")

    response = client.get(release["distribution"]["contentUrl"])

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/csv")
    assert "Product Manager" in response.content.decode()


def test_before_the_first_release_there_is_no_data_set(client: Client) -> None:
    DataRelease.objects.update(status="draft")

    assert of_type(graph(client, "/data/method/"), "Dataset") == []
