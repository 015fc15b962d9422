"""A folder that is not the shipped one goes through the same door: same rules, same errors."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError

from roles.models import Responsibility, Role, Statement
from salaries.models import City
from tests.content.editing import every_row
from tests.content.shipping import city, export, load, ship
from tpmguide.content import FIXTURES
from tpmguide.models import ShippedRecord

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with what the database holds."""
    export(tmp_path / "out")
    return tmp_path / "out"


def load_from(*paths: Path, options: tuple[str, ...] = ()) -> str:
    return load(*options, "--from", *map(str, paths))


def test_an_editors_words_stay_until_they_are_told_to_go(out: Path) -> None:
    Responsibility.objects.filter(key="r-01").update(title="Ours")

    said = load_from(out)

    assert "1 differ here:\n  roles.responsibility r-01: title\n" in said
    assert "`load_content --apply --from ...` applies the version of the files." in said
    assert Responsibility.objects.get(key="r-01").title == "Ours"
    assert "1 replaced by the version of the files" in load_from(out, options=("--apply",))
    assert Responsibility.objects.get(key="r-01").title != "Ours"


def test_what_is_loaded_from_elsewhere_is_not_taken_for_shipped(out: Path) -> None:
    load()
    noted = ShippedRecord.objects.count()
    ship(out, "places", {"model": "salaries.city", "fields": city("surat")})

    assert "1 new" in load_from(out)

    assert ShippedRecord.objects.count() == noted
    assert "no longer" not in load()


def test_one_file_is_loaded_by_its_name(out: Path) -> None:
    ship(out, "places", {"model": "salaries.city", "fields": city("surat")})
    ship(out, "roles", {"model": "roles.role", "fields": {"slug": "broken"}})

    assert "101 objects, 1 new" in load_from(out / "places.json")

    assert City.objects.filter(slug="surat").exists()


def test_a_dry_run_says_what_a_load_would_find_and_writes_nothing(out: Path) -> None:
    load()
    Responsibility.objects.filter(key="r-01").update(title="Ours", theme="people")
    Statement.objects.get(key="d-01").delete()
    ship(out, "places", {"model": "salaries.city", "fields": city("surat")})
    rows, noted = every_row(), ShippedRecord.objects.count()

    lines = load_from(out, options=("--apply", "--dry-run")).splitlines()

    assert lines[0] == "Nothing is written; this is what a load would find."
    assert " objects: 1 new, " in lines[1]
    assert "  salaries.city: 1 new, 0 changed, 31 unchanged" in lines
    assert "  roles.responsibility: 0 new, 1 changed, 51 unchanged" in lines
    assert lines[lines.index("1 new:") + 1] == "  salaries.city surat"
    assert "  roles.responsibility r-01: title, theme" in lines
    assert "  roles.statement d-01: deleted here" in lines
    assert (every_row(), ShippedRecord.objects.count()) == (rows, noted)


def test_a_dry_run_lists_at_most_twenty_of_a_sort(out: Path) -> None:
    Responsibility.objects.update(position=99)

    lines = load_from(out, options=("--dry-run",)).splitlines()

    assert len([line for line in lines if line.startswith("  roles.responsibility r-")]) == 20
    assert f"  and {Responsibility.objects.count() - 20} more" in lines


def test_a_dry_run_names_what_stands_in_the_way(out: Path) -> None:
    Role.objects.filter(slug="core-product-manager").update(slug="ours")

    said = load_from(out, options=("--dry-run",))

    assert "left out, because another row here stands in the way" in said
    assert "  roles.role core-product-manager: name\n" in said


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


TOOLS = {"model": "roles.tool", "fields": {"claim_ptr": ["to-12"], "slug": "agile"}}
DOOR = {"model": "auth.user", "fields": {"username": "me", "is_superuser": True}}
HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (replaced_by_a_folder, "tools.json cannot be read: .*Is a directory"),
    "empty": (lambda path: path.write_bytes(b""), "tools.json cannot be read: Expecting value"),
    "no JSON": (lambda path: path.write_text("model: x"), "tools.json cannot be read"),
    "cut off": (lambda path: path.write_text(path.read_text()[:-9]), "tools.json cannot be read"),
    "UTF-16": (lambda path: path.write_text("[]", "utf-16"), "tools.json cannot be read"),
    "zeros": (lambda path: path.write_bytes(bytes(99)), "tools.json cannot be read"),
    "deep": (lambda path: path.write_text("[" * 200_000), "tools.json cannot be read"),
    "no list": (lambda path: path.write_text("{}"), "tools.json is not a list of objects"),
    "unknown": (lambda path: ship(path.parent, "tools", {**TOOLS, "model": "roles.x"}), "roles.x"),
    "account": (lambda path: ship(path.parent, "tools", DOOR), "auth.user is no content"),
    "twice": (lambda path: ship(path.parent, "tools", TOOLS), "is the same object as tools.json"),
    "half a letter": (
        lambda path: path.write_text(path.read_text().replace("Agile", "\\ud800", 1)),
        r"tools.json, object 1 \(roles.claim\) to-12 cannot be written",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_folder_is_one_clear_line_and_changes_nothing(out: Path, case: str) -> None:
    harm, message = HOSTILE[case]
    ship(out, "places", {"model": "salaries.city", "fields": city("surat")})
    harm(out / "tools.json")
    rows = every_row()

    with pytest.raises(CommandError, match=message) as raised:
        load_from(out, options=("--apply",))

    assert "\n" not in str(raised.value)
    assert every_row() == rows


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere cannot be read: .*No such file"):
        load_from(tmp_path / "nowhere")


def test_a_folder_without_any_file_of_an_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"has none of the files of an export: sources.json, "):
        load_from(tmp_path)


def test_a_folder_of_some_tables_is_loaded(tmp_path: Path) -> None:
    export(tmp_path / "out", "tools", "roles")
    Role.objects.filter(slug="product-manager").update(summary="Ours.")

    said = load_from(tmp_path / "out", options=("--apply",))

    assert "1 replaced by the version of the files" in said
    assert not Role.objects.filter(summary="Ours.").exists()


def test_a_table_by_a_wrong_name_is_refused_with_the_right_ones(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"no table 'roles[.]claim'; there are: sources, roles,"):
        export(tmp_path / "out", "roles", "roles.claim")

    assert not (tmp_path / "out").exists()


def test_tables_by_name_are_all_that_is_exported(tmp_path: Path) -> None:
    assert export(tmp_path / "out", "tools", "roles").startswith("Content: 2 files in ")

    assert {path.stem for path in (tmp_path / "out").iterdir()} == {"tools", "roles"}


def test_an_export_over_another_is_told_to(out: Path) -> None:
    Role.objects.filter(slug="product-manager").update(summary="Ours.")

    with pytest.raises(CommandError, match="is not empty"):
        export(out)
    export(out, "--overwrite")

    assert "Ours." in (out / "roles.json").read_text()
    assert len(json.loads((out / "roles.json").read_text())) == 4
    assert {path.stem for path in out.iterdir()} == set(FIXTURES)
