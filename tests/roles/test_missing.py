"""An address that names nothing leads to what is near."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "heading", "nearest"),
    [
        ("/roles/technical-product-manger/", "No such role", "/roles/technical-product-manager/"),
        ("/skills/a-b-testing/", "No such skill", "/skills/ab-testing/"),
        ("/skills/api/", "No such skill", "/skills/apis/"),
        ("/tools/mosco/", "No such tool", "/tools/moscow/"),
        ("/tools/MoSCoW/", "No such tool", "/tools/moscow/"),
        ("/tools/user-story/", "No such tool", "/tools/user-stories/"),
        ("/paths/pm-to-tmp/", "No such path", "/paths/pm-to-tpm/"),
    ],
)
def test_the_nearest_is_named_first(client: Client, path: str, heading: str, nearest: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    page = response.content.decode()
    assert f"<h1>{heading}</h1>" in page
    assert response.context["near"][0].url == nearest


def test_where_nothing_is_near_everything_is_listed(client: Client) -> None:
    context = client.get("/paths/zzzzzzzz/").context

    assert context["near"] == ()
    assert [link.label for link in context["links"]] == ["Engineer to TPM", "PM to TPM"]
