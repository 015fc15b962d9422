import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.salaries.test_frames import file_of

DATA = Path(settings.BASE_DIR).parent / "shared" / "data"


@pytest.mark.shared
@pytest.mark.skipif(not DATA.exists(), reason="the raw observations are not here")
def test_the_shipped_observed_figures_are_those_computed_from_the_observations() -> None:
    out = StringIO()

    call_command(
        "summarise_observations",
        DATA / "observations.csv",
        DATA / "observations_odbl.csv",
        stdout=out,
    )

    shipped = json.loads(Path(settings.BASE_DIR, "fixtures", "observed.json").read_text("utf-8"))
    assert json.loads(out.getvalue()) == shipped


def test_each_level_of_a_source_becomes_a_figure_of_the_fixture(tmp_path: Path) -> None:
    path = file_of(tmp_path, *({"base_salary": str(pay)} for pay in range(100, 1101, 100)))
    out = StringIO()

    call_command("summarise_observations", path, stdout=out)

    (figure,) = json.loads(out.getvalue())
    fields = figure["fields"]
    assert figure["model"] == "salaries.payfigure"
    assert (fields["key"], fields["n"], fields["p25"], fields["p90"]) == (
        "a-us-pm-mid",
        11,
        350,
        1000,
    )
    assert fields["is_tier"] is True


def test_a_file_that_cannot_be_read_is_one_clear_error() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.csv"):
        call_command("summarise_observations", "nowhere.csv")


def test_a_kind_of_pay_that_has_no_place_is_named(tmp_path: Path) -> None:
    path = file_of(tmp_path, *({"pay_kind": "filed wage"} for _ in range(5)))

    with pytest.raises(CommandError, match="'filed wage' is not one of: advertised range"):
        call_command("summarise_observations", path)
