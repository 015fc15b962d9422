"""What is exported is what is loaded again: the round trip changes nothing, in any table."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from salaries.releases.contents import seal
from tests.content.editing import edit, edit_every_table, every_row
from tests.content.shipping import empty_the_tables, export, load
from tpmguide.content import FIXTURES
from tpmguide.content.exporting import exported
from tpmguide.content.shapes import Shape, shapes

pytestmark = pytest.mark.django_db

PAGES = ("/", "/roles/technical-product-manager/", "/compare/", "/skills/", "/salaries/", "/faq/")


def shipped() -> dict[str, str]:
    folder = Path(settings.FIXTURE_DIRS[0])
    return {name: (folder / f"{name}.json").read_text("utf-8") for name in FIXTURES}


def test_what_nobody_changed_is_exported_as_it_is_shipped() -> None:
    assert exported() == shipped()


@pytest.mark.parametrize("of", shapes(), ids=lambda of: of.label)
def test_a_change_in_any_table_comes_out_and_changes_nothing_where_it_is_loaded_again(
    of: Shape, tmp_path: Path
) -> None:
    edit(of)

    said = export(tmp_path / "out")
    found = load("--dry-run", "--from", str(tmp_path / "out"))

    assert said == f"Content: {len(FIXTURES)} files in {tmp_path / 'out'}.\n"
    assert ": 0 new, 0 changed, " in found.splitlines()[1]
    written = {path.stem: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()}
    assert written.keys() == set(FIXTURES)
    assert written != shipped()


def test_an_export_gives_an_empty_database_the_same_rows_checksums_and_pages(
    client: Client, tmp_path: Path
) -> None:
    edit_every_table()
    seal(["2026-11"])
    rows, pages = every_row(), [client.get(url).content for url in PAGES]
    export(tmp_path / "out")
    empty_the_tables()

    said = load("--from", str(tmp_path / "out"))

    assert said.endswith(" new, 0 unchanged.\n")
    assert every_row() == rows
    assert [client.get(url).content for url in PAGES] == pages


def test_a_load_of_what_was_exported_here_writes_nothing(tmp_path: Path) -> None:
    load()
    edit_every_table()
    rows = every_row()
    export(tmp_path / "out")

    said = load("--apply", "--from", str(tmp_path / "out"))

    assert " 0 new, " in said
    assert "replaced" not in said
    assert every_row() == rows
