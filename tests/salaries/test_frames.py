from pathlib import Path

import pytest

from salaries.frames import COLUMNS, NEEDED, FrameError, observation_frame

ROW = {
    "source_id": "a",
    "role": "PM",
    "level": "mid",
    "country": "United States",
    "pay_kind": "advertised range",
    "base_salary": "100",
    "total_compensation": "",
    "year": "2024",
    "is_current": "1",
    "usable": "1",
}


def file_of(folder: Path, *changes: dict[str, str]) -> Path:
    lines = [",".join(NEEDED)]
    lines += [",".join((ROW | change)[column] for column in NEEDED) for change in changes]
    path = folder / "observations.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_only_usable_current_rows_of_the_role_and_country_are_kept(tmp_path: Path) -> None:
    path = file_of(
        tmp_path, {}, {"role": "TPM"}, {"country": "India"}, {"usable": "0"}, {"is_current": "0"}
    )

    frame = observation_frame([path], role="PM", country="United States")

    assert frame.to_dict("records") == [
        {"source": "a", "pay_kind": "advertised range", "level": "mid", "year": 2024, "pay": 100.0}
    ]


def test_total_pay_is_taken_where_there_is_no_wage(tmp_path: Path) -> None:
    path = file_of(tmp_path, {"base_salary": "", "total_compensation": "900"})

    frame = observation_frame([path], role="PM", country="United States")

    assert list(frame["pay"]) == [900.0]


def test_a_file_without_rows_gives_a_frame_with_every_column(tmp_path: Path) -> None:
    frame = observation_frame([file_of(tmp_path)], role="PM", country="United States")

    assert (len(frame), tuple(frame.columns)) == (0, COLUMNS)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_text("role,level\nPM,mid\n", encoding="utf-8")

    with pytest.raises(FrameError, match="no column named source_id, country"):
        observation_frame([path], role="PM", country="United States")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FrameError, match=r"nowhere\.csv"):
        observation_frame([tmp_path / "nowhere.csv"], role="PM", country="United States")


@pytest.mark.parametrize(
    "change",
    [{"base_salary": "abc"}, {"base_salary": "nan"}, {"base_salary": "-5"}, {"year": "soon"}],
)
def test_a_line_without_a_year_or_pay_is_named(tmp_path: Path, change: dict[str, str]) -> None:
    path = file_of(tmp_path, {}, change)

    with pytest.raises(FrameError, match="line 3: a row needs a year from 1990"):
        observation_frame([path], role="PM", country="United States")
