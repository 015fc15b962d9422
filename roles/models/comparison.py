"""What tells roles apart, dimension by dimension, and what they share."""

from django.db import models
from django.db.models import Q

from roles.choices import NoteNature
from roles.models.claims import Claim
from roles.models.guide import Role
from roles.rules import rule


class Dimension(Claim):
    """One row of the comparison; its text is the difference in a sentence."""


class DimensionValueManager(models.Manager["DimensionValue"]):
    def get_by_natural_key(self, dimension: str, role: str) -> "DimensionValue":
        return self.get(dimension__key=dimension, role__slug=role)


class DimensionValue(models.Model):
    """What one role is like in one dimension, in a short phrase."""

    dimension = models.ForeignKey(Dimension, models.CASCADE, related_name="values")
    role = models.ForeignKey(Role, models.PROTECT, related_name="dimension_values")
    text = models.CharField(max_length=250)

    objects = DimensionValueManager()

    class Meta:
        ordering = ("dimension", "role")
        constraints = (
            models.UniqueConstraint(
                fields=("dimension", "role"), name="dimension_has_one_value_per_role"
            ),
            rule(condition=~Q(text=""), name="dimension_value_is_not_blank"),
        )

    def __str__(self) -> str:
        return f"{self.dimension}, {self.role}"

    def natural_key(self) -> tuple[str, str]:
        return (self.dimension.key, self.role.slug)


class ComparisonNote(Claim):
    """Something to know beside the table: what overlaps, a caveat, an example."""

    nature = models.CharField(max_length=8, choices=NoteNature)
    roles = models.ManyToManyField(Role, related_name="comparison_notes")

    class Meta:
        constraints = (
            rule(condition=Q(nature__in=NoteNature.values), name="comparison_note_nature_is_known"),
        )
