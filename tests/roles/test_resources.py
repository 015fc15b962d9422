"""Learning resources: none without publisher, cost and day of checking; promotion is said."""

import re

import pytest
from django.db import IntegrityError
from django.test import Client

from roles.models import LearningResource
from tests.markup import section, text_of

pytestmark = pytest.mark.django_db

PM = "/paths/pm-to-tpm/"
PATHS = "/paths/"
STATED = ("Publisher", "Cost", "Length", "Address", "Checked")


def listed(client: Client, url: str, anchor: str) -> list[str]:
    """Return the markup of each resource of a section."""
    keys = LearningResource.objects.values_list("key", flat=True)
    items = re.split(r"(?=<(?:li|article|div)[^>]*\bid=\")", section(text_of(client, url), anchor))
    return [item for item in items if any(f'id="{key}"' in item for key in keys)]


@pytest.mark.parametrize(
    ("url", "anchor", "count"), [(PATHS, "certification", 2), (PM, "resources", 3)]
)
def test_a_resource_states_what_is_asked_before_paying(
    client: Client, url: str, anchor: str, count: int
) -> None:
    resources = listed(client, url, anchor)

    assert len(resources) == count
    assert all(f"<dt>{term}</dt>" in item for item in resources for term in STATED)
    assert "What was checked is what the source says of them" in text_of(client, url)


def test_a_resource_of_the_publisher_of_its_source_is_called_promotional(client: Client) -> None:
    courses = listed(client, PATHS, "certification")
    platforms = listed(client, PM, "resources")

    assert (len(courses), len(platforms)) == (2, 3)
    assert all("<dt>Promotional</dt>" in item for item in courses)
    assert not any("<dt>Promotional</dt>" in item for item in platforms)


def test_an_address_is_a_link_where_there_is_one(client: Client) -> None:
    LearningResource.objects.filter(key="platform-udemy").update(url="https://example.org/courses")

    assert 'href="https://example.org/courses"' in section(text_of(client, PM), "resources")


@pytest.mark.parametrize("field", ["publisher", "cost", "length"])
def test_the_database_refuses_a_resource_that_leaves_one_out(field: str) -> None:
    with pytest.raises(IntegrityError):
        LearningResource.objects.filter(key="ct-01").update(**{field: ""})
