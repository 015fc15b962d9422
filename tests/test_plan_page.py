"""The page of a plan: the form, the gaps with a first step each, and the skills that are none."""

import re
from itertools import pairwise

import pytest
from django.test import Client

from roles.models import Role, Skill, SkillExpectation
from tests.markup import section, text_of
from tests.plan_pages import OPEN, PLAN, link, words

pytestmark = pytest.mark.django_db

LEVELS = ("entry", "mid", "senior", "lead")


def test_without_a_query_there_is_a_form_of_every_skill_and_no_plan(client: Client) -> None:
    page = text_of(client, "/plan/")

    assert page.count('name="s.k') == Skill.objects.count()
    assert page.count('class="plan-group"') == 3
    assert "0 of 23 rated" in page
    assert 'id="gaps"' not in page


def test_a_plan_lists_gaps_largest_first_each_with_a_first_step(client: Client) -> None:
    gaps = section(text_of(client, PLAN), "gaps")
    rows = [words(row) for row in re.findall(r"<tr>(.*?)</tr>", gaps, flags=re.DOTALL)[1:]]

    assert "2 gaps, 1 skill already as deep as expected" in gaps
    assert [row.split(" Now")[0] for row in rows] == [
        "SQL and database queries 3 steps deeper",
        "APIs 2 steps deeper",
    ]
    assert "Now: not yet; asked: practitioner" in rows[0]
    assert "Practitioner, as at Mid level: Specifies a new endpoint" in rows[1]
    assert "/paths/pm-to-tpm/#l-03" in gaps
    assert "/tools/specifications/" in gaps


def test_skills_that_are_met_or_not_rated_are_named_and_no_gaps(client: Client) -> None:
    others = section(text_of(client, PLAN), "others")

    assert "Software architecture (practitioner: as deep as expected)" in words(others)
    assert "52 of 55 skills" in others
    assert "/skills/microservices/" in others


def test_a_level_that_describes_a_skill_no_more_leaves_it_uncompared(client: Client) -> None:
    SkillExpectation.objects.get(skill__slug="apis", level="senior").delete()

    others = section(text_of(client, PLAN), "others")

    assert "Not described at Senior, so not compared APIs" in words(others)


def test_a_gap_whose_skill_the_guide_links_to_nothing_says_so(client: Client) -> None:
    Skill.objects.filter(key="kt-02").update(slug="renamed")

    gaps = section(text_of(client, "/plan/?from=mid&s.kt-02=0"), "gaps")

    assert "The guide has no path step and no tool for this skill." in gaps


@pytest.mark.parametrize("query", ["from=mid", "to=lead", "s.apis=2", "from=mid&s.apis="])
def test_whatever_is_asked_for_gives_a_plan(client: Client, query: str) -> None:
    assert 'id="gaps"' in text_of(client, f"/plan/?{query}")


@pytest.mark.parametrize("url", ["/plan/", PLAN, OPEN])
def test_headings_never_skip_a_rank_and_every_control_has_a_label(client: Client, url: str) -> None:
    page = text_of(client, url)
    main = page.partition("<main")[2].partition("</main>")[0]
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])\b", main)]
    controls = re.findall(r'<(?:select|input)\s+id="([^"]+)"', main)

    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    assert controls
    assert all(f'<label for="{control}">' in main for control in controls)


@pytest.mark.parametrize("level", LEVELS[:-1])
def test_the_page_of_a_level_leads_to_the_plan_of_the_next(client: Client, level: str) -> None:
    page = text_of(client, f"/roles/technical-product-manager/{level}/")

    url = link(page, "Plan the step to the next level")

    target = LEVELS[LEVELS.index(level) + 1].title()
    assert f"<h1>Plan the step from {level.title()} to {target}</h1>" in text_of(client, url)


def test_the_last_level_has_no_next_one_to_plan(client: Client) -> None:
    assert "/plan/?from" not in text_of(client, "/roles/technical-product-manager/lead/")


def test_a_guide_without_skills_still_answers(client: Client) -> None:
    Skill.objects.all().delete()

    page = text_of(client, "/plan/?from=mid")

    assert "None of the 0 skills of this level is rated yet." in page


def test_a_second_role_with_described_skills_has_plans_of_its_own(client: Client) -> None:
    SkillExpectation.objects.create(
        skill=Skill.objects.get(key="kt-02"),
        role=Role.objects.get(slug="product-manager"),
        level="senior",
        proficiency="working",
        descriptor="Reads a reference.",
    )

    page = text_of(client, "/plan/?role=pm&from=mid&s.kt-02=1")

    assert "Reads a reference." in section(page, "gaps")
    assert link(page, "Link to this plan</a>") == (
        "/plan/?role=product-manager&from=mid&to=senior&s.kt-02=1"
    )
