"""Lists that one column keeps, and the rules that they follow."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models


class ListBox(forms.JSONField):
    """A list written as JSON; an empty box is an empty list, not the absence of one."""

    def to_python(self, value: Any) -> Any:
        given = super().to_python(value)
        return [] if given in self.empty_values else given


class ListField(models.JSONField):
    """A list in one column; to the database and to migrations it is any JSON."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": ListBox, **kwargs})

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs


def check_texts(value: object) -> list[str]:
    """Return the list; refuse anything but texts that say something."""
    if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
        return value
    raise ValidationError('This is a list of texts, such as ["TPM", "Technical PM"].')


def check_addresses(value: object) -> None:
    """Refuse anything but a list of addresses that a page may link to."""
    check = URLValidator(schemes=("https", "http"))
    for address in check_texts(value):
        try:
            check(address)
        except ValidationError as error:
            # In the words of the validator, a form would say that this is no JSON.
            raise ValidationError(f"{address!r} is not the address of a page.") from error
