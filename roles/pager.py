"""The links between the pages of a long list."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    number: int
    url: str
    is_current: bool


def page_links(last: int, *, current: int, url_of: Callable[[int], str]) -> tuple[PageLink, ...]:
    """Return a link to every page, or none where there is only one."""
    numbers = range(1, last + 1) if last > 1 else ()
    return tuple(PageLink(number, url_of(number), number == current) for number in numbers)
