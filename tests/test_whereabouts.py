"""Every claim is shown somewhere, and its address says where."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from roles.models import Claim, Contradiction, Statement
from tpmguide.whereabouts import whereabouts

pytestmark = pytest.mark.django_db


def one_of_each_kind() -> Iterator[Claim]:
    for model in apps.get_app_config("roles").get_models():
        if issubclass(model, Claim) and model is not Claim:
            found = model._default_manager.first()
            assert isinstance(found, Claim), model
            yield found


def test_every_kind_of_claim_has_an_address() -> None:
    addresses = [whereabouts(claim) for claim in one_of_each_kind()]

    assert len(addresses) == 21
    assert all(address.startswith("/") for address in addresses)


def test_a_claim_of_no_kind_is_shown_nowhere() -> None:
    with pytest.raises(LookupError, match="x-99"):
        whereabouts(Claim(key="x-99"))


@pytest.mark.parametrize(
    ("section", "page"),
    [
        ("definition", "/roles/technical-product-manager/"),
        ("pay-factors", "/salaries/"),
        ("resources", "/paths/pm-to-tpm/"),
        ("education", "/paths/"),
    ],
)
def test_a_statement_is_on_the_page_of_its_section(section: str, page: str) -> None:
    statement = Statement.objects.of_section(section).select_related("role")[0]

    assert whereabouts(statement) == f"{page}#{statement.key}"


def test_a_reading_of_a_gap_is_on_the_method_page() -> None:
    dispute, reading = (
        Contradiction.objects.of_sources()[0],
        Contradiction.objects.of_the_guide()[0],
    )

    assert whereabouts(dispute) == f"/data/contradictions/#{dispute.slug}"
    assert whereabouts(reading) == f"/data/method/#{reading.slug}"
