"""Questions, terms, and what the sources disagree about."""

from django.db import models
from django.db.models import Q

from roles.lists import ListField, check_texts
from roles.models.claims import Claim
from roles.models.sources import Source
from roles.rules import rule


class Contradiction(Claim):
    """Something the sources disagree about; the text says how, the resolution what is done.

    One that rests on this guide's own judgement is a reading: a gap or an unclear place in the
    documents, and the rule by which the guide reads it.
    """

    slug = models.SlugField(max_length=60, unique=True)
    resolution = models.TextField()

    class Meta:
        constraints = (
            rule(condition=~Q(resolution=""), name="contradiction_says_how_it_is_handled"),
        )


class PositionManager(models.Manager["Position"]):
    def get_by_natural_key(self, contradiction: str, source: str) -> "Position":
        return self.get(contradiction__key=contradiction, source__slug=source)


class Position(models.Model):
    """What one source says in a contradiction."""

    contradiction = models.ForeignKey(Contradiction, models.CASCADE, related_name="positions")
    source = models.ForeignKey(Source, models.PROTECT, related_name="positions")
    text = models.TextField()

    objects = PositionManager()

    class Meta:
        ordering = ("contradiction", "source__position")
        constraints = (
            models.UniqueConstraint(
                fields=("contradiction", "source"), name="source_takes_one_position"
            ),
            rule(condition=~Q(text=""), name="position_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.contradiction}: {self.source}"

    def natural_key(self) -> tuple[str, str]:
        return (self.contradiction.key, self.source.slug)


class Question(Claim):
    """A frequently asked question: the title asks, the text answers."""

    slug = models.SlugField(max_length=80, unique=True, help_text="The anchor on /faq/.")
    dispute = models.ForeignKey(
        Contradiction, models.SET_NULL, null=True, blank=True, related_name="questions"
    )


class GlossaryTerm(Claim):
    """A term: the title names it, the text defines it."""

    slug = models.SlugField(max_length=60, unique=True, help_text="The anchor on /glossary/.")
    aliases = ListField(default=list, blank=True, validators=[check_texts])
