"""How deep a person's own skill goes, in the words in which the guide says what is expected."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from roles.choices import Proficiency


class Rating(models.IntegerChoices):
    """One answer of the self-assessment, shallowest first."""

    NOT_YET = 0, _("Not yet")
    AWARENESS = 1, _("Awareness")
    WORKING = 2, _("Working")
    PRACTITIONER = 3, _("Practitioner")
    EXPERT = 4, _("Expert")

    @property
    def word(self) -> str:
        return self.label.lower()

    @classmethod
    def meeting(cls, depth: Proficiency) -> Self:
        """Return the least rating that meets a depth; any meets one that is not expected."""
        return cls(list(Proficiency).index(depth))

    @classmethod
    def choices_said(cls) -> tuple[str, ...]:
        """Return the values that may be asked for, as they stand in an address."""
        return tuple(str(value) for value in cls.values)
