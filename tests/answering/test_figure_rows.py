import pytest

from roles.choices import Level
from salaries.answering.figure_rows import factor_used, modelled_row, stored_row
from salaries.choices import CompanySize, Kind
from salaries.models import Factor, PayFigure
from salaries.rows import PayRow

pytestmark = pytest.mark.django_db


def figure(key: str) -> PayFigure:
    return PayFigure.objects.with_provenance().get(key=key)


def factors(*ends: str) -> tuple[Factor, ...]:
    used = Factor.objects.filter(used_in_estimates=True, country="india").with_sources()
    return tuple(used.get(key__contains=end) for end in ends)


def modelled(key: str, ratios: tuple[Factor, ...]) -> PayRow:
    return modelled_row(stored_row(figure(key)), ratios, told=factor_used)


def test_a_stored_figure_keeps_what_its_source_says() -> None:
    row = stored_row(figure("RB004"))

    assert (row.level, row.low, row.high, row.open_ended) == (
        Level.LEAD,
        30_00_000,
        50_00_000,
        True,
    )
    assert row.year_label == "about 2024"


def test_an_undated_source_is_printed_as_undated() -> None:
    assert stored_row(figure("RB009")).year_label == "undated (supplied 2026)"


def test_an_average_is_a_band_with_equal_ends() -> None:
    row = stored_row(figure("RB007"))

    assert (row.level, row.low, row.high) == (None, 21_25_000, 21_25_000)


def test_a_modelled_row_carries_its_working_and_every_source() -> None:
    row = modelled("RB003", factors("hyderabad", "large"))

    assert (row.kind, row.city, row.size) == (Kind.MODELLED, "Hyderabad", CompanySize.LARGE)
    assert row.working is not None
    assert row.working.exact == "₹24,41,762 to ₹33,29,676"
    assert row.working.half_width == "0.25"
    assert [factor.interval for factor in row.working.factors] == [
        "0.923 to 1.094",
        "0.963 to 1.240",
    ]
    assert len(row.sources) >= 4


def test_an_open_tier_gives_an_open_modelled_band() -> None:
    assert modelled("RB004", factors("pune")).amount.endswith("and more")


def test_a_ratio_of_one_publication_makes_the_row_weak() -> None:
    assert modelled("RB003", factors("kolkata")).is_weak
    assert not modelled("RB003", factors("pune")).is_weak


def test_a_factor_without_an_interval_cannot_be_used() -> None:
    (pune,) = factors("pune")
    pune.low = None

    with pytest.raises(ValueError, match="has no interval"):
        modelled("RB003", (pune,))
