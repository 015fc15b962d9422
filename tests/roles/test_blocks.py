from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from roles.blocks import (
    challenges_block,
    collaborators_block,
    day_block,
    future_block,
    levels_block,
    lifecycle_block,
    statement_block,
)
from roles.choices import Section, Stage
from roles.cited import Citing
from roles.models import (
    Activity,
    Challenge,
    Collaborator,
    LifecycleNote,
    RoleLevel,
    Statement,
    Strategy,
    Tool,
    Trend,
)

pytestmark = pytest.mark.django_db

REVIEW_BY = date(2027, 3, 31)


def test_a_section_holds_its_own_statements_in_order() -> None:
    statements = list(Statement.objects.with_sources().in_order())

    block = statement_block(Section.ROADMAP, statements, Citing(statements))

    assert (block.anchor, block.heading) == ("roadmap", "Roadmap, step by step")
    assert [claim.key for claim in block.groups[0].claims] == [
        f"rm-{number:02}" for number in range(1, 8)
    ]


def test_collaboration_practices_have_a_second_anchor() -> None:
    assert statement_block(Section.PRACTICES, [], Citing([])).alias == "collaboration-practices"


def test_a_section_without_statements_has_no_groups() -> None:
    assert statement_block(Section.RISK, [], Citing([])).groups == ()


def test_the_day_is_ordered_and_says_when() -> None:
    activities = list(Activity.objects.with_sources().in_order())

    block = day_block(activities, Citing(activities))

    (group,) = block.groups
    assert block.is_ordered
    assert len(group.claims) == 9
    assert [fact.text for fact in group.claims[0].facts] == ["Start of the day"]
    assert group.claims[-1].facts == ()


def test_a_collaborator_gives_and_gets() -> None:
    collaborators = list(Collaborator.objects.with_sources().in_order())

    block = collaborators_block(collaborators, Citing(collaborators))

    (group,) = block.groups
    assert len(group.claims) == 16
    assert all(
        [fact.term for fact in claim.facts] == ["Gives", "Gets", "How often"]
        and all(fact.text for fact in claim.facts)
        for claim in group.claims
    )
    assert "guide's own" in block.note


def test_the_lifecycle_follows_its_stages() -> None:
    notes = list(LifecycleNote.objects.with_sources().in_order())

    block = lifecycle_block(notes, [], Citing(notes))

    assert [group.heading for group in block.groups] == [str(stage.label) for stage in Stage]


def test_a_stage_of_the_lifecycle_leads_to_the_tools_used_in_it() -> None:
    notes = list(LifecycleNote.objects.with_sources().in_order())

    block = lifecycle_block(notes, Tool.objects.in_order(), Citing(notes))

    links = {group.heading: [link.url for link in group.links] for group in block.groups}
    assert links["Release"] == ["/tools/gantt/", "/tools/contingency/"]
    assert sum(map(len, links.values())) == 28


def test_a_role_without_lifecycle_asks_for_no_tools(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        block = lifecycle_block([], Tool.objects.in_order(), Citing([]))

    assert block.groups == ()


def test_a_challenge_leads_to_the_strategies_that_answer_it() -> None:
    challenges = list(Challenge.objects.with_sources().in_order())
    strategies = list(Strategy.objects.with_sources().in_order().prefetch_related("answers"))

    block = challenges_block(challenges, strategies, Citing([*challenges, *strategies]))

    facts = {c.key: c.facts for group in block.groups for c in group.claims}
    assert [group.heading for group in block.groups] == ["Challenges", "Drawbacks", "Strategies"]
    assert [link.url for link in facts["ch-02"][0].links] == ["#ch-08", "#ch-09", "#ch-10"]
    assert [link.url for link in facts["ch-06"][0].links] == ["#network-and-events"]
    assert [link.url for link in facts["ch-07"][0].links] == ["#join-technical-discussions"]
    assert (facts["ch-05"][0].text, facts["ch-05"][0].links) == ("The documents name none.", ())


@pytest.mark.parametrize(
    ("today", "is_overdue"), [(REVIEW_BY, False), (REVIEW_BY + timedelta(days=1), True)]
)
def test_a_trend_is_overdue_from_the_day_after_its_review(today: date, *, is_overdue: bool) -> None:
    trend = Trend.objects.with_sources().get(key="ft-01")

    block = future_block([trend], Citing([trend]), today=today)

    (claim,) = block.groups[0].claims
    assert [fact.term for fact in claim.facts] == ["As of", "Review by"]
    assert claim.facts[1].text == "31 March 2027"
    assert bool(claim.overdue) is is_overdue


def test_levels_go_up_and_all_but_the_first_say_what_changes() -> None:
    levels = list(RoleLevel.objects.with_sources().order_by("-level"))

    block = levels_block(levels, Citing(levels))

    claims = block.groups[0].claims
    assert [claim.key for claim in claims] == ["p-12", "p-13", "p-14", "p-15"]
    assert ["What changes" in [fact.term for fact in claim.facts] for claim in claims] == [
        False,
        True,
        True,
        True,
    ]
