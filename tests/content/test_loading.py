"""The shipped content reaches the database whole, and never over what an editor did."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from roles.models import Claim, Responsibility, Role, Statement, Strategy
from salaries.models import City, CityAlias, DataRelease, PayFigure
from salaries.releases.contents import checksum, seal
from tests.content.shipping import alias, city, counts, load, ship
from tpmguide.content import FIXTURES
from tpmguide.content.fixtures import Row
from tpmguide.content.stored import Stored
from tpmguide.models import ShippedRecord

pytestmark = pytest.mark.django_db


def responsibility() -> Responsibility:
    return Responsibility.objects.get(key="r-01")


def test_what_loaddata_loaded_is_known_as_shipped() -> None:
    said = load()

    objects = ShippedRecord.objects.count()
    assert said == f"Content: {objects} objects, 0 new, {objects} unchanged.\n"
    assert ShippedRecord.objects.filter(model="roles.responsibility", natural_key="r-01").exists()


@pytest.mark.usefixtures("nothing_loaded")
def test_an_empty_database_gets_the_same_as_from_loaddata() -> None:
    assert not any(counts().values())

    said = load()

    loaded = counts()
    assert f" {ShippedRecord.objects.count()} new, 0 unchanged." in said
    call_command("loaddata", *FIXTURES, verbosity=0)
    assert counts() == loaded


def test_loading_twice_changes_nothing() -> None:
    load()
    before, noted = counts(), ShippedRecord.objects.count()

    load()

    assert (counts(), ShippedRecord.objects.count()) == (before, noted)


def test_loaddata_twice_gives_the_same_counts() -> None:
    before = counts()

    call_command("loaddata", *FIXTURES, verbosity=0)

    assert counts() == before


def test_loading_takes_few_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    load()

    with django_assert_max_num_queries(100):  # of them half for the search index
        load()


def test_an_editors_words_stay_and_are_reported() -> None:
    load()
    Responsibility.objects.filter(key="r-01").update(title="Ours", theme="people")

    said = load()

    assert "0 new" in said
    assert "1 differ here:\n  roles.responsibility r-01: title, theme\n" in said
    assert "`make content` applies the shipped version." in said
    assert (responsibility().title, responsibility().theme) == ("Ours", "people")


def test_an_editors_choice_of_many_stays_and_is_reported() -> None:
    load()
    strategy = Strategy.objects.get(key="ch-08")
    strategy.answers.set(strategy.answers.all()[:1])

    said = load()

    assert "roles.strategy ch-08: answers" in said
    assert strategy.answers.count() == 1


def test_what_an_editor_deleted_stays_deleted_and_is_reported() -> None:
    load()
    cited = responsibility().citations.count()
    responsibility().delete()

    said = load()

    assert f"{1 + cited} differ here" in said
    assert "roles.responsibility r-01: deleted here" in said
    assert not Claim.objects.filter(key="r-01").exists()


def test_what_an_editor_added_is_left_alone() -> None:
    load()
    Role.objects.create(slug="ours", name="Ours", short_name="O", summary="Ours.")

    said = load()

    assert "differ" not in said
    assert Role.objects.filter(slug="ours").exists()


def test_the_shipped_version_is_applied_on_request() -> None:
    load()
    before = counts()
    title, answers = responsibility().title, Strategy.objects.get(key="ch-08").answers.count()
    Responsibility.objects.filter(key="r-01").update(title="Ours")
    Strategy.objects.get(key="ch-08").answers.clear()
    Statement.objects.get(key="d-01").delete()

    said = load("--apply")

    assert "replaced by the shipped version" in said
    assert "make content" not in said
    assert (responsibility().title, counts()) == (title, before)
    assert Strategy.objects.get(key="ch-08").answers.count() == answers
    assert "differ" not in load()


@pytest.mark.usefixtures("nothing_loaded")
def test_the_shipped_release_gets_the_checksum_of_what_it_holds() -> None:
    load()

    release = DataRelease.objects.get()
    assert release.checksum == checksum(release) != ""


def test_a_figure_that_is_applied_anew_changes_the_checksum_with_it() -> None:
    load()
    shipped = DataRelease.objects.get().checksum
    PayFigure.objects.filter(key="RB001").update(note="ours")
    seal(["2026-11"])
    assert DataRelease.objects.get().checksum != shipped

    load("--apply")

    assert DataRelease.objects.get().checksum == shipped


def test_a_draft_gets_no_checksum() -> None:
    DataRelease.objects.update(status="draft")

    load()

    assert DataRelease.objects.get().checksum == ""


def test_at_most_twenty_differences_are_listed() -> None:
    load()
    Responsibility.objects.update(position=99)

    said = load()

    assert said.count("roles.responsibility") == 20
    assert f"  and {Responsibility.objects.count() - 20} more\n" in said


def test_what_is_newly_shipped_is_created_and_noted(folder: Path) -> None:
    load()
    ship(folder, "places", {"model": "salaries.city", "fields": city("surat")})

    said = load()

    assert "1 new" in said
    assert City.objects.get(slug="surat").name == "Surat"
    assert ShippedRecord.objects.filter(model="salaries.city", natural_key="surat").exists()


def test_what_leans_on_something_deleted_here_is_left_out(folder: Path) -> None:
    load()
    City.objects.create(**city("surat"))
    ship(folder, "places", {"model": "salaries.city", "fields": city("surat")})
    load()
    City.objects.get(slug="surat").delete()
    ship(folder, "places", alias("diamond-city", "surat"))

    said = load()

    assert "salaries.cityalias diamond-city: deleted here" in said
    assert not CityAlias.objects.filter(slug="diamond-city").exists()


@pytest.mark.usefixtures("nothing_loaded")
def test_the_order_in_a_file_does_not_matter(folder: Path) -> None:
    path = folder / "places.json"
    path.write_text(json.dumps(json.loads(path.read_text())[::-1]))

    load()

    assert CityAlias.objects.get(slug="bangalore").city.slug == "bengaluru"


@pytest.mark.usefixtures("nothing_loaded")
def test_a_load_that_is_stopped_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = Stored.write
    written: list[Row] = []

    def write_a_hundred(stored: Stored, row: Row) -> None:
        if len(written) == 100:
            raise KeyboardInterrupt
        written.append(row)
        write(stored, row)

    monkeypatch.setattr(Stored, "write", write_a_hundred)

    with pytest.raises(KeyboardInterrupt):
        load()

    assert len(written) == 100
    assert not any(counts().values())
