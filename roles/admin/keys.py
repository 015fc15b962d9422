"""What names a shipped object is chosen once: a later load finds the object by it."""

from inspect import signature
from typing import Any

from django.db.models import Model
from django.forms import DateField, Field

from roles.admin.seen import SeenForm
from roles.lists import ListBox

# What the stock messages leave open: how it is written.
HOW_WRITTEN: dict[type[Field], str] = {
    DateField: "Write the day as 2027-05-31 or 31/05/2027.",
    ListBox: "Write a list in square brackets, each item in double quotes and a comma between: "
    '["one", "two"]. An empty list is [].',
}


class KeyedForm(SeenForm):
    """A form in which the natural key of an object that is saved already cannot be changed.

    It serves pages and rows in pages alike; what a browser sends for the key is not looked at.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            for name in key_names(type(self.instance)):
                if name in self.fields:
                    self.fields[name].disabled = True
                    self.fields[name].help_text = "Chosen once: links and later loads lean on it."
        for field in self.fields.values():
            if said := HOW_WRITTEN.get(type(field)):
                field.error_messages["invalid"] = said


def key_names(model: type[Model]) -> list[str]:
    """Return the fields of the natural key: its manager's arguments are named after them."""
    manager: Any = model._meta.default_manager
    return list(signature(manager.get_by_natural_key).parameters)
