"""What to know, how deep and at which level; and the tools of the work."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from roles.choices import Level, Proficiency, SkillGroup, Stage
from roles.models.claims import Claim
from roles.models.guide import Role
from roles.rules import rule


class Skill(Claim):
    """Something a person can be good at; its text says why it matters."""

    slug = models.SlugField(max_length=60, unique=True)
    group = models.CharField(max_length=10, choices=SkillGroup)

    class Meta:
        constraints = (rule(condition=Q(group__in=SkillGroup.values), name="skill_group_is_known"),)

    def get_absolute_url(self) -> str:
        return reverse("roles:skill", args=[self.slug])


class SkillExpectationManager(models.Manager["SkillExpectation"]):
    def get_by_natural_key(self, skill: str, role: str, level: str) -> "SkillExpectation":
        return self.get(skill__key=skill, role__slug=role, level=level)


class SkillExpectation(models.Model):
    """How deep a skill is expected at one level of a role, and what a person there can do."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="expectations")
    role = models.ForeignKey(Role, models.PROTECT, related_name="skill_expectations")
    level = models.CharField(max_length=6, choices=Level)
    proficiency = models.CharField(max_length=12, choices=Proficiency)
    descriptor = models.TextField()

    objects = SkillExpectationManager()

    class Meta:
        ordering = ("skill", "role", "level")
        constraints = (
            models.UniqueConstraint(
                fields=("skill", "role", "level"), name="skill_is_expected_once_per_level"
            ),
            rule(condition=Q(level__in=Level.values), name="skill_level_is_known"),
            rule(
                condition=Q(proficiency__in=Proficiency.values), name="skill_proficiency_is_known"
            ),
            rule(condition=~Q(descriptor=""), name="skill_descriptor_is_not_blank"),
        )

    def __str__(self) -> str:
        return f"{self.skill}, {self.role}, {self.get_level_display()}"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.skill.key, self.role.slug, self.level)


class Tool(Claim):
    """A tool or technique; its text says what it is."""

    slug = models.SlugField(max_length=60, unique=True)
    when_to_use = models.TextField()
    when_not = models.TextField()
    example = models.TextField()
    owner = models.CharField(max_length=120, help_text="Who usually keeps it.")
    stage = models.CharField(max_length=12, choices=Stage)

    class Meta:
        constraints = (rule(condition=Q(stage__in=Stage.values), name="tool_stage_is_known"),)

    def get_absolute_url(self) -> str:
        return reverse("roles:tool", args=[self.slug])
