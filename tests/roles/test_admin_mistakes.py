"""What an editor mistypes is refused with what would be right, before a visitor meets it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from roles.models import GlossaryTerm, LearningResource, Responsibility, Source
from tests.admin_pages import address, errors_of, save

pytestmark = pytest.mark.django_db


def test_a_list_that_is_not_written_as_one_is_refused_with_an_example(
    admin_client: Client,
) -> None:
    term = GlossaryTerm.objects.all()[0]

    page = save(admin_client, address(GlossaryTerm, "change", term.pk), aliases="TPM, PM")

    assert "Write a list in square brackets" in errors_of(page)


def test_a_day_that_cannot_be_read_is_refused_with_an_example(admin_client: Client) -> None:
    claim = Responsibility.objects.all()[0]

    page = save(admin_client, address(Responsibility, "change", claim.pk), review_by="31.12.2027")

    assert "Write the day as 2027-05-31 or 31/05/2027." in errors_of(page)


@pytest.mark.parametrize(
    ("model", "field"), [(Source, "retrieved"), (LearningResource, "checked_on")]
)
def test_nobody_has_read_a_source_on_a_day_to_come(
    admin_client: Client, model: type[Source | LearningResource], field: str
) -> None:
    first = model._default_manager.all()[0]

    page = save(
        admin_client,
        address(model, "change", first.pk),
        **{field: localdate() + timedelta(days=2)},
    )

    assert "has not come yet" in errors_of(page)


def test_a_key_that_cannot_be_changed_says_so(admin_client: Client) -> None:
    page = admin_client.get(address(Source, "change", Source.objects.all()[0].pk))

    assert "Chosen once: links and later loads lean on it." in page.text
