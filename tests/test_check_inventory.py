"""The check says which facts of an inventory the content lacks, row by row."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from roles.models import Citation, Claim, Source
from salaries.models import Factor
from tests.checking import check

pytestmark = pytest.mark.django_db
HEADING = "| id | Fact | source file:line | Where it should appear |\n|---|---|---|---|\n"
APPENDIX = "\n\n# Appendices: again\n\n| R-98 | Not a row | 000_2e.txt:1 | / |\n"
WORK = "| R-01 | Work with engineers | 000_2e.txt:15; 002_dd.txt:7,8 | /roles/ |"
REAL = Path(__file__).resolve().parents[2] / "shared" / "content" / "inventory.md"

Inventory = Callable[..., str]


@pytest.fixture
def inventory(tmp_path: Path) -> Inventory:
    """Return a function that writes an inventory of these rows and gives its path."""

    def write(*rows: str) -> str:
        path = tmp_path / "inventory.md"
        path.write_text(HEADING + "\n".join(rows) + APPENDIX)
        return str(path)

    return write


@pytest.fixture
def real_inventory() -> str:
    if not REAL.exists():
        pytest.skip(f"the inventory of the source documents is not at {REAL}")
    return str(REAL)


def test_checking_takes_few_queries(
    inventory: Inventory, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path = inventory(WORK)

    with django_assert_max_num_queries(30):
        check("--inventory", path)


def test_a_fact_with_all_its_documents_is_met(inventory: Inventory) -> None:
    said = check("--inventory", inventory(WORK))

    assert said.endswith("Inventory: 1 of 1 rows met.\n")


def test_a_fact_that_nothing_holds_is_not_met(inventory: Inventory) -> None:
    Claim.objects.filter(key="r-01").delete()

    said = check("--inventory", inventory(WORK))

    assert "R-01 not met: Work with engineers\n" in said
    assert "Inventory: 0 of 1 rows met; not met: R 1.\nFAILED" in said


def test_a_document_that_is_not_cited_is_named(inventory: Inventory) -> None:
    Citation.objects.filter(claim__key="r-01", source__inventory_ids=["DOC-03"]).delete()

    said = check("--inventory", inventory(WORK))

    assert "R-01 partly met: DOC-03 is not cited: Work with engineers\n" in said
    assert "FAILED: The content has 1 defects." in said


def test_documents_are_counted_for_one_object_not_added_up(inventory: Inventory) -> None:
    Claim.objects.filter(key="r-02").update(inventory_ids=["R-01"])
    cite_only("r-01", "DOC-01")
    cite_only("r-02", "DOC-03")

    said = check("--inventory", inventory(WORK))

    assert "R-01 partly met: DOC-03 is not cited" in said


def cite_only(key: str, document: str) -> None:
    claim = Claim.objects.get(key=key)
    source = next(one for one in Source.objects.all() if document in one.inventory_ids)
    claim.citations.all().delete()
    claim.citations.create(source=source, place="line 1")


@pytest.mark.parametrize(
    "row",
    [
        "| DOC-02 | A document | 001_f9.txt:1 | /data/sources/ |",
        "| SA-02 | Entry pay in India | 000_2e.txt:26,27 | /salaries/ |",
    ],
)
def test_sources_and_figures_hold_facts_too(inventory: Inventory, row: str) -> None:
    assert "1 of 1 rows met" in check("--inventory", inventory(row))


def test_factors_hold_facts_too(inventory: Inventory) -> None:
    factor = Factor.objects.all()[0]
    Factor.objects.filter(pk=factor.pk).update(inventory_ids=["SF-10"])
    factor.sources.set(Claim.objects.get(key="r-01").citations.values_list("source", flat=True))

    said = check("--inventory", inventory("| SF-10 | Cities | 000_2e.txt:41 | /salaries/ |"))

    assert "1 of 1 rows met" in said


@pytest.mark.parametrize(
    "row",
    [
        "| N-01 | Page furniture | 000_2e.txt:2 | - |",
        "| ~~R-99~~ | A dropped fact | 000_2e.txt:2 | - |",
        "| R-99 | ~~A dropped fact~~ | 000_2e.txt:2 | - |",
    ],
)
def test_what_is_left_out_on_purpose_is_not_missed(inventory: Inventory, row: str) -> None:
    assert "1 of 1 rows met" in check("--inventory", inventory(WORK, row))


def test_a_long_fact_is_shortened(inventory: Inventory) -> None:
    said = check("--inventory", inventory(f"| R-97 | {'long ' * 40}| 000_2e.txt:1 | / |"))

    assert max(len(line) for line in said.splitlines() if "R-97" in line) < 100


def test_prefixes_narrow_what_is_looked_for(inventory: Inventory) -> None:
    path = inventory(
        WORK, "| T-97 | A sign | 000_2e.txt:1 | / |", "| D-97 | x | 000_2e.txt:1 | / |"
    )

    said = check("--inventory", path, "--prefix", "R", "--prefix", "T")

    assert "Inventory: 1 of 2 rows met; not met: T 1." in said


def test_an_id_that_the_inventory_does_not_have_is_a_warning(inventory: Inventory) -> None:
    said = check("--inventory", inventory(WORK))

    assert "warning: roles.claim r-02: R-02 is not in the inventory" in said


def test_a_prefix_without_rows_is_refused(inventory: Inventory) -> None:
    said = check("--inventory", inventory(WORK), "--prefix", "ZZ")

    assert said == "FAILED: The inventory has no rows of prefix ZZ."


def test_a_prefix_needs_an_inventory() -> None:
    assert "name the file with --inventory" in check("--prefix", "R")


def test_a_missing_inventory_is_one_clear_error(tmp_path: Path) -> None:
    said = check("--inventory", str(tmp_path / "nowhere.md"))

    assert "nowhere.md cannot be read" in said
    assert "\n" not in said


def test_a_file_without_facts_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n")

    said = check("--inventory", str(tmp_path / "notes.md"))

    assert "holds no row such as" in said


@pytest.mark.shared
def test_the_role_guide_holds_every_fact_of_its_parts(real_inventory: str) -> None:
    parts = ["D", "W", "R", "A", "LC", "CO", "RM", "MR", "RK", "CH", "FT"]

    said = check("--inventory", real_inventory, *(f"--prefix={part}" for part in parts))

    assert "FAILED" not in said
