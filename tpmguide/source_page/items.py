"""What the lists of the page are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """Something that rests on the source, and a remark; without an address no page shows it yet."""

    label: str
    url: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items under one heading; they are counted in it where each is about one thing."""

    heading: str
    items: tuple[Item, ...]
    is_counted: bool = True
