"""A steward imports, publishes and withdraws in the admin; what is published stays."""

import gzip
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from salaries.admin.imports import SHOWN
from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.observations.ahead import LostError
from salaries.observations.uploads import folder, keep, kept
from salaries.releases.steps import publish
from tests.admin_pages import INLINE, address, errors_of, posted
from tests.observations.files import text_of
from tests.releases.making import draft, published

pytestmark = pytest.mark.django_db

LIST = "/admin/salaries/datarelease/"
IMPORT, CONFIRM = f"{LIST}import/", f"{LIST}import/confirm/"
BAD = ({"pay": "x"}, {"year": "1066"}, {"title": "=1"})


@pytest.fixture(autouse=True)
def private_folder(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def steward(client: Client) -> Client:
    """Return the browser of somebody who may import and publish, and nothing else."""
    user = User.objects.create_user("steward", is_staff=True)
    names = ("import_observations", "publish_datarelease", "view_datarelease")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def dry_run(client: Client, text: str, **fields: str) -> Any:
    upload = SimpleUploadedFile("rows.csv", text.encode())
    return client.post(IMPORT, {"file": upload, **fields})


def confirmation(page: Any) -> dict[str, str]:
    """Return what the form below a dry run sends back."""
    form = page.context["confirming"]
    return {field.name: str(field.value() or "") for field in form.hidden_fields()}


def messages_of(page: Any) -> str:
    return " ".join(str(message) for message in page.context["messages"])


def test_a_dry_run_shows_what_an_import_would_do_and_writes_nothing(steward: Client) -> None:
    page = dry_run(steward, text_of({}, *BAD), release="next")

    said = page.content.decode()
    assert "line 3, pay: &#x27;x&#x27;: is not a whole amount" in said
    assert "line 4, year" in said
    assert "line 5, title" in said
    assert not Observation.objects.exists()
    assert not DataRelease.objects.filter(slug="next").exists()
    assert not INLINE.search(said)


def test_the_form_names_delimiters_in_words(steward: Client) -> None:
    page = steward.get(IMPORT).content.decode()

    names = re.findall(r"<option[^>]*>([^<]*)</option>", page.partition('name="delimiter"')[2])
    assert names == ["recognised", "comma", "semicolon", "tab", "bar"]


def test_what_was_shown_is_imported_when_it_is_confirmed(steward: Client) -> None:
    page = dry_run(steward, text_of({}, {"pay": "170000"}), release="next")

    answer = steward.post(CONFIRM, confirmation(page), follow=True)

    said = messages_of(answer)
    assert "Imported into draft next: 2 new rows, 0 changed, 0 unchanged." in said
    assert Observation.objects.filter(release__slug="next").count() == 2


def test_rejected_rows_stop_a_confirmation_unless_they_are_left_out(steward: Client) -> None:
    sent = confirmation(dry_run(steward, text_of({}, *BAD), release="next"))

    refused = steward.post(CONFIRM, sent, follow=True)
    said = messages_of(refused)
    assert "3 rows are to be mended" in said
    assert "tick “Leave out the rejected rows and import the others”" in said
    assert "Rejected: 3 rows, 3 reasons" in refused.content.decode()
    assert not Observation.objects.exists()

    # The report is still there, and what is below it can be sent at once.
    steward.post(CONFIRM, {**confirmation(refused), "leave_out": "on"})
    assert Observation.objects.count() == 1


def test_another_draft_than_the_one_that_was_shown_is_not_imported_into(steward: Client) -> None:
    draft({})
    sent = confirmation(dry_run(steward, text_of({"pay": "150000"})))
    draft({"pay": "160000"})

    answer = steward.post(CONFIRM, sent, follow=True)

    assert "since the dry run draft 2027-05 was changed by another import" in messages_of(answer)
    assert Observation.objects.get().pay == 160_000
    (change,) = answer.context["report"].changes.first
    assert ("pay", "160000", "150000") in change.fields
    steward.post(CONFIRM, confirmation(answer))
    assert Observation.objects.get().pay == 150_000


def test_a_draft_that_was_started_meanwhile_is_shown_before_it_is_imported_into(
    steward: Client,
) -> None:
    sent = confirmation(dry_run(steward, text_of({"pay": "150000"}), release="2027-05"))
    draft({})

    answer = steward.post(CONFIRM, sent, follow=True)

    assert "since the dry run draft 2027-05 was started" in messages_of(answer)
    assert answer.context["report"].changed == 1


def test_another_release_in_use_is_named_before_a_draft_starts_from_it(steward: Client) -> None:
    sent = confirmation(dry_run(steward, text_of({"pay": "150000"}), release="next"))
    published({})

    answer = steward.post(CONFIRM, sent, follow=True)

    assert "release 2027-05 has become what draft next starts from" in messages_of(answer)
    assert answer.context["goal"].slug == "next"


def test_what_was_shown_for_a_draft_that_is_published_goes_into_the_next(steward: Client) -> None:
    made = draft({})
    sent = confirmation(dry_run(steward, text_of({"pay": "150000"})))
    publish(made.slug)

    answer = steward.post(CONFIRM, sent, follow=True)

    assert "Release 2027-05 is published, and its rows never change." in messages_of(answer)
    assert answer.context["goal"].base == made
    assert not answer.context["goal"].is_draft


@pytest.mark.parametrize("digest", ["0" * 64, "../../secret_key", ""])
def test_a_file_that_is_not_kept_is_not_imported(steward: Client, digest: str) -> None:
    sent = confirmation(dry_run(steward, text_of({}), release="next"))

    steward.post(CONFIRM, {**sent, "digest": digest})

    assert not Observation.objects.exists()


def test_a_kept_file_that_was_changed_is_not_imported(steward: Client) -> None:
    sent = confirmation(dry_run(steward, text_of({}), release="next"))
    (folder() / sent["digest"]).write_text(text_of({"pay": "999999"}))

    answer = steward.post(CONFIRM, sent, follow=True)

    assert "is not the one that was uploaded" in messages_of(answer)
    assert not Observation.objects.exists()


def test_a_file_is_forgotten_in_time() -> None:
    digest = keep(SimpleUploadedFile("old.csv", b"old"))
    with kept(digest) as file:
        assert file.read() == b"old"

    os.utime(folder() / digest, (0, 0))
    keep(SimpleUploadedFile("new.csv", b"new"))

    assert not (folder() / digest).exists()


@pytest.mark.parametrize(
    ("text", "fields", "message"),
    [
        ("", {}, "empty"),
        ("a,b\n1,2\n", {}, "has no column"),
        (text_of({}), {"release": "2026-11"}, "its rows never change"),
        (text_of({}), {"source": "hearsay"}, "no source “hearsay”"),
        (text_of({}), {"mapping": "pay"}, "not of the form pay=salary"),
        (text_of({}), {"mapping": "pay=wage"}, "has no column wage (layout mapped)"),
        (text_of({}), {"constants": "USD"}, "not of the form currency=USD"),
        ("pay\n1\n", {"mapping": "pay=pay"}, "Fill in the field Source for a source"),
    ],
)
def test_what_cannot_be_read_is_said_above_the_form(
    steward: Client, text: str, fields: dict[str, str], message: str
) -> None:
    page = dry_run(steward, text, **fields)

    assert page.status_code == 200
    assert message in str(page.context["form"].errors)


def test_a_foreign_file_is_imported_with_what_all_its_rows_share(steward: Client) -> None:
    said = {"mapping": "pay=Salary\nyear=Yr", "source": "so-2025"}
    shared = "role=product-manager\ncountry=united-states\npay_kind=base\ncurrency=USD"
    page = dry_run(steward, "Salary,Yr\n120000,2025\n", constants=shared, **said)

    steward.post(CONFIRM, confirmation(page))

    row = Observation.objects.get(release__status="draft", pay=120_000)
    assert (row.role.slug, row.country, row.currency) == ("product-manager", "united-states", "USD")
    assert (row.pay_kind, row.source.slug) == ("base", "so-2025")


def test_the_form_offers_the_sources_that_there_are(steward: Client) -> None:
    page = steward.get(IMPORT)

    assert '<option value="so-2025">' in page.text


def test_a_reader_that_was_killed_is_said_above_the_form(
    steward: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise LostError("The reading of the file has ended early.")

    monkeypatch.setattr("salaries.admin.imports.examine", killed)

    page = dry_run(steward, text_of({}))

    assert page.status_code == 200
    assert "The reading of the file has ended early." in str(page.context["form"].errors)


def test_who_has_to_log_in_before_an_import_is_told_to_begin_again(steward: Client) -> None:
    sent = confirmation(dry_run(steward, text_of({})))
    steward.cookies.clear()
    login = steward.post(CONFIRM, sent)

    steward.force_login(User.objects.get())
    answer = steward.get(CONFIRM, follow=True)

    assert login.headers["Location"] == f"/admin/login/?next={CONFIRM}"
    assert answer.redirect_chain == [(IMPORT, 302)]
    assert "Nothing was imported: the form did not arrive whole." in messages_of(answer)
    assert not Observation.objects.exists()


def test_only_stewards_import(client: Client) -> None:
    client.force_login(User.objects.create_user("editor", is_staff=True))

    assert client.get(IMPORT).status_code == 403
    assert client.post(CONFIRM).status_code == 403


def step(client: Client, action: str, *releases: DataRelease, **more: str) -> str:
    chosen = [str(release.pk) for release in releases]
    sent = {"action": action, "_selected_action": chosen, **more}
    return messages_of(client.post(LIST, sent, follow=True))


def test_a_steward_publishes_and_withdraws(steward: Client) -> None:
    made = draft({})
    old = DataRelease.objects.get(slug="2026-11")

    publishing = step(steward, "publish", made)
    withdrawing = step(steward, "withdraw", old)

    assert "Release 2027-05 is published; checksum " in publishing
    assert "It does not say what it changes and why" in publishing
    assert "Release 2026-11 is withdrawn; checksum " in withdrawing
    assert "It does not say" not in withdrawing
    assert "cannot become published" in step(steward, "publish", old)


def test_who_only_looks_takes_no_step(client: Client) -> None:
    user = User.objects.create_user("viewer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_datarelease"))
    client.force_login(user)
    made = draft({})

    step(client, "publish", made)

    assert DataRelease.objects.get(pk=made.pk).status == "draft"


@pytest.mark.parametrize("model", [PayFigure, Factor])
def test_a_row_of_a_published_release_is_not_changed_and_not_deleted(
    admin_client: Client, model: type[PayFigure | Factor]
) -> None:
    row = model._default_manager.all()[0]
    url = address(model, "change", row.pk)
    # Opened while it was a draft.
    DataRelease.objects.update(status="draft", checksum="")
    sent = posted(admin_client.get(url))
    DataRelease.objects.update(status="published")

    opened = admin_client.get(url)
    page = admin_client.post(url, {name: value or "" for name, value in sent.items()})
    deleted = admin_client.post(address(model, "delete", row.pk), {"post": "yes"})

    assert "A correction goes into a new draft." in opened.text
    assert 'name="_save"' not in opened.text
    assert "Release 2026-11 is published, and its rows never change." in errors_of(page)
    assert deleted.status_code == 403
    assert model._default_manager.get(pk=row.pk).note == row.note


def test_a_published_release_is_not_deleted_and_its_day_stands(admin_client: Client) -> None:
    release = published({})
    page = admin_client.get(address(DataRelease, "change", release.pk))

    assert "as_of" not in page.context["adminform"].form.fields
    assert "status" not in page.context["adminform"].form.fields
    assert (
        admin_client.post(address(DataRelease, "delete", release.pk), {"post": "yes"}).status_code
        == 403
    )


def test_observations_are_only_looked_at(admin_client: Client) -> None:
    draft({})
    row = Observation.objects.get()

    assert admin_client.get(address(Observation, "change", row.pk)).status_code == 200
    assert admin_client.get(address(Observation, "add")).status_code == 403
    assert admin_client.post(address(Observation, "change", row.pk), {"pay": 1}).status_code == 403
    assert admin_client.post(address(Observation, "delete", row.pk)).status_code == 403


def test_what_an_import_is_still_writing_is_not_listed(admin_client: Client) -> None:
    DataRelease.objects.create(slug="staging-1", as_of="2027-01-01", status="staging")

    assert "staging-1" not in admin_client.get(LIST).content.decode()


def test_a_large_file_is_for_the_command(steward: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salaries.admin.import_forms.MOST_UPLOADED", 10)

    page = dry_run(steward, text_of({}))

    assert "use manage.py import_observations" in str(page.context["form"].errors)


@pytest.mark.parametrize(
    ("setting", "most", "message"),
    [
        ("UPLOAD_MOST_ROWS", 2, "has more than 2 rows. Split it, or use manage.py"),
        ("UPLOAD_MOST_BYTES", 300, "holds more than 300 bytes. Split it, or use manage.py"),
    ],
)
def test_an_upload_is_bounded_by_what_it_holds_unpacked(
    steward: Client, settings: Settings, setting: str, most: int, message: str
) -> None:
    setattr(settings, setting, most)
    packed = gzip.compress(text_of({}, {}, {}).encode())

    page = steward.post(IMPORT, {"file": SimpleUploadedFile("rows.csv.gz", packed)})

    assert message in str(page.context["form"].errors)
    assert len(packed) < 300


def test_of_many_rejections_the_first_are_listed_and_the_others_counted(steward: Client) -> None:
    page = dry_run(steward, text_of(*({"pay": "x"},) * (SHOWN + 1)), release="next")

    said = page.content.decode()
    assert f"line {SHOWN + 1}, pay" in said
    assert f"line {SHOWN + 2}, pay" not in said
    assert f"Listed are the first {SHOWN}" in said
