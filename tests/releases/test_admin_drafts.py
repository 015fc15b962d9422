"""Drafts are started and deleted in the admin: under a free name, and with all that they hold."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils.timezone import localdate

from salaries.models import DataRelease, Observation, PayFigure
from salaries.models.releases import StepError
from salaries.observations.sweeping import sweep
from salaries.releases.steps import delete_draft, publish
from tests.admin_pages import address, save
from tests.releases.making import draft, published
from tests.releases.test_admin import LIST, messages_of, step

pytestmark = pytest.mark.django_db


def test_a_draft_is_deleted_with_all_that_it_holds(
    admin_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    made = draft({}, {"pay": "170000"})
    url = address(DataRelease, "delete", made.pk)

    page = admin_client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(url, {"post": "yes"})

    assert "Observations: 2" in page
    assert [release.slug for release in DataRelease.objects.all()] == ["2026-11"]
    assert not Observation.objects.exists()


def test_a_draft_that_is_deleted_is_out_of_sight_before_its_rows_are_gone(
    admin_client: Client,
) -> None:
    made = draft({})

    step(admin_client, "delete_selected", made, post="yes")

    assert DataRelease.objects.get(pk=made.pk).status == "staging"
    assert Observation.objects.of_release(made).exists()
    sweep()
    assert not Observation.objects.exists()


def test_a_draft_that_somebody_else_starts_meanwhile_is_no_failure(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: str) -> None:
        raise StepError("There is a draft already: 2027-01.")

    monkeypatch.setattr("salaries.admin.releases.start_draft", started)

    answer = save(admin_client, address(DataRelease, "add"), slug="2027-01", as_of="2027-01-31")

    said = messages_of(admin_client.get(answer.url))
    assert "There is a draft already: 2027-01." in said
    assert not DataRelease.objects.filter(slug="2027-01").exists()


def test_drafts_are_not_deleted_together_with_a_published_release(admin_client: Client) -> None:
    made, old = draft({}), DataRelease.objects.get(slug="2026-11")

    step(admin_client, "delete_selected", made, old, post="yes")
    page = admin_client.post(LIST, {"action": "delete_selected", "_selected_action": [old.pk]})

    assert "2026-11, which is published and stays: links to it keep their answer" in page.text
    assert {release.status for release in DataRelease.objects.all()} == {"draft", "published"}


def test_who_may_not_delete_releases_deletes_no_draft(client: Client) -> None:
    user = User.objects.create_user("viewer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_datarelease"))
    client.force_login(user)
    made = draft({})

    answer = client.post(address(DataRelease, "delete", made.pk), {"post": "yes"})

    assert answer.status_code == 403
    assert DataRelease.objects.filter(pk=made.pk).exists()


def test_a_draft_that_is_published_meanwhile_is_not_deleted() -> None:
    made = draft({})
    publish(made.slug)

    with pytest.raises(StepError, match="its rows never change"):
        delete_draft(made)

    assert DataRelease.objects.get(pk=made.pk).status == "published"


def test_a_new_release_starts_from_the_one_in_use_under_a_name_that_is_free(
    admin_client: Client,
) -> None:
    today = localdate()
    for slug in (f"{today:%Y-%m}", f"{today}", f"{today}-2"):
        DataRelease.objects.get_or_create(
            slug=slug, defaults={"as_of": "2020-01-01", "status": "published"}
        )
    published({})

    url = address(DataRelease, "add")
    said = admin_client.get(url).content.decode()
    answer = save(admin_client, url, as_of="2031-01-01", notes="A note.")

    assert answer.status_code == 302
    assert "starts from the release in use, 2027-05" in said
    made = DataRelease.objects.get(slug=f"{today}-3")
    assert (made.status, made.notes, str(made.as_of)) == ("draft", "A note.", "2031-01-01")
    assert Observation.objects.of_release(made).count() == 1
    assert PayFigure.objects.of_release(made).exists()


def test_a_first_release_starts_from_nothing(admin_client: Client) -> None:
    DataRelease.objects.update(status="withdrawn")

    said = admin_client.get(address(DataRelease, "add")).content.decode()

    assert "No release is in use yet" in said


def test_the_action_finds_a_name_by_itself(admin_client: Client) -> None:
    today = localdate()
    for slug in (f"{today:%Y-%m}", f"{today}"):
        DataRelease.objects.get_or_create(
            slug=slug, defaults={"as_of": "2020-01-01", "status": "withdrawn"}
        )

    said = step(admin_client, "start", DataRelease.objects.get(slug="2026-11"))

    assert f"Draft {today}-2 is there." in said
