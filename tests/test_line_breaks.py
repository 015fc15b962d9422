"""A line break that an editor puts into a claim is one on every page that prints it."""

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.test import Client

from roles.models import Claim, Position
from tests.markup import main_of, text_of

pytestmark = pytest.mark.django_db

PAGES = (
    "/roles/technical-product-manager/",
    "/roles/technical-product-manager/senior/",
    "/compare/",
    "/paths/",
    "/paths/pm-to-tpm/",
    "/skills/",
    "/skills/apis/",
    "/tools/moscow/",
    "/fit/",
    "/interview/",
    "/faq/",
    "/glossary/",
    "/salaries/",
    "/salaries/premium/",
    "/data/contradictions/",
    "/data/method/",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_claim_keeps_its_lines(client: Client, path: str) -> None:
    for claims in (Claim, Position):
        claims.objects.update(text=Concat(F("text"), Value("\nThe second line.")))

    lines = main_of(text_of(client, path)).split("The second line.")

    assert len(lines) > 1
    assert [line[-60:] for line in lines[:-1] if not line.endswith("<br>")] == []
