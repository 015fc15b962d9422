"""A list in a form of the admin: an empty box is an empty list, and nothing but texts is kept."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.test import Client

from roles.lists import ListBox, check_addresses, check_texts
from roles.models import GlossaryTerm, Skill, Source
from tests.admin_pages import address, errors_of, save

pytestmark = pytest.mark.django_db

LISTS = (
    (GlossaryTerm, "aliases"),
    (Skill, "inventory_ids"),
    (Source, "urls"),
    (Source, "inventory_ids"),
)


@pytest.mark.parametrize("text", ["", "null", "{}", "[]"])
def test_whatever_is_empty_is_an_empty_list(text: str) -> None:
    assert ListBox(required=False).clean(text) == []


@pytest.mark.parametrize(("model", "field"), LISTS)
def test_a_box_that_is_emptied_is_saved_as_an_empty_list(
    admin_client: Client, model: type[Model], field: str
) -> None:
    one = model._default_manager.all()[0]

    answer = save(admin_client, address(model, "change", one.pk), **{field: ""})

    one.refresh_from_db()
    assert answer.status_code == 302
    assert getattr(one, field) == []


@pytest.mark.parametrize("value", ["TPM", [1], [None], [""], [" "], {"TPM": 1}, 0])
def test_other_names_are_a_list_of_texts(value: object) -> None:
    with pytest.raises(ValidationError, match="This is a list of texts"):
        check_texts(value)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "guide.example", "//guide.example/"])
def test_a_source_is_linked_to_addresses_of_the_web_only(address: str) -> None:
    with pytest.raises(ValidationError, match="is not the address of a page"):
        check_addresses(["https://guide.example/", address])


def test_a_form_says_what_is_wrong_with_a_list(admin_client: Client) -> None:
    term, source = GlossaryTerm.objects.all()[0], Source.objects.all()[0]

    of_term = save(admin_client, address(GlossaryTerm, "change", term.pk), aliases="[1]")
    of_source = save(admin_client, address(Source, "change", source.pk), urls='["a page"]')

    assert "This is a list of texts" in errors_of(of_term)
    assert "is not the address of a page" in errors_of(of_source)


def test_what_is_shipped_follows_the_rules() -> None:
    for term in GlossaryTerm.objects.all():
        check_texts(term.aliases)
    for source in Source.objects.all():
        check_addresses(source.urls)
