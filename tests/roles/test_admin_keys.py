"""What names a shipped object stays as it is once it is saved."""

import pytest
from django.db.models import Model
from django.test import Client

from roles.models import Claim, Responsibility, Role, Source
from tests.admin_pages import address, label, save

pytestmark = pytest.mark.django_db


def test_the_key_of_a_published_claim_stays(admin_client: Client) -> None:
    claim = Responsibility.objects.all()[0]

    save(admin_client, address(Responsibility, "change", claim.pk), key="renamed")

    assert not Claim.objects.filter(key="renamed").exists()


@pytest.mark.parametrize("model", [Source, Role], ids=label)
def test_the_slug_of_a_saved_object_stays(admin_client: Client, model: type[Model]) -> None:
    first = model._default_manager.all()[0]

    answer = save(admin_client, address(model, "change", first.pk), slug="renamed")

    assert answer.status_code == 302
    assert not model._default_manager.filter(slug="renamed").exists()


def test_the_slug_of_a_new_object_is_the_editor_s_choice(admin_client: Client) -> None:
    new = {"slug": "ours", "name": "Ours", "short_name": "O", "summary": "Ours."}

    save(admin_client, address(Role, "add"), **new)

    assert Role.objects.filter(slug="ours").exists()
