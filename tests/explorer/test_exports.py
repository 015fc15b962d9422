import pytest

from salaries.explorer.exports import COLUMNS, pay_cells
from salaries.origins import FactorUsed, SourceRef, Working
from salaries.spreadsheets import safe
from tests.salaries.examples import pay_row


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@cmd", "\tx", "\rx"])
def test_text_that_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_other_text_is_left_alone() -> None:
    assert safe("a=b") == "a=b"


def test_cells_follow_the_columns_and_amounts_stay_numbers() -> None:
    cells = dict(zip(COLUMNS, pay_cells(pay_row(note="=evil()")), strict=True))

    assert (cells["low"], cells["high"], cells["n"]) == (22_00_000, 30_00_000, None)
    assert cells["note"] == "'=evil()"
    assert cells["years"] == "5-8 years"


def test_a_year_that_is_not_stated_says_so() -> None:
    cells = dict(zip(COLUMNS, pay_cells(pay_row(year=2024, year_label="about 2024")), strict=True))

    assert (cells["year"], cells["year_as_printed"]) == (2024, "about 2024")


@pytest.mark.parametrize(
    "field", ["role", "city", "n_unit", "year_label", "place", "note", "release"]
)
def test_no_text_of_a_row_becomes_a_formula(field: str) -> None:
    cells = pay_cells(pay_row(**{field: "=HYPERLINK(1)"}))

    assert "'=HYPERLINK(1)" in cells
    assert "=HYPERLINK(1)" not in cells


def test_a_modelled_row_gives_its_working_instead_of_a_sample() -> None:
    source = SourceRef("A guide", "/", "Guide")
    factor = FactorUsed("Pune", "0.997", "0.780 to 1.067", "0.5", "", "", (source,))
    working = Working("₹22,00,000 (reported)", source, "", (factor,), (0.0, 0.0), "", "0.25")

    cells = dict(
        zip(COLUMNS, pay_cells(pay_row(n=9, n_unit="adverts", working=working)), strict=True)
    )

    assert (cells["n"], cells["n_unit"], cells["sample"]) == (None, "", "n = 9 adverts, few")
    assert cells["note"] == "tier ₹22,00,000 (reported); x 0.997^0.5 Pune"
