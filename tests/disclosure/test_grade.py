import pytest

from salaries.choices import Kind
from salaries.disclosure.grade import RULES, graded


@pytest.mark.parametrize(
    ("n", "age", "kind", "letter"),
    [
        (200, 1, "observed", "A"),
        (199, 1, "observed", "B"),
        (200, 2, "observed", "B"),
        (30, 2, "observed", "B"),
        (29, 0, "observed", "C"),
        (500, 3, "observed", "C"),
        (9, 0, "observed", "D"),
        (500, 4, "observed", "D"),
        (5_000, 0, "reported", "C"),
        (None, 0, "reported", "D"),
        (5_000, 0, "modelled", "D"),
    ],
)
def test_the_grade_follows_from_sample_age_and_kind(
    n: int | None, age: int, kind: str, letter: str
) -> None:
    assert graded(n, age=age, kind=kind) == letter


def test_the_kinds_of_the_rules_are_those_of_the_site() -> None:
    assert {rule.kind for rule in RULES} <= set(Kind.values)
