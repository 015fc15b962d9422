"""Whoever may see the rows of a table takes them out of its list, in the form that is loaded."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db.models import Model, QuerySet
from django.test import Client

from roles.models import Citation, Claim, Responsibility
from salaries.models import CityAlias, Observation
from tests.admin_pages import address
from tests.content.editing import add_resolution
from tests.content.shipping import load
from tpmguide.content.shapes import shapes

pytestmark = pytest.mark.django_db


def is_listed(model: type[Model]) -> bool:
    """Say whether the table has a list of its own; that of all claims has no actions."""
    return admin.site.is_registered(model) and model is not Claim


LISTED = [found.model for found in shapes() if is_listed(found.model)]


def export(client: Client, model: type[Model], *numbers: object, query: str = "") -> Any:
    data = {"action": "export", "_selected_action": numbers}
    return client.post(address(model, "changelist") + query, data)


def every_number(model: type[Model]) -> list[object]:
    return list(QuerySet(model).values_list("pk", flat=True))


def models_in(answer: Any) -> set[str]:
    return {record["model"] for record in json.loads(answer.content)}


def log_in(client: Client, *permissions: str) -> None:
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.model_name)
def test_the_rows_of_any_list_come_in_the_form_that_is_loaded(
    admin_client: Client, model: type[Model], tmp_path: Path
) -> None:
    add_resolution()
    path = tmp_path / "rows.json"

    answer = export(admin_client, model, *every_number(model))

    name = f"{model._meta.label_lower}.json"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == "application/json"
    assert model._meta.label_lower in models_in(answer)
    path.write_bytes(answer.content)
    assert ": 0 new, 0 changed, " in load("--dry-run", "--from", str(path))


def test_a_row_comes_with_its_parts_and_no_other_row_does(admin_client: Client) -> None:
    chosen = Responsibility.objects.get(key="r-01")

    answer = export(admin_client, Responsibility, chosen.pk)

    records = json.loads(answer.content)
    claim, own, *citations = records
    assert claim["fields"]["key"] == "r-01"
    assert own == {
        "model": "roles.responsibility",
        "fields": {"claim_ptr": ["r-01"], "role": [chosen.role.slug], "theme": chosen.theme},
    }
    assert len(citations) == chosen.citations.count() > 0
    assert {tuple(record["fields"]["claim"]) for record in citations} == {("r-01",)}


def test_only_rows_of_the_filter_come(admin_client: Client) -> None:
    theme = Responsibility.objects.get(key="r-01").theme
    numbers = every_number(Responsibility)

    answer = export(admin_client, Responsibility, *numbers, query=f"?theme__exact={theme}")

    own = [one for one in json.loads(answer.content) if one["model"] == "roles.responsibility"]
    assert {record["fields"]["theme"] for record in own} == {theme}
    assert len(own) == Responsibility.objects.filter(theme=theme).count() < len(numbers)


def test_whoever_may_only_see_rows_may_take_them_out(client: Client) -> None:
    log_in(client, "view_responsibility", "view_citation")

    page = client.get(address(Responsibility, "changelist"))
    answer = export(client, Responsibility, *every_number(Responsibility))

    assert '<option value="export">Export the selected as JSON</option>' in page.text
    assert models_in(answer) == {"roles.claim", "roles.responsibility", "roles.citation"}


def test_parts_that_are_not_to_be_seen_are_left_out(client: Client) -> None:
    log_in(client, "view_responsibility", "view_city")

    claims = export(client, Responsibility, *every_number(Responsibility))

    assert models_in(claims) == {"roles.claim", "roles.responsibility"}
    assert Citation.objects.exists()


def test_whoever_may_not_see_rows_gets_none(client: Client) -> None:
    log_in(client, "view_city")

    answer = export(client, Responsibility, *every_number(Responsibility))

    assert answer.status_code == 403


@pytest.mark.parametrize("model", [Observation, User, Claim])
def test_a_list_of_what_is_no_content_or_has_no_actions_offers_no_export(
    admin_client: Client, model: type[Model]
) -> None:
    page = admin_client.get(address(model, "changelist"))

    assert page.status_code == 200
    assert "Export the selected as JSON" not in page.text


def test_other_names_come_with_their_city(admin_client: Client) -> None:
    alias = CityAlias.objects.get(slug="bangalore")

    answer = export(admin_client, type(alias.city), alias.city.pk)

    first, *others = json.loads(answer.content)
    assert first["fields"]["slug"] == "bengaluru"
    assert {"bangalore"} <= {record["fields"]["slug"] for record in others}
