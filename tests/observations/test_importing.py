"""An import is a report, or every row that can be kept in a draft; never a part of them."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from salaries.models import DataRelease, Factor, Observation, PayFigure
from salaries.observations.columns import FIELDS, NEEDED
from tests.observations.commands import DATA, run_export, run_import, written
from tests.observations.files import text_of

pytestmark = pytest.mark.django_db


def state() -> list[object]:
    """Return everything that an import might change, without the numbers of rows."""
    releases = DataRelease.objects.order_by("slug").values_list("slug", "as_of", "status")
    rows = Observation.objects.order_by("release__slug", "key").values_list(
        "release__slug", *FIELDS
    )
    figures = PayFigure.objects.values_list("release__slug", "key").order_by("release", "key")
    return [*releases, *rows, *figures]


def observations(release: str) -> Counter[tuple[object, ...]]:
    return Counter(Observation.objects.filter(release__slug=release).values_list(*FIELDS))


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    before = state()

    said = run_import(written(tmp_path, text_of({}, {"pay": "x"}, {"role": "Data PM"})))

    assert state() == before
    assert "rejected: line 3, pay: 'x': is not a whole amount" in said
    assert "rejected: line 4, role: 'Data PM': is not in the guide" in said
    assert "1 new row, 0 changed, 0 unchanged\n2 rows rejected\n" in said
    assert "of the rejected rows 1 is about a role or country" in said
    assert "2 reasons, by column; pay 1; role 1" in said
    assert "Nothing was written." in said


def test_what_means_something_to_a_database_is_stored_as_it_stands(tmp_path: Path) -> None:
    texts = {"title": r"\N", "city": r"\.", "industry": r"R\tD \\ 'x' %s ? {}", "region": "\\"}

    run_import(written(tmp_path, text_of(texts)), "--release", "next", "--apply")

    row = Observation.objects.values_list("title_raw", "city_raw", "industry", "region").get()
    assert row == tuple(texts.values())
    assert "0 changed, 1 unchanged" in run_import(written(tmp_path, text_of(texts)))


def test_an_import_makes_a_draft_with_what_the_release_in_use_holds(tmp_path: Path) -> None:
    run_import(written(tmp_path, text_of({}, {"pay": "170000"})), "--release", "next", "--apply")

    draft = DataRelease.objects.get(slug="next")
    current = DataRelease.objects.get(slug="2026-11")
    assert draft.status == "draft"
    assert DataRelease.objects.current() == current
    assert Observation.objects.of_release(draft).count() == 2
    for model in (PayFigure, Factor):
        copied = model.objects.of_release(draft)
        assert copied.count() == model.objects.of_release(current).count() > 0
    links = Factor.sources.through.objects
    assert (
        links.filter(factor__release=draft).count() == links.filter(factor__release=current).count()
    )
    assert not DataRelease.objects.staged().exists()


def test_a_second_import_adds_changes_and_keeps(tmp_path: Path) -> None:
    run_import(written(tmp_path, text_of({}, {"pay": "170000"})), "--release", "next", "--apply")
    second = text_of({"pay": "190000"}, {"key": "a-9"})

    said = run_import(written(tmp_path, second), "--apply")

    assert "1 new row, 1 changed, 0 unchanged" in said
    assert "changed: a-1: pay '180000' -> '190000'" in said
    pays = Observation.objects.filter(release__slug="next").values_list("key", "pay")
    assert dict(pays) == {"a-1": 190_000, "a-2": 170_000, "a-9": 180_000}
    assert PayFigure.objects.filter(release__slug="next").exists()
    assert not DataRelease.objects.staged().exists()


def test_importing_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, text_of({"key": ""}, {"pay": "12"}, {"currency": "GBP"}))
    run_import(path, "--release", "next", "--apply")
    draft = DataRelease.objects.get(slug="next")

    said = run_import(path, "--apply")

    assert "0 new rows, 0 changed, 3 unchanged" in said
    assert "0 changes." in said
    assert DataRelease.objects.get(slug="next").pk == draft.pk


def test_an_export_that_is_imported_changes_nothing(tmp_path: Path) -> None:
    odd = {"title": "Chef, “produit”\u00a0é", "city": "Orléans"}
    text = text_of(odd, {"pay": "12"}, {"low": "170000", "high": "190000"}, {"year": "2013"})
    run_import(written(tmp_path, text), "--release", "next", "--apply")

    said = run_import(written(tmp_path, run_export("next")), "--release", "next", "--apply")

    assert "0 new rows, 0 changed, 4 unchanged" in said
    assert "0 rows rejected" in said


def test_rows_to_mend_stop_an_import_unless_they_are_left_out_knowingly(tmp_path: Path) -> None:
    path = written(tmp_path, text_of({}, {"pay": "x"}))
    before = state()

    with pytest.raises(CommandError, match=r"^1 row is to be mended.*\(--leave-out-rejected\)"):
        run_import(path, "--release", "next", "--apply")

    assert state() == before
    run_import(path, "--release", "next", "--apply", "--leave-out-rejected")
    assert Observation.objects.filter(release__slug="next").count() == 1


def test_a_fault_in_the_last_batch_leaves_everything_as_it_was(tmp_path: Path) -> None:
    text = text_of({}, {}, {}) + '"never closed'
    before = state()

    with pytest.raises(CommandError, match=r"observations\.csv: is not CSV from line 5 on"):
        run_import(written(tmp_path, text), "--release", "next", "--apply", "--batch", "1")

    assert state() == before


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_the_rows_of_a_published_release_never_change(tmp_path: Path, status: str) -> None:
    DataRelease.objects.update(status=status)
    before = state()

    with pytest.raises(CommandError, match=f"Release 2026-11 is {status}, and its rows never"):
        run_import(written(tmp_path, text_of({})), "--release", "2026-11", "--apply")

    assert state() == before


def test_several_drafts_must_be_told_apart(tmp_path: Path) -> None:
    path = written(tmp_path, text_of({}))
    for slug in ("one", "two"):
        run_import(path, "--release", slug, "--apply")

    with pytest.raises(CommandError, match=r"several drafts; name one of: two, one\."):
        run_import(path)


@pytest.mark.parametrize("slug", ["white space", "ö", "x" * 21])
def test_a_slug_that_cannot_be_one_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(CommandError, match="slug"):
        run_import(written(tmp_path, text_of({})), "--release", slug)


@pytest.mark.parametrize(
    ("name", "rows", "kept"), [("observations.csv", 836, 620), ("observations_odbl.csv", 168, 97)]
)
@pytest.mark.shared
@pytest.mark.skipif(not DATA.exists(), reason="the raw observations are not here")
def test_no_row_of_the_real_files_is_lost(name: str, rows: int, kept: int, tmp_path: Path) -> None:
    said = run_import(DATA / name, "--release", "next", "--apply")

    rejected = {line.split(",")[0] for line in said.splitlines() if line.startswith("rejected: ")}
    assert len(rejected) + kept == rows
    assert Observation.objects.filter(release__slug="next").count() == kept
    assert f"Imported into draft next: {kept} new rows, 0 changed, 0 unchanged." in said
    before = observations("next")
    again = run_import(written(tmp_path, run_export("next")), "--apply")
    assert f"0 new rows, 0 changed, {kept} unchanged" in again
    assert observations("next") == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--map", "pay"], "not of the form pay=salary"),
        (["--batch", "0"], "not a number of rows"),
        (["--encoding", "klingon"], "invalid choice"),
    ],
)
def test_an_option_that_is_not_understood_is_refused(
    tmp_path: Path, options: list[str], message: str
) -> None:
    with pytest.raises(CommandError, match=message):
        run_import(written(tmp_path, text_of({})), *options)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r": Is a directory\.$"):
        run_import(tmp_path)


def test_what_is_left_out_without_asking_is_said_at_the_end(tmp_path: Path) -> None:
    path = written(tmp_path, text_of({}, {"role": "Data PM"}, {"country": "Chad"}))

    first = run_import(path, "--release", "next", "--apply").splitlines()[-1]
    again = run_import(path, "--release", "next", "--apply").splitlines()[-1]

    left_out = "Left out: 2 rows about roles or countries that the guide does not have."
    assert first == f"Imported into draft next: 1 new row, 0 changed, 0 unchanged. {left_out}"
    assert again == f"0 changes. {left_out}"


def test_the_help_says_what_is_left_out_without_asking(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        call_command("import_observations", "--help")

    said = " ".join(capsys.readouterr().out.split())
    assert "a role or country that the guide does not have are left out without asking" in said
    assert "comma, semicolon, tab, bar, or the mark itself" in said
    assert "which names no source (--source)" in said


def test_a_file_that_is_too_large_is_refused_with_the_settings_that_bound_it(
    tmp_path: Path, settings: Settings
) -> None:
    settings.IMPORT_MOST_ROWS = 1

    with pytest.raises(CommandError, match=r"more than 1 rows\. \(IMPORT_MOST_BYTES, IMPORT_MOST"):
        run_import(written(tmp_path, text_of({}, {})))


def test_what_no_row_says_is_refused_with_the_options_that_say_it(tmp_path: Path) -> None:
    path = written(tmp_path, text_of({}).replace("source", "origin"))
    fields = [f"{name}={name}" for name in NEEDED if name != "source"]

    with pytest.raises(CommandError, match=r"nothing of source.* \(--source, --set or --map\)$"):
        run_import(path, "--map", *fields)


@pytest.mark.parametrize("named", ["semicolon", ";"])
def test_a_delimiter_is_named_by_its_name_or_its_mark(tmp_path: Path, named: str) -> None:
    path = written(tmp_path, text_of({}, delimiter=";"))

    assert "1 new row, 0 changed" in run_import(path, "--delimiter", named)


def test_the_day_of_a_new_draft_can_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, text_of({}))
    run_import(path, "--release", "next", "--as-of", "2027-03-31", "--apply")

    assert DataRelease.objects.get(slug="next").as_of == date(2027, 3, 31)
    assert "1 unchanged" in run_import(path, "--release", "next", "--as-of", "2027-03-31")
    with pytest.raises(CommandError, match="Draft next is there, as of 2027-03-31; change it in"):
        run_import(path, "--release", "next", "--as-of", "2027-04-01")
    with pytest.raises(CommandError, match="'soon' is not a day such as 20"):
        run_import(path, "--release", "other", "--as-of", "soon")


def test_a_file_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^There is no file .*nowhere\.csv\.$"):
        run_import(tmp_path / "nowhere.csv")


def test_an_export_of_no_release_names_those_that_exist() -> None:
    with pytest.raises(CommandError, match="no release 'x'; there are: 2026-11"):
        run_export("x")


def test_an_export_neutralises_what_a_spreadsheet_would_run(tmp_path: Path) -> None:
    run_import(written(tmp_path, text_of({})), "--release", "next", "--apply")
    Observation.objects.update(title_raw="=1+1")

    assert ",'=1+1," in run_export("next")
