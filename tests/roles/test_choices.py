from hypothesis import given
from hypothesis import strategies as st

from roles.choices import Basis, Level


@given(years=st.floats(min_value=0, max_value=80))
def test_every_year_of_experience_belongs_to_exactly_one_level(years: float) -> None:
    holding = [
        level
        for level in Level
        if level.years_from <= years and (level.years_below is None or years < level.years_below)
    ]

    assert holding == [Level.for_years(years)]


def test_levels_follow_each_other_without_a_hole() -> None:
    levels = list(Level)

    assert levels[0].years_from == 0
    assert [level.years_below for level in levels] == [
        *[level.years_from for level in levels[1:]],
        None,
    ]


def test_a_level_starts_at_its_lower_bound() -> None:
    assert Level.for_years(4.9) is Level.MID
    assert Level.for_years(5) is Level.SENIOR


def test_a_level_says_its_years() -> None:
    assert [level.years for level in Level] == ["0-2 years", "2-5 years", "5-8 years", "8+ years"]


def test_only_the_guides_own_judgement_needs_no_source() -> None:
    assert [basis for basis in Basis if not basis.needs_source] == [Basis.EDITORIAL]
