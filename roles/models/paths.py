"""Ways into the role, what helps to learn it, and the signs that a person is on the way."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q

from roles.checks import check_has_come
from roles.choices import IndicatorTheme, PathName, Section
from roles.models.claims import Claim
from roles.rules import rule


class PathStep(Claim):
    """One step of a documented way into the role, in order of position."""

    path = models.CharField(max_length=16, choices=PathName)

    class Meta:
        constraints = (
            rule(condition=Q(path__in=PathName.values), name="path_step_is_on_a_known_path"),
        )


class TransitionIndicator(Claim):
    """A sign that a person has begun to do the new role; the next step is editorial."""

    path = models.CharField(max_length=16, choices=PathName)
    theme = models.CharField(max_length=9, choices=IndicatorTheme)
    next_step = models.TextField(help_text="What a person can do who lacks the sign.")

    class Meta:
        constraints = (
            rule(condition=Q(path__in=PathName.values), name="indicator_is_on_a_known_path"),
            rule(condition=Q(theme__in=IndicatorTheme.values), name="indicator_theme_is_known"),
            rule(condition=~Q(next_step=""), name="indicator_names_a_next_step"),
        )


class LearningResource(Claim):
    """A course or platform that a source names, with what a reader asks before paying for it."""

    section = models.CharField(
        max_length=16,
        choices=[
            (section.value, section.label) for section in (Section.CERTIFICATION, Section.RESOURCES)
        ],
    )
    publisher = models.CharField(max_length=120)
    cost = models.CharField(max_length=120, help_text="“not stated” where the source gives none.")
    length = models.CharField(max_length=120, help_text="“not stated” where the source gives none.")
    url = models.CharField(
        "address",
        max_length=200,
        blank=True,
        validators=[URLValidator(schemes=("https", "http"))],
        help_text="Empty where the source gives no address.",
    )
    checked_on = models.DateField(
        validators=[check_has_come], help_text="The day on which an editor last read what is said."
    )
    is_promotional = models.BooleanField(
        help_text="The source that names it is of its own publisher."
    )

    class Meta:
        constraints = (
            rule(
                condition=Q(section__in=(Section.CERTIFICATION, Section.RESOURCES)),
                name="resource_section_is_known",
            ),
            rule(
                condition=~Q(publisher="") & ~Q(cost="") & ~Q(length=""),
                name="resource_states_publisher_cost_and_length",
            ),
        )
