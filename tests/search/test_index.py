"""The index follows the content: after a load, and after an editor saves."""

from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from roles.models import GlossaryTerm, Role
from salaries.models import City, DataRelease
from tests.admin_pages import address, save
from tpmguide.models import SearchEntry, SearchWord, ShippedRecord
from tpmguide.search import index
from tpmguide.search.freshness import is_rebuild_due

pytestmark = pytest.mark.django_db


def titles(kind: str) -> set[str]:
    return set(SearchEntry.objects.of_kinds([kind]).values_list("title", flat=True))


def test_rebuilding_twice_gives_the_same() -> None:
    entries, words = SearchEntry.objects.count(), SearchWord.objects.count()

    index.rebuild()
    index.rebuild()

    assert (SearchEntry.objects.count(), SearchWord.objects.count()) == (entries, words)


def test_words_are_counted_once_for_each_entry_that_has_them() -> None:
    entries = [
        SearchEntry(title="Café", names="Cafe", text="Cafe or café: go, k8s9."),
        SearchEntry(title="A cafe", names="", text=""),
    ]

    assert [(word.word, word.uses) for word in index.words(entries)] == [("cafe", 2)]


def test_a_load_brings_the_index_up_to_the_content() -> None:
    SearchEntry.objects.all().delete()

    call_command("load_content", verbosity=0)

    assert "Pay in Bengaluru" in titles("pay")


def test_a_rebuild_that_fails_leaves_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    before = SearchEntry.objects.count()
    monkeypatch.setattr(index, "words", lambda _: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        index.rebuild()

    assert SearchEntry.objects.count() == before


def test_what_an_editor_saves_is_found_at_once(
    admin_client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    term = GlossaryTerm.objects.get(slug="product-owner")

    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        save(admin_client, address(GlossaryTerm, "change", term.pk), title="Owner of the product")

    assert callbacks.count(index.rebuild) == 1
    assert "Owner of the product" in titles("term")


def test_what_an_editor_deletes_is_gone_at_once(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        GlossaryTerm.objects.get(slug="product-owner").delete()

    assert "Product owner" not in titles("term")


def test_many_changes_of_one_transaction_are_one_rebuild(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        for role in Role.objects.all():
            role.save()
        City.objects.all()[0].save()

    assert callbacks == [index.rebuild]


def test_what_is_not_searched_asks_for_no_rebuild(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks():
        ShippedRecord.objects.create(model="roles.role", natural_key="x")
        DataRelease.objects.create(slug="2026-12", as_of=date(2026, 12, 1))

        assert not is_rebuild_due()


def test_a_load_asks_for_no_rebuild_of_its_own(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        call_command("load_content", "--apply", verbosity=0)

    assert callbacks == []
