"""How far a figure can be trusted, by a rule that is printed on the page of methods."""

from dataclasses import dataclass

from salaries.thresholds import FEW, FEWEST_FOR_TAILS

# Where pay spreads by 40 % around its median, the median of 200 values has a standard error of
# 1.25 * 0.4 / sqrt(200) = 3.5 %.
MANY = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """A figure has the letter when it is of the kind, has the values and is no older."""

    letter: str
    kind: str
    fewest: int
    oldest: int

    def holds(self, *, n: int, age: int, kind: str) -> bool:
        return kind == self.kind and n >= self.fewest and age <= self.oldest


# The first rule that holds decides. A published figure is at best a C: it cannot be checked.
RULES = (
    Rule("A", "observed", MANY, 1),
    Rule("B", "observed", FEW, 2),
    Rule("C", "observed", FEWEST_FOR_TAILS, 3),
    Rule("C", "reported", FEW, 2),
)
LOWEST = "D"


def graded(n: int | None, *, age: int, kind: str) -> str:
    """Return the grade of a figure of n values (None: not stated), of the kind, years old."""
    letters = (rule.letter for rule in RULES if rule.holds(n=n or 0, age=age, kind=kind))
    return next(letters, LOWEST)
