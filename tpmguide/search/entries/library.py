"""Skills, tools, ways into the role, and what prepares for it, as entries."""

from collections.abc import Iterator

from django.urls import reverse

from roles.choices import PathName, SkillGroup, Stage
from roles.models import (
    FitQuestion,
    InterviewQuestion,
    LearningResource,
    PathStep,
    Skill,
    Tool,
    TransitionIndicator,
)
from tpmguide.models import SearchEntry
from tpmguide.search.entries.making import claim_entry, entry
from tpmguide.search.kinds import EntryKind
from tpmguide.whereabouts import whereabouts


def library_entries() -> Iterator[SearchEntry]:
    yield from skills()
    yield from tools()
    yield from paths()
    yield from steps()
    yield from indicators()
    yield from resources()
    yield from fit_questions()
    yield from interview_questions()


def skills() -> Iterator[SearchEntry]:
    for skill in Skill.objects.prefetch_related("expectations"):
        yield claim_entry(
            EntryKind.SKILL,
            skill,
            skill.get_absolute_url(),
            names=(in_words(skill.slug), f"{SkillGroup(skill.group).label} skills"),
            more=(expected.descriptor for expected in skill.expectations.all()),
        )


def tools() -> Iterator[SearchEntry]:
    for tool in Tool.objects.all():
        yield claim_entry(
            EntryKind.TOOL,
            tool,
            tool.get_absolute_url(),
            names=(in_words(tool.slug), f"Tools for {Stage(tool.stage).label}"),
            more=(tool.when_to_use, tool.when_not, tool.example),
        )


def paths() -> Iterator[SearchEntry]:
    for path in PathName:
        steps = PathStep.objects.of_path(path)
        yield entry(
            EntryKind.PATH,
            str(path.label),
            address(path),
            text=("Steps:", "; ".join(step.title for step in steps)),
            names=(f"{path.label} path", f"How to move from {path.label}"),
        )


def steps() -> Iterator[SearchEntry]:
    for step in PathStep.objects.all():
        yield claim_entry(EntryKind.PASSAGE, step, whereabouts(step))


def indicators() -> Iterator[SearchEntry]:
    for sign in TransitionIndicator.objects.all():
        yield claim_entry(EntryKind.PASSAGE, sign, whereabouts(sign), more=(sign.next_step,))


def resources() -> Iterator[SearchEntry]:
    for resource in LearningResource.objects.all():
        more = (resource.publisher,)
        yield claim_entry(EntryKind.PASSAGE, resource, whereabouts(resource), more=more)


def fit_questions() -> Iterator[SearchEntry]:
    for question in FitQuestion.objects.prefetch_related("answers"):
        answers = (answer.text for answer in question.answers.all())
        yield claim_entry(EntryKind.PASSAGE, question, whereabouts(question), more=answers)


def interview_questions() -> Iterator[SearchEntry]:
    for question in InterviewQuestion.objects.all():
        more = (question.good_answer,)
        yield claim_entry(EntryKind.PASSAGE, question, whereabouts(question), more=more)


def in_words(slug: str) -> str:
    return slug.replace("-", " ")


def address(path: str) -> str:
    return reverse("roles:path", args=[str(path)])
