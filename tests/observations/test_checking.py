"""Every cell is right, or rejected with its line, its column and what would be right."""

import pytest
from django.utils.timezone import localdate

from salaries.models import City
from salaries.observations.columns import FIELDS
from salaries.observations.examining import Examination, Reading, examination, examine
from salaries.observations.report import Report
from tests.observations.files import as_read, file_of

pytestmark = pytest.mark.django_db


def report_on(*changes: dict[str, str]) -> Report:
    return examine(file_of(*changes), Reading(), None)


def value_of(field: str, change: dict[str, str]) -> object:
    """Return what a row that is kept says in a field."""
    with examination(file_of(change), Reading(), None) as examined:
        (found,) = examined.batches(as_read)
    return found.columns[FIELDS.index(field)][0]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pay": ""}, "line 2, pay: '': is needed"),
        ({"pay": "nan"}, "line 2, pay: 'nan': is not a whole amount"),
        ({"pay": "inf"}, "is not a whole amount"),
        ({"pay": "-5"}, "is not a whole amount"),
        ({"pay": "1e6"}, "is not a whole amount"),
        ({"pay": "100.7"}, "is not a whole amount"),
        ({"pay": "1,80,000"}, "is not a whole amount; write digits only, without separators"),
        ({"pay": "0"}, "is not from 1 to 2,000,000,000"),
        ({"pay": "9999999999"}, "is not from 1 to 2,000,000,000"),
        ({"pay": "99999999999"}, "is not from 1 to 2,000,000,000"),
        ({"low": "9" * 5_000}, "is not from 1 to 2,000,000,000"),
        ({"pay": "١٨٠٠٠٠"}, "is not a whole amount"),
        ({"pay": "=1+1"}, "is not a whole amount"),
        ({"title": "=cmd()"}, "starts with '=', which a spreadsheet runs as a formula"),
        ({"title": "@SUM(A1)"}, "starts with '@'"),
        ({"title": "a\x07b"}, "holds a control character"),
        ({"title": "x" * 201}, "is longer than 200 characters"),
        ({"year": "1066"}, f"is not a year from 1990 to {localdate().year}, the present one"),
        ({"year": str(localdate().year + 1)}, f"is not a year from 1990 to {localdate().year}"),
        ({"year": "2025.5"}, "is not a year"),
        ({"year": "9" * 5_000}, "is not a year"),
        ({"level": "wizard"}, "is not one of: entry, mid, senior, lead"),
        ({"currency": "XXX"}, "is not one of: aud, "),
        ({"pay_kind": ""}, "is needed"),
        ({"source": "hearsay"}, "line 2, source: 'hearsay': is not one of"),
        ({"usable": "maybe"}, "is not one of: yes, no"),
        ({"usable": "no"}, "line 2, flags: '': a row that is not usable says why"),
        ({"low": "200000", "high": "100000"}, "is above the upper end; are the ends swapped?"),
        ({"low": "190000", "high": "200000"}, "line 2, pay: '180000': lies outside its own range"),
    ],
)
def test_a_cell_that_is_not_right_is_rejected(change: dict[str, str], message: str) -> None:
    report = report_on(change, {})

    assert [message in str(found) for found in report.rejections.first] == [True]
    assert (report.rows, report.rejected, report.new, report.errors) == (2, 1, 1, 1)


@pytest.mark.parametrize(
    ("change", "column"), [({"role": "Data PM"}, "role"), ({"country": "Canada"}, "country")]
)
def test_a_role_or_country_that_the_guide_lacks_is_out_of_scope(
    change: dict[str, str], column: str
) -> None:
    report = report_on(change)

    (found,) = report.rejections.first
    assert found.column == column
    assert "is not in the guide, which has: " in found.reason
    assert (report.errors, report.out_of_scope) == (0, 1)


def test_every_fault_of_a_row_is_named_and_the_row_is_counted_once() -> None:
    report = report_on({"pay": "x", "year": "x", "role": "x"})

    assert [found.column for found in report.rejections.first] == ["role", "pay", "year"]
    assert (report.rejected, report.out_of_scope) == (1, 0)


@pytest.mark.parametrize(
    ("change", "flag", "reason"),
    [
        ({"pay": "65"}, "unit_in_doubt", "an hourly wage or thousands?"),
        ({"pay": "12000"}, "unit_in_doubt", "a monthly wage?"),
        ({"pay": "180"}, "unit_in_doubt", "an hourly wage or thousands?"),
        ({"pay": "2200000"}, "unit_in_doubt", "Indian rupee?"),
        ({"pay": "1900000000"}, "out_of_range", "is outside 20,000 to 1,000,000 USD a year"),
        ({"currency": "GBP"}, "foreign_currency", "pay there is in USD"),
        (
            {"country": "india", "currency": "INR", "pay": "22", "city": "", "region": ""},
            "unit_in_doubt",
            "lakh?",
        ),
        (
            {"country": "india", "currency": "INR", "pay": "150000", "city": "", "region": ""},
            "unit_in_doubt",
            "a monthly wage or US dollar?",
        ),
    ],
)
def test_an_unlikely_amount_is_kept_flagged_and_out_of_use(
    change: dict[str, str], flag: str, reason: str
) -> None:
    report = report_on(change)

    (found,) = report.suspicions.first
    assert found.flag == flag
    assert reason in found.reason
    assert report.new == 1
    assert (value_of("usable", change), value_of("flags", change)) == (False, flag)


@pytest.mark.parametrize("flags", ["checked", "part-time; checked", "checked ;part-time"])
def test_an_amount_that_a_steward_has_checked_stays_in_use(flags: str) -> None:
    change = {"pay": "12000", "flags": flags}

    assert report_on(change).suspicions.count == 0
    assert value_of("usable", change) is True


def test_what_another_row_says_is_suspected_and_stays_in_use() -> None:
    report = report_on({}, {}, {"pay": "170000"})

    assert [str(found) for found in report.suspicions.first] == [
        "line 3, key: 'a-2': says what line 2 says; kept"
    ]
    assert report.flags == {"duplicate": 1}
    assert report.new == 3


def test_a_duplicate_is_suspected_also_where_the_file_gives_no_keys() -> None:
    report = report_on({"key": ""}, {"key": ""}, {"key": "", "pay": "170000"}, {"key": "own"})

    assert [found.line for found in report.suspicions.first] == [3, 5]
    assert report.new == 4


def test_a_key_stands_once_in_a_file() -> None:
    report = report_on({"key": "same"}, {"key": "same", "pay": "170000"})

    assert [str(found) for found in report.rejections.first] == [
        "line 3, key: 'same': the key is that of line 2"
    ]


def test_a_row_without_a_key_is_named_after_what_it_says() -> None:
    keys = [value_of("key", {"key": ""}), value_of("key", {"key": "", "pay": "170000"})]

    assert keys[0] == value_of("key", {"key": ""})
    assert keys[0] != keys[1]
    assert report_on({"key": ""}, {"key": ""}).new == 2


@pytest.mark.parametrize(
    ("field", "change", "value"),
    [
        ("pay", {"pay": " 180000.00 "}, 180_000),
        ("country", {"country": "United States"}, "united-states"),
        ("level", {"level": "Senior"}, "senior"),
        ("is_current", {"year": "2013"}, False),
        ("is_current", {"year": "2023"}, True),
        ("low", {}, None),
        ("usable", {"usable": ""}, True),
        ("city_raw", {"city": "Atlantis"}, "Atlantis"),
        ("city_id", {"city": "Atlantis"}, None),
        ("city_id", {"city": "Portland", "region": "ME"}, None),
    ],
)
def test_a_cell_is_read_as_what_it_says(field: str, change: dict[str, str], value: object) -> None:
    assert value_of(field, change) == value


def test_a_city_is_found_by_its_names_within_its_country() -> None:
    seattle = City.objects.get(slug="seattle").pk
    bengaluru = City.objects.get(slug="bengaluru").pk
    india = {"country": "india", "currency": "INR", "pay": "2600000", "region": ""}

    assert value_of("city_id", {"city": "Seattle", "region": "WA"}) == seattle
    assert value_of("city_id", {"city": "Bangalore", **india}) == bengaluru
    assert value_of("city_id", {"city": "Seattle", **india}) is None


@pytest.mark.parametrize(
    ("city", "region", "slug"),
    [
        ("Palo Alto", "CA", "san-jose"),
        ("Santa Clara", "CA", "san-jose"),
        ("Redwood City", "CA", "san-francisco"),
        ("Carlsbad", "CA", "san-diego"),
        ("Cambridge", "MA", "boston"),
        ("Jersey City", "NJ", "new-york"),
        ("Cambridge", "MD", None),
        ("Carlsbad", "NM", None),
        ("Seattle", "MA", None),
    ],
)
def test_a_town_counts_to_the_area_that_it_lies_in(
    city: str, region: str, slug: str | None
) -> None:
    area = City.objects.get(slug=slug).pk if slug else None

    assert value_of("city_id", {"city": city, "region": region}) == area


def test_a_batch_is_only_as_large_as_asked() -> None:
    with examination(file_of({}, {}, {}), Reading(batch=2), None) as examined:
        assert isinstance(examined, Examination)
        assert [len(found.lines) for found in examined.batches(as_read)] == [2, 1]
