"""Rules that the database keeps, and the words in which a form states a broken one."""

from django.db import models


def rule(*, condition: models.Q, name: str) -> models.CheckConstraint:
    """Return a check named as the sentence it enforces, which is also its message."""
    sentence = name.replace("_", " ")
    return models.CheckConstraint(
        condition=condition, name=name, violation_error_message=f"This must hold: {sentence}."
    )
