"""Editors keep the guide in the admin: words and sources on one screen."""

from secrets import token_hex

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from roles.choices import Basis
from roles.models import Citation, Claim, Contradiction, Responsibility, Role, Source, Strategy
from tests.admin_pages import (
    address,
    errors_of,
    models_of,
    posted,
    save,
)

pytestmark = pytest.mark.django_db


def responsibility() -> Responsibility:
    return Responsibility.objects.get(key="r-01")


def change_page(claim: Claim) -> str:
    return address(type(claim), "change", claim.pk)


def new_responsibility() -> dict[str, object]:
    return {
        "key": "r-99",
        "title": "New",
        "text": "New.",
        "role": Role.objects.all()[0].pk,
        "theme": "strategy",
        "review_by": "2027-01-01",
        "inventory_ids": "[]",
    }


def without_citations(page: dict[str, object]) -> dict[str, object]:
    """Return the boxes to tick so that every citation of the page is deleted."""
    return {
        name.replace("-source", "-DELETE"): "on"
        for name, value in page.items()
        if name.startswith("citations-") and name.endswith("-source") and value
    }


def test_an_editor_logs_in_and_changes_words_and_sources_on_one_screen(client: Client) -> None:
    password = token_hex()
    User.objects.create_superuser("editor", password=password)
    new = Source.objects.exclude(citations__claim__key="r-01")[0]
    row = f"citations-{responsibility().citations.count()}"

    client.post("/admin/login/", {"username": "editor", "password": password})
    answer = save(
        client,
        change_page(responsibility()),
        **{"title": "Stay close to engineering", f"{row}-source": new.pk, f"{row}-place": "line 9"},
    )

    assert answer.status_code == 302
    assert responsibility().title == "Stay close to engineering"
    assert responsibility().citations.get(source=new).place == "line 9"


def test_a_claim_is_not_saved_without_a_source(admin_client: Client) -> None:
    url, before = change_page(responsibility()), responsibility().citations.count()

    page = save(
        admin_client, url, title="Changed", **without_citations(posted(admin_client.get(url)))
    )

    assert "A claim names at least one source." in errors_of(page)
    assert responsibility().title != "Changed"
    assert responsibility().citations.count() == before


def test_a_new_claim_is_not_saved_without_a_source(admin_client: Client) -> None:
    page = save(admin_client, address(Responsibility, "add"), **new_responsibility())

    assert "A claim names at least one source." in errors_of(page)
    assert not Claim.objects.filter(key="r-99").exists()


def test_a_new_claim_is_saved_with_its_source(admin_client: Client) -> None:
    cited = {"citations-0-source": Source.objects.all()[0].pk, "citations-0-place": "line 1"}

    answer = save(admin_client, address(Responsibility, "add"), **new_responsibility(), **cited)

    assert answer.status_code == 302
    assert Citation.objects.get(claim__key="r-99").place == "line 1"


def test_an_editorial_claim_needs_no_source(admin_client: Client) -> None:
    url = change_page(responsibility())

    deleted = without_citations(posted(admin_client.get(url)))
    answer = save(admin_client, url, basis=Basis.EDITORIAL.value, **deleted)

    assert answer.status_code == 302
    assert not responsibility().citations.exists()


def test_a_citation_names_its_place(admin_client: Client) -> None:
    page = save(admin_client, change_page(responsibility()), **{"citations-0-place": ""})

    assert "This field is required." in errors_of(page)


def test_an_unknown_basis_is_one_clear_error(admin_client: Client) -> None:
    page = save(admin_client, change_page(responsibility()), basis="hearsay")

    assert "hearsay is not one of the available choices" in errors_of(page)


def test_inventory_ids_follow_their_rule(admin_client: Client) -> None:
    page = save(admin_client, change_page(responsibility()), inventory_ids='["responsibility"]')

    assert "is not an inventory id" in errors_of(page)


def test_a_contradiction_keeps_at_least_one_position(admin_client: Client) -> None:
    contradiction = Contradiction.objects.all()[0]
    rows = range(contradiction.positions.count())

    page = save(
        admin_client,
        change_page(contradiction),
        **{f"positions-{row}-DELETE": "on" for row in rows},
    )

    assert "A contradiction names at least one position" in errors_of(page)
    assert contradiction.positions.count() == len(rows)


def test_a_contradiction_with_its_positions_is_saved(admin_client: Client) -> None:
    contradiction = Contradiction.objects.all()[0]

    answer = save(admin_client, change_page(contradiction), resolution="Settled.")

    assert answer.status_code == 302
    assert Contradiction.objects.get(pk=contradiction.pk).resolution == "Settled."


def test_a_strategy_changes_what_it_answers(admin_client: Client) -> None:
    strategy = Strategy.objects.all()[0]
    first = strategy.answers.all()[0]

    save(admin_client, change_page(strategy), answers=[first.pk])

    assert list(strategy.answers.all()) == [first]


def test_the_role_page_orders_its_claims_in_one_form(admin_client: Client) -> None:
    role = responsibility().role
    url = address(Role, "change", role.pk)
    page = posted(admin_client.get(url))
    pointer = ("claim_ptr", responsibility().pk)
    row = next(name for name, value in page.items() if (name.rpartition("-")[2], value) == pointer)

    answer = save(admin_client, url, **{row.replace("claim_ptr", "position"): 77})

    assert answer.status_code == 302
    assert responsibility().position == 77
    assert len(page) < (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0)


def test_what_was_shipped_is_not_for_editing() -> None:
    assert models_of("tpmguide") == []
