from salaries.choices import CompanySize, Kind
from tests.salaries.examples import pay_row


def test_a_sample_that_nobody_states_is_said_to_be_not_stated() -> None:
    assert pay_row().sample == "sample not stated"


def test_a_small_sample_is_called_few() -> None:
    assert pay_row(n=29, n_unit="adverts").sample == "n = 29 adverts, few"
    assert pay_row(n=30, n_unit="adverts").sample == "n = 30 adverts"


def test_the_sample_of_a_modelled_band_is_that_of_its_tier() -> None:
    assert pay_row(kind=Kind.MODELLED).sample == "tier: sample not stated"


def test_what_is_missing_is_said_or_blank_and_never_zero() -> None:
    row = pay_row()

    assert (row.median, row.tails, row.plausible) == ("not stated", "", "")
    assert pay_row(kind=Kind.MODELLED).median == "none"


def test_the_ends_of_observed_pay_are_named_as_percentiles() -> None:
    row = pay_row(kind=Kind.OBSERVED, n=40)

    assert (row.low_text, row.high_text) == ("P25 ₹22 lakh", "P75 ₹30 lakh")


def test_a_label_names_level_city_and_size() -> None:
    assert pay_row(city="Pune", size=CompanySize.LARGE).label == "Senior, Pune, large"
    assert pay_row(level=None).label == "All levels"
