"""What a form refuses of a field, because nobody can have seen it."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate


def check_has_come(day: date) -> None:
    """Refuse a day to come; tomorrow is today already where the sun rises first."""
    if day > localdate() + timedelta(days=1):
        raise ValidationError(f"{day} has not come yet; today is {localdate()}.")
