"""The steps of a path in their order, each with the skills that it builds."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext

from roles.blocks import Block, Group, filled
from roles.cited import Citing, Fact, Link, counted
from roles.models import PathStep, Skill

# Which pages of skills go on from a step is this guide's own choice.
SKILLS = {
    "p-02": ("software-development", "software-architecture"),
    "p-03": ("prioritisation", "customer-needs", "balancing"),
    "p-04": ("specification", "roadmapping"),
    "p-05": ("staying-current",),
    "l-01": ("reading-code", "software-architecture", "microservices"),
    "l-03": ("apis",),
    "l-04": ("cloud",),
    "l-05": ("sql", "databases"),
    "l-06": ("curiosity",),
    "l-07": ("technical-docs", "technical-debt"),
    "l-08": ("staying-current",),
}


def steps_block(steps: Sequence[PathStep], citing: Citing) -> Block:
    skills = _skills_of(steps)
    claims = tuple(citing(step, facts=_facts(step, skills)) for step in steps)
    return Block(
        "steps",
        gettext("The steps"),
        filled([Group("", claims)]),
        note=gettext("{steps}, in the order in which the sources give them.").format(
            steps=counted(len(steps), "step")
        ),
        is_ordered=True,
    )


def _skills_of(steps: Sequence[PathStep]) -> Mapping[str, Skill]:
    slugs = {slug for step in steps for slug in SKILLS.get(step.key, ())}
    return Skill.objects.in_bulk(slugs, field_name="slug")


def _facts(step: PathStep, skills: Mapping[str, Skill]) -> tuple[Fact, ...]:
    """Return the links to the skills of a step, leaving out what an editor deleted."""
    links = tuple(
        Link(skills[slug].title, reverse("roles:skill", args=[slug]))
        for slug in SKILLS.get(step.key, ())
        if slug in skills
    )
    return (Fact(gettext("Skills"), "", links),) if links else ()
