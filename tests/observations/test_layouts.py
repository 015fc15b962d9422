"""Files that others lay out are read by a declaration, or refused by name."""

import io
from typing import Any

import pytest

from salaries.observations.columns import FIELDS, NAMES
from salaries.observations.examining import Reading, examination, examine
from salaries.observations.files import FileError
from salaries.observations.report import Report
from tests.observations.files import as_read, text_of

pytestmark = pytest.mark.django_db

AIJOBS = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
    "employee_residence,remote_ratio,company_location,company_size\n"
    "2024,SE,FT,Product Manager,180000,USD,180000,US,100,US,M\n"
    "2024,EN,FT,Data Engineer,90000,USD,90000,US,0,US,M\n"
)


def rows_of(text: str, **reading: Any) -> list[dict[str, object]]:
    with examination(io.BytesIO(text.encode()), Reading(**reading), None) as examined:
        return [
            dict(zip(FIELDS, row, strict=True))
            for found in examined.batches(as_read)
            for row in found.rows()
        ]


def report_on(text: str, **reading: Any) -> Report:
    return examine(io.BytesIO(text.encode()), Reading(**reading), None)


def test_the_template_is_recognised() -> None:
    assert report_on(text_of({})).layout == "template"


def test_an_index_of_adverts_is_recognised_and_told_its_source() -> None:
    (row,) = rows_of(AIJOBS, constants={"source": "aijobs-2025-01"})

    assert (row["level"], row["remote"], row["country"], row["pay_kind"]) == (
        "senior",
        "remote",
        "united-states",
        "not-stated",
    )
    assert str(row["key"]).startswith("row-")


def test_what_such_an_index_lists_besides_is_reported() -> None:
    report = report_on(AIJOBS, constants={"source": "aijobs-2025-01"})

    assert (report.layout, report.rows, report.new, report.out_of_scope) == ("aijobs", 2, 1, 1)


def test_columns_are_mapped_by_hand() -> None:
    text = "who,where,wage\nproduct-manager,india,2600000\n"

    (row,) = rows_of(
        text,
        mapping={"role": "who", "country": "where", "pay": "wage"},
        constants={
            "source": "aijobs-2025-01",
            "pay_kind": "base",
            "currency": "INR",
            "year": "2025",
        },
    )

    assert (row["pay"], row["currency"], row["year"]) == (2_600_000, "INR", 2025)


def test_a_word_that_is_set_takes_the_place_of_a_column() -> None:
    (row,) = rows_of(text_of({"source": "hearsay"}), constants={"source": "so-2025"})

    assert row["usable"] is True


@pytest.mark.parametrize(
    ("text", "reading", "message"),
    [
        ("a,b\n1,2\n", {}, "the nearest; a mapping says what other columns mean"),
        (text_of({}).replace("pay,", "wage,", 1), {}, "has no column pay"),
        (text_of({}).replace("title", "nickname", 1), {}, "does not know: nickname"),
        (AIJOBS, {}, "says nothing of source"),
        (AIJOBS, {"layout": "template"}, "has no column source"),
        (text_of({}), {"mapping": {"wage": "pay"}}, "cannot have wage; the template has: key"),
        (text_of({}), {"mapping": {"pay": "wage"}}, "has no column wage"),
        ("KEY,Source\nx,y\n", {}, "Its first line names: KEY, Source.$"),
        ("sep=;\nx;y\n", {}, r"Its first line names: sep=, \(no name\).$"),
        (
            text_of({}),
            {"delimiter": ";"},
            "Its first line names a single column, key,source,role,.*…: name the delimiter.$",
        ),
        ("x\x07y," + "z" * 500 + "\n1,2\n", {}, "names: x\N{REPLACEMENT CHARACTER}y, z{59}….$"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(
    text: str, reading: dict[str, Any], message: str
) -> None:
    with pytest.raises(FileError, match=message):
        report_on(text, **reading)


def test_every_column_of_the_template_is_read() -> None:
    assert len(NAMES) == len(set(NAMES)) == 24
    assert {"source_id", "role_id", "city_id", "title_raw", "city_raw"} <= set(FIELDS)
    assert "period" not in FIELDS
