import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client

from roles.choices import Section
from roles.inventory import check_inventory_ids
from roles.models import Claim, Role

INVENTORY = Path(settings.BASE_DIR).parent / "shared" / "content" / "inventory.md"
GUIDE_PAGE = "/roles/technical-product-manager/"
PATH_PAGES = ("/paths/", "/paths/engineer-to-tpm/", "/paths/pm-to-tpm/")
# Written after those of the role page; the sections of the pages about paths.
ON_PATH_PAGES = list(Section)[list(Section).index(Section.FROM_ENGINEERING) :]
ON_OTHER_PAGES = (Section.PAY_FACTORS, *ON_PATH_PAGES)
PREFIXES = ("D", "W", "R", "A", "LC", "CO", "RM", "MR", "RK", "CH", "FT")
ROW = re.compile(r"^\| ([A-Z]{1,3})-(\d{2,3}) \|.*\| ([^|]+) \|$", re.MULTILINE)


def ids_on(client: Client, page: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', client.get(page).content.decode())


@pytest.mark.parametrize("ids", [[], ["R-01"], ["R-01", "FAQ-123"]])
def test_ids_of_the_inventory_are_accepted(ids: list[str]) -> None:
    check_inventory_ids(ids)


@pytest.mark.parametrize("ids", ["R-01", None, ["r-01"], ["R-1"], ["R-1234"], [7], ["R-01 "]])
def test_anything_else_is_refused(ids: object) -> None:
    with pytest.raises(ValidationError):
        check_inventory_ids(ids)


@pytest.mark.django_db
def test_every_claim_shown_can_be_found_by_its_key_and_its_inventory_ids(client: Client) -> None:
    role = Role.objects.get(slug="technical-product-manager")
    shown = [
        *role.statements.exclude(section__in=ON_OTHER_PAGES),
        *role.responsibilities.all(),
        *role.activities.all(),
        *role.collaborators.all(),
        *role.lifecyclenotes.all(),
        *role.challenges.all(),
        *role.strategies.all(),
        *role.trends.all(),
        *role.rolelevels.all(),
    ]

    assert wanted(shown) <= set(ids_on(client, GUIDE_PAGE))


@pytest.mark.django_db
def test_every_claim_of_a_path_is_on_a_page_about_paths(client: Client) -> None:
    role = Role.objects.get(slug="technical-product-manager")
    statements = role.statements.filter(section__in=ON_PATH_PAGES)

    assert statements.count() >= 20
    assert wanted(list(statements)) <= {
        name for page in PATH_PAGES for name in ids_on(client, page)
    }


def wanted(claims: Sequence[Claim]) -> set[str]:
    keys = {claim.key for claim in claims}
    return keys | {name.lower() for claim in claims for name in claim.inventory_ids}


@pytest.mark.shared
@pytest.mark.django_db
@pytest.mark.skipif(not INVENTORY.exists(), reason="the source material is absent")
def test_every_row_of_the_inventory_meant_for_the_guide_page_stands_on_it(client: Client) -> None:
    rows = ROW.findall(INVENTORY.read_text(encoding="utf-8"))
    meant = {
        f"{prefix}-{number}".lower()
        for prefix, number, place in rows
        if prefix in PREFIXES and place.startswith(f"{GUIDE_PAGE}#")
    }

    assert len(meant) > 100
    assert meant <= set(ids_on(client, GUIDE_PAGE))
