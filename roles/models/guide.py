"""A role, and the kinds of claim its page is made of."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from roles.choices import (
    ChallengeNature,
    Frequency,
    Level,
    Moment,
    Section,
    Stage,
    Theme,
)
from roles.models.claims import Claim
from roles.rules import rule


class RoleManager(models.Manager["Role"]):
    def get_by_natural_key(self, slug: str) -> "Role":
        return self.get(slug=slug)


class Role(models.Model):
    """A job that the guide describes and compares."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=80, unique=True)
    short_name = models.CharField(max_length=30)
    summary = models.TextField(help_text="One or two sentences for lists and search engines.")
    position = models.PositiveSmallIntegerField(default=0)

    objects = RoleManager()

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            rule(
                condition=~Q(name="") & ~Q(short_name="") & ~Q(summary=""),
                name="role_says_what_it_is",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("roles:detail", args=[self.slug])

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class RoleClaim(Claim):
    """A claim about one role; kinds with a plural of their own say it for the role."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True


class Statement(RoleClaim):
    """Prose under one heading of the role page."""

    section = models.CharField(max_length=16, choices=Section)
    country = models.SlugField(
        max_length=20,
        blank=True,
        db_index=False,
        help_text="Of what moves pay: “india” where the sources say it of India; else empty.",
    )

    class Meta:
        constraints = (
            rule(condition=Q(section__in=Section.values), name="statement_section_is_known"),
        )


class Responsibility(RoleClaim):
    """Something the role answers for; how many documents say so is counted, not stored."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="responsibilities")
    theme = models.CharField(max_length=14, choices=Theme)

    class Meta:
        verbose_name_plural = "responsibilities"
        constraints = (
            rule(condition=Q(theme__in=Theme.values), name="responsibility_theme_is_known"),
        )


class Activity(RoleClaim):
    """Something done daily or again and again."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="activities")
    moment = models.CharField(max_length=16, choices=Moment)

    class Meta:
        verbose_name_plural = "activities"
        constraints = (
            rule(condition=Q(moment__in=Moment.values), name="activity_moment_is_known"),
        )


class Collaborator(RoleClaim):
    """A counterpart, and what passes between the two; the exchange is editorial."""

    gives = models.CharField(max_length=250)
    gets = models.CharField(max_length=250)
    frequency = models.CharField(max_length=14, choices=Frequency)

    class Meta:
        constraints = (
            rule(
                condition=Q(frequency__in=Frequency.values),
                name="collaborator_frequency_is_known",
            ),
        )


class LifecycleNote(RoleClaim):
    """What the role does in one stage of the product lifecycle."""

    stage = models.CharField(max_length=12, choices=Stage)

    class Meta:
        constraints = (rule(condition=Q(stage__in=Stage.values), name="lifecycle_stage_is_known"),)


class Challenge(RoleClaim):
    """A problem of the role; its early sign and counter-move are editorial."""

    nature = models.CharField(max_length=10, choices=ChallengeNature)
    early_sign = models.CharField(max_length=250)
    counter_move = models.CharField(max_length=250)

    class Meta:
        constraints = (
            rule(condition=Q(nature__in=ChallengeNature.values), name="challenge_nature_is_known"),
        )


class Strategy(RoleClaim):
    """A way to meet one or more challenges."""

    role = models.ForeignKey(Role, models.PROTECT, related_name="strategies")
    answers = models.ManyToManyField(Challenge, related_name="strategies")

    class Meta:
        verbose_name_plural = "strategies"


class Trend(RoleClaim):
    """Where the role is heading, and as of when the sources say so."""

    as_of = models.CharField(max_length=60)

    class Meta:
        constraints = (rule(condition=~Q(as_of=""), name="trend_says_as_of_when"),)


class RoleLevel(RoleClaim):
    """What one career level of a role takes on; the text is its scope."""

    level = models.CharField(max_length=6, choices=Level)
    autonomy = models.TextField()
    people = models.TextField()
    decisions = models.TextField()
    change = models.TextField(blank=True, help_text="What changes from the level below.")

    class Meta:
        constraints = (
            rule(condition=Q(level__in=Level.values), name="role_level_is_known"),
            models.UniqueConstraint(fields=("role", "level"), name="role_has_each_level_once"),
            rule(
                condition=Q(level=Level.ENTRY) | ~Q(change=""),
                name="level_above_entry_says_what_changes",
            ),
        )

    def get_absolute_url(self) -> str:
        """Return the address of the page, which tells the pay too and so is the project's."""
        return reverse("level", args=[self.role.slug, self.level])
