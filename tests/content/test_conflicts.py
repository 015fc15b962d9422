"""A shipped object that cannot stand beside an editor's row is left out, and named."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError

from roles.models import Claim, GlossaryTerm, Question, Responsibility, Role
from salaries.models import City, DataRelease, PayFigure
from tests.content.shipping import alias, city, load, rate, ship
from tpmguide.models import ShippedRecord

pytestmark = pytest.mark.django_db

DAY = date(2027, 1, 1)


def role(slug: str, name: str) -> dict[str, object]:
    fields = {"slug": slug, "name": name, "short_name": "X", "summary": "X."}
    return {"model": "roles.role", "fields": fields}


def claim(key: str) -> dict[str, object]:
    fields = {"key": key, "title": "New", "text": "New.", "review_by": "2027-01-01"}
    return {"model": "roles.claim", "fields": fields}


def term(key: str, slug: str) -> dict[str, object]:
    return {"model": "roles.glossaryterm", "fields": {"claim_ptr": [key], "slug": slug}}


def citation(key: str) -> dict[str, object]:
    fields = {"claim": [key], "source": ["frb-h10-annual"], "place": "line 1"}
    return {"model": "roles.citation", "fields": fields}


def test_a_name_that_an_editor_took_is_a_conflict_and_the_rest_is_loaded(folder: Path) -> None:
    load()
    Role.objects.create(slug="ours", name="Architect", short_name="A", summary="Ours.")
    ship(folder, "roles", role("architect", "Architect"))
    ship(folder, "places", {"model": "salaries.city", "fields": city("surat")})

    said = load()

    assert "1 new" in said
    assert "1 left out, because another row here stands in the way" in said
    assert "  roles.role architect: name\n" in said
    assert City.objects.filter(slug="surat").exists()
    assert not ShippedRecord.objects.filter(natural_key="architect").exists()


def test_what_was_left_out_is_loaded_once_nothing_is_in_its_way(folder: Path) -> None:
    own = Role.objects.create(slug="ours", name="Architect", short_name="A", summary="Ours.")
    ship(folder, "roles", role("architect", "Architect"))
    load()
    own.delete()

    said = load()

    assert "1 new" in said
    assert "left out" not in said


def test_a_conflict_is_left_out_also_where_the_shipped_version_is_applied(folder: Path) -> None:
    Role.objects.create(slug="ours", name="Architect", short_name="A", summary="Ours.")
    ship(folder, "roles", role("architect", "Architect"))

    said = load("--apply")

    assert "  roles.role architect: name\n" in said
    assert Role.objects.filter(slug="ours").exists()


def test_the_rule_that_two_rows_would_break_is_named() -> None:
    load()
    shipped = PayFigure.objects.filter(is_tier=True)[0]
    key = shipped.key
    PayFigure.objects.filter(pk=shipped.pk).update(key="ours")
    ShippedRecord.objects.filter(natural_key=f"{shipped.release.slug} / {key}").delete()

    said = load()

    rule = "role_has_one_tier_per_country_and_level"
    assert f"salaries.payfigure {shipped.release.slug} / {key}: {rule}" in said


def test_no_half_of_a_conflicting_object_stays_and_what_leans_on_it_is_left_out(
    folder: Path,
) -> None:
    GlossaryTerm.objects.create(key="own", title="Own", text="Own.", review_by=DAY, slug="taken")
    ship(folder, "guide", claim("g-99"), term("g-99", "taken"), citation("g-99"))

    said = load()

    assert "  roles.glossaryterm g-99: slug\n" in said
    assert "roles.citation g-99 / frb-h10-annual: leans on g-99, which was left out" in said
    assert not Claim.objects.filter(key="g-99").exists()
    assert GlossaryTerm.objects.filter(key="own").exists()


@pytest.mark.parametrize("options", [(), ("--apply",)])
def test_a_key_that_an_editor_gave_to_another_kind_is_a_conflict(
    folder: Path, options: tuple[str, ...]
) -> None:
    Question.objects.create(key="g-99", title="Own", text="Own.", review_by=DAY, slug="own")
    ship(folder, "guide", claim("g-99"), term("g-99", "new"), citation("g-99"))

    said = load(*options)

    assert "  roles.glossaryterm g-99: its key is that of another kind\n" in said
    assert Claim.objects.get(key="g-99").title == "Own"
    assert not Claim.objects.get(key="g-99").citations.exists()


def test_one_key_for_two_kinds_is_a_broken_file(folder: Path) -> None:
    shipped = Responsibility.objects.all()[0].key
    ship(folder, "guide", term(shipped, "new"))

    with pytest.raises(CommandError, match=r"has the key of .*, another kind"):
        load()


def test_shipped_objects_that_contradict_each_other_are_a_broken_file(folder: Path) -> None:
    ship(folder, "roles", role("one", "Architect"), role("other", "Architect"))

    with pytest.raises(CommandError, match=r"roles[.]role. other cannot be written"):
        load()


def test_a_rule_that_a_row_breaks_by_itself_is_a_broken_file(folder: Path) -> None:
    ship(folder, "rates", rate(per_usd="-1.0"))

    with pytest.raises(CommandError, match="cannot be written"):
        load()


def test_what_stood_in_the_way_until_it_was_overwritten_is_no_conflict(folder: Path) -> None:
    ship(folder, "roles", role("architect", "Architect"), role("builder", "Builder"))
    load()
    Role.objects.filter(slug="architect").delete()
    Role.objects.filter(slug="builder").update(name="Architect")

    said = load("--apply")

    assert "left out" not in said
    assert Role.objects.get(slug="architect").name == "Architect"
    assert Role.objects.get(slug="builder").name == "Builder"


def test_what_is_no_longer_shipped_is_kept_and_named(folder: Path) -> None:
    text = (folder / "places.json").read_text()
    ship(folder, "places", {"model": "salaries.city", "fields": city("surat")})
    ship(folder, "places", alias("diamond-city", "surat"))
    load()
    (folder / "places.json").write_text(text)
    City.objects.get(slug="surat").aliases.all().delete()

    said = load("--apply")

    assert "1 kept here, though the guide ships them no longer:\n  salaries.city surat\n" in said
    assert City.objects.filter(slug="surat").exists()


def test_a_kind_that_is_no_longer_there_is_not_asked_for() -> None:
    ShippedRecord.objects.create(model="roles.gone", natural_key="x")

    assert "no longer" not in load()
    assert DataRelease.objects.exists()
