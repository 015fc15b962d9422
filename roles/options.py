"""What can be chosen in a form, and what is; every filter form of the site is made of these."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class OptionGroup:
    label: str
    options: tuple[Option, ...]


def options(choices: Iterable[tuple[str, object]], chosen: Iterable[str]) -> tuple[Option, ...]:
    """Return an option per value and label, in their order, marking those that are chosen."""
    marked = set(map(str, chosen))
    return tuple(Option(str(value), str(label), str(value) in marked) for value, label in choices)
