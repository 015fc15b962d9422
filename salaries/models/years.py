"""The years that a figure, a ratio or a rate can be of."""

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

EARLIEST_YEAR, LATEST_YEAR = 1990, 2100


def check_year(year: int) -> None:
    """Refuse a mistyped year; a figure may be of the next one, which a fiscal year ends in."""
    latest = localdate().year + 1
    if not EARLIEST_YEAR <= year <= latest:
        raise ValidationError(f"{year} is not a year from {EARLIEST_YEAR} to {latest}.")
