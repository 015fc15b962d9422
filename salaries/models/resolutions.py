"""How the guide reads figures that contradict each other: an editor's words, no numbers."""

from django.db import models
from django.db.models import Q

from roles.rules import rule

# Seven names of what the figures are about and two of sources, with a point between them.
LONGEST_KEY = 400


class PayResolutionManager(models.Manager["PayResolution"]):
    def get_by_natural_key(self, key: str) -> "PayResolution":
        return self.get(key=key)


class PayResolution(models.Model):
    """What is to be made of two figures on the same slice that have no amount in common.

    That there are such figures is computed (salaries.releases.contradictions). The key names
    the slice and the two sources, and so outlives a release in which the amounts change.
    """

    key = models.CharField(max_length=LONGEST_KEY, unique=True, verbose_name="figures")
    about = models.CharField(max_length=400, editable=False)
    release = models.CharField(
        max_length=20, editable=False, help_text="In use when the words were written."
    )
    text = models.TextField(
        verbose_name="resolution", help_text="Which figure the guide leans on, and why."
    )

    objects = PayResolutionManager()

    class Meta:
        ordering = ("key",)
        verbose_name = "pay contradiction"
        constraints = (rule(condition=~Q(text=""), name="pay_resolution_says_something"),)

    def __str__(self) -> str:
        return self.about

    def natural_key(self) -> tuple[str]:
        return (self.key,)
