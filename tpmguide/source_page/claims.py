"""The claims that cite a source, kind by kind, each with the place that shows it."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, gettext_noop

from roles.models import (
    Activity,
    Challenge,
    Collaborator,
    ComparisonNote,
    Contradiction,
    Dimension,
    FitQuestion,
    GlossaryTerm,
    InterviewQuestion,
    LearningResource,
    LifecycleNote,
    PathStep,
    Position,
    Question,
    Responsibility,
    RoleLevel,
    Skill,
    Source,
    Statement,
    Strategy,
    Tool,
    TransitionIndicator,
    Trend,
)
from roles.models.claims import ClaimQuerySet
from tpmguide.source_page.items import Group, Item
from tpmguide.whereabouts import whereabouts

KINDS: dict[str, ClaimQuerySet[Any]] = {
    gettext_noop("Statements"): Statement.objects.select_related("role"),
    gettext_noop("Responsibilities"): Responsibility.objects.select_related("role"),
    gettext_noop("Activities of a day"): Activity.objects.select_related("role"),
    gettext_noop("Counterparts"): Collaborator.objects.select_related("role"),
    gettext_noop("Work over the product lifecycle"): LifecycleNote.objects.select_related("role"),
    gettext_noop("Challenges and drawbacks"): Challenge.objects.select_related("role"),
    gettext_noop("Strategies"): Strategy.objects.select_related("role"),
    gettext_noop("Trends"): Trend.objects.select_related("role"),
    gettext_noop("Career levels"): RoleLevel.objects.select_related("role"),
    gettext_noop("Differences between roles"): Dimension.objects.all(),
    gettext_noop("Notes on the comparison"): ComparisonNote.objects.all(),
    gettext_noop("Steps of a path"): PathStep.objects.all(),
    gettext_noop("Signs to tick"): TransitionIndicator.objects.all(),
    gettext_noop("Learning resources"): LearningResource.objects.all(),
    gettext_noop("TPM or PM?"): FitQuestion.objects.all(),
    gettext_noop("Interview questions"): InterviewQuestion.objects.all(),
    gettext_noop("Skills"): Skill.objects.all(),
    gettext_noop("Tools and techniques"): Tool.objects.all(),
    gettext_noop("Questions and answers"): Question.objects.all(),
    gettext_noop("Glossary terms"): GlossaryTerm.objects.all(),
    gettext_noop("Contradictions"): Contradiction.objects.all(),
}


def claim_groups(source: Source) -> Iterator[Group]:
    """Give the kinds of which a claim rests on the source; a query for each kind, and two."""
    places = dict(source.citations.values_list("claim", "place"))
    for heading, kind in KINDS.items():
        if items := tuple(cited(kind, places)):
            yield Group(gettext(heading), items)
    if stands := tuple(positions(source)):
        yield Group(gettext("Positions in a contradiction"), stands)


def cited(kind: ClaimQuerySet[Any], places: dict[int, str]) -> Iterator[Item]:
    for claim in kind.filter(pk__in=places).in_order():
        yield Item(claim.title, whereabouts(claim), places[claim.pk])


def positions(source: Source) -> Iterator[Item]:
    taken = Position.objects.filter(source=source).select_related("contradiction")
    for position in taken.order_by("contradiction__position", "contradiction__key"):
        yield Item(position.contradiction.title, whereabouts(position.contradiction))
