"""The page of interview questions: those that are wanted, group by group, and the filters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from roles.choices import Level, Proficiency, Section, SkillGroup
from roles.cited import Cited, Citing, Link, counted, from_skills
from roles.interview.asking import FIELDS, Skills, Wanted
from roles.interview.controls import Controls, controls, label_of, wider
from roles.models import InterviewQuestion, Statement
from roles.models.claims import citations_in_order

TITLE = gettext_lazy("Interview questions")

# What the documents say of a resume and of an interview.
HIRING_FACTS = frozenset({"JD-04", "JD-05"})


@dataclass(frozen=True, slots=True)
class Item:
    """A question, the skill, level and depth that it tests, and where to read up on them."""

    claim: Cited
    good_answer: str
    skill: Link
    level: Level
    proficiency: Proficiency
    descriptor: str
    preparation: Link


@dataclass(frozen=True, slots=True)
class Part:
    """The questions on the skills of one group."""

    group: SkillGroup
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class InterviewPage:
    """What was found; wider says what to try where that is nothing, hiring what sources say."""

    title: str
    count: str
    url: str
    trail: tuple[Link, ...]
    controls: Controls
    parts: tuple[Part, ...]
    wider: tuple[Link, ...]
    hiring: tuple[Cited, ...]


def interview_page(wanted: Wanted, skills: Skills) -> InterviewPage:
    every = questions_in_order(skills)
    found = [question for question in every if wanted.matches(question)]
    prefetch_related_objects(found, citations_in_order())
    address = reverse("roles:interview")
    return InterviewPage(
        _title(wanted, skills),
        _count(found),
        wanted.url,
        from_skills(Link(str(TITLE), address, is_current=True)),
        controls(wanted, skills),
        tuple(_parts(found)),
        () if found else wider(wanted, every, skills),
        _hiring(),
    )


def questions_in_order(skills: Skills) -> list[InterviewQuestion]:
    """Return every question: by skill, then lowest level first, then as an editor placed them."""
    slugs = list(skills)
    questions = InterviewQuestion.objects.in_order().select_related("expectation__skill")
    return sorted(
        questions,
        key=lambda one: (
            slugs.index(one.expectation.skill.slug),
            Level(one.expectation.level).rank,
        ),
    )


def _title(wanted: Wanted, skills: Skills) -> str:
    asked = [label_of(field, value, skills) for field in FIELDS for value in wanted.values(field)]
    return f"{TITLE}: {', '.join(asked)}" if asked else str(TITLE)


def _count(found: Sequence[InterviewQuestion]) -> str:
    skills = {question.expectation.skill_id for question in found}
    return gettext("{questions} on {skills}.").format(
        questions=counted(len(found), "question"), skills=counted(len(skills), "skill")
    )


def _parts(found: Sequence[InterviewQuestion]) -> Iterable[Part]:
    citing = Citing(found)
    for group, questions in groupby(found, key=_group):
        yield Part(group, tuple(_item(question, citing) for question in questions))


def _hiring() -> tuple[Cited, ...]:
    statements = Statement.objects.of_section(Section.JOB_DESCRIPTION).with_sources().in_order()
    chosen = [one for one in statements if not HIRING_FACTS.isdisjoint(one.inventory_ids)]
    return tuple(map(Citing(chosen), chosen))


def _group(question: InterviewQuestion) -> SkillGroup:
    return SkillGroup(question.expectation.skill.group)


def _item(question: InterviewQuestion, citing: Citing) -> Item:
    expected = question.expectation
    level = Level(expected.level)
    skill = Link(expected.skill.title, expected.skill.get_absolute_url())
    return Item(
        citing(question),
        question.good_answer,
        skill,
        level,
        Proficiency(expected.proficiency),
        expected.descriptor,
        Link(
            gettext("{skill} at {level} level").format(skill=skill.label, level=level.label),
            f"{skill.url}#{level.value}",
        ),
    )
