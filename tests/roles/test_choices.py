from roles.choices import Basis, Level


def test_levels_follow_each_other_without_a_hole() -> None:
    levels = list(Level)

    assert levels[0].years_from == 0
    assert [level.years_below for level in levels] == [
        *[level.years_from for level in levels[1:]],
        None,
    ]


def test_a_level_says_its_years() -> None:
    assert [level.years for level in Level] == ["0-2 years", "2-5 years", "5-8 years", "8+ years"]


def test_only_the_guides_own_judgement_needs_no_source() -> None:
    assert [basis for basis in Basis if not basis.needs_source] == [Basis.EDITORIAL]
