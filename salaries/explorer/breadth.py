"""How much of the data one request may ask a view for."""

from django.utils.translation import gettext

from salaries.slices import Slice

# Every city at every level. Each slice takes some milliseconds.
MOST_SLICES = 128


def too_wide(asked: Slice, *, releases: int) -> str:
    """Return why so much is not answered at once, in so many releases; nothing where it is."""
    number = asked.number * max(1, releases)
    if number <= MOST_SLICES:
        return ""
    text = gettext(
        "This view would answer {number} slices: each level of each role, size, place and "
        "release that it draws. At most {most} are answered at once. Choose fewer of them."
    )
    return text.format(number=number, most=MOST_SLICES)
