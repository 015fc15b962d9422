"""The ids of the content inventory, and the rule they follow."""

import re

from django.core.exceptions import ValidationError

INVENTORY_ID = re.compile(r"[A-Z]{1,3}-\d{2,3}")


def check_inventory_ids(value: object) -> None:
    """Refuse anything but a list of ids such as R-01."""
    if not isinstance(value, list):
        raise ValidationError('Inventory ids are a list, such as ["R-01", "R-02"].')
    for item in value:
        if not isinstance(item, str) or not INVENTORY_ID.fullmatch(item):
            raise ValidationError(
                f"{item!r} is not an inventory id: one to three capitals, a hyphen and "
                "two or three digits, such as R-01."
            )
