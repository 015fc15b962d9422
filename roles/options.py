"""What can be chosen in a form, and what is; filters and the plan are made of these."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A choice; the count, where it is known, is what the choice would show."""

    value: str
    label: str
    chosen: bool
    count: int | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the choice leads to nothing; one that is made can still be taken back."""
        return self.count == 0 and not self.chosen


@dataclass(frozen=True, slots=True)
class OptionGroup:
    label: str
    options: tuple[Option, ...]


def options(choices: Iterable[tuple[str, object]], chosen: Iterable[str]) -> tuple[Option, ...]:
    """Return an option per value and label, in their order, marking those that are chosen."""
    marked = set(map(str, chosen))
    return tuple(Option(str(value), str(label), str(value) in marked) for value, label in choices)


def counted(given: Iterable[Option], counts: Mapping[str, int]) -> tuple[Option, ...]:
    """Return the options with the count of each; one without a count leads to nothing."""
    return tuple(
        Option(option.value, option.label, option.chosen, counts.get(option.value, 0))
        for option in given
    )
