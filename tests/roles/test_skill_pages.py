"""The page of each skill, and what holds of every page about skills, over HTTP."""

import re
from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from roles.models import Claim, Role, Skill, SkillExpectation
from tests.hostile.input import HOSTILE, MANY
from tests.markup import part, section, text_of

pytestmark = pytest.mark.django_db

LEVELS = ("entry", "mid", "senior", "lead")


def test_the_guide_says_whose_judgement_the_levels_are(client: Client) -> None:
    said = "Levels and descriptors are this guide's own judgement; the documents name the skills."

    matrix, skill = text_of(client, "/skills/"), text_of(client, "/skills/apis/")

    assert said in matrix
    assert said in skill
    assert 'href="/skills/#method"' in skill
    assert "four steps" in section(matrix, "method")


@pytest.mark.parametrize("url", ["/skills/", "/skills/apis/"])
def test_an_unknown_parameter_is_named_as_ignored(client: Client, url: str) -> None:
    page = text_of(client, f"{url}?colour=red")

    assert "Ignored, because this page has no such parameter: colour." in page


def test_a_skill_page_lists_roles_levels_tools_and_sources(client: Client) -> None:
    page = text_of(client, "/skills/apis/")

    needs, related = section(page, "roles"), section(page, "related")
    assert 'href="/roles/technical-product-manager/"' in needs
    assert re.findall(r'data-label="(?!Role)(\w+)"', needs) == ["Entry", "Mid", "Senior", "Lead"]
    assert re.findall(r'">(\w+)<span', needs) == ["Working", "Practitioner", "Expert", "Expert"]
    assert 'href="/tools/specifications/"' in related
    assert 'href="/roles/technical-product-manager/#r-25"' in related
    assert "Diving Deep (undated), lines 7, 26 and 28" in section(page, "why")


def test_the_ladder_says_level_by_level_what_changes(client: Client) -> None:
    ladder = section(text_of(client, "/skills/cost/"), "levels")

    assert re.findall(r'<li id="(\w+)">', ladder) == list(LEVELS)
    assert "others have costed" in part(ladder, "li", "entry")
    assert "Not expected at Entry level, and expected from here on." in ladder
    assert "Deeper than at Senior level: working becomes practitioner." in ladder


def test_a_skill_held_for_two_ids_of_the_inventory_can_be_found_by_both(client: Client) -> None:
    why = section(text_of(client, "/skills/explaining/"), "why")

    assert 'id="ks-02"' in why
    assert 'id="ks-03"' in why


def test_the_skill_that_a_source_files_elsewhere_says_so(client: Client) -> None:
    why = section(text_of(client, "/skills/market-research/"), "why")

    assert "lists it with the technical skills; this guide files it under product skills" in why
    assert "Franzoni (2024), lines 41, 46 and 48" in why


def test_pay_is_linked_by_level_and_no_amount_is_shown(client: Client) -> None:
    pay = section(text_of(client, "/skills/apis/"), "pay")

    assert all(f'href="/salaries/?level={level}"' in pay for level in LEVELS)
    assert "No source gives a figure for this or any other single skill" in pay
    assert "Diving Deep (undated), lines 38 and 39" in pay
    assert not re.search(r"[₹$]|lakh", pay)


def test_neighbours_are_those_of_the_group(client: Client) -> None:
    first = text_of(client, "/skills/market-research/")
    middle = text_of(client, "/skills/competitive-analysis/")
    last = text_of(client, "/skills/success-criteria/")

    assert 'rel="prev"' not in first
    assert 'rel="prev" href="/skills/market-research/"' in middle
    assert 'rel="next" href="/skills/product-metrics/"' in middle
    assert 'rel="next"' not in last


def test_a_skill_that_an_editor_has_just_begun_has_a_page(client: Client) -> None:
    Claim.objects.filter(key="sf-09").delete()
    Skill.objects.create(
        key="new", title="New", text="New.", slug="new", group="product", review_by="2027-01-01"
    )

    page = text_of(client, "/skills/new/")

    assert "does not describe levels of this skill yet" in page
    assert 'id="related"' not in page
    assert 'id="sf-09"' not in page


def test_a_skill_that_another_role_needs_too_lists_both(client: Client) -> None:
    SkillExpectation.objects.create(
        skill=Skill.objects.get(slug="apis"),
        role=Role.objects.get(slug="product-manager"),
        level="mid",
        proficiency="awareness",
        descriptor="Names the APIs that partners use.",
    )

    page = text_of(client, "/skills/apis/")

    assert section(page, "roles").count('<th scope="row"') == 2
    assert section(page, "roles").count("Not described") == 3
    assert "Names the APIs that partners use." not in section(page, "levels")


@pytest.mark.parametrize("slug", ["api", "APIS", "software-architectur", "ai-and-machine-learning"])
def test_an_unknown_skill_answers_404_with_suggestions(client: Client, slug: str) -> None:
    answer = text_of(client, f"/skills/{slug}/", status=HTTPStatus.NOT_FOUND)
    page = answer.partition("<main")[2]

    assert page.index("Did you mean") < page.index('href="/skills/') < page.index("All skills")


def test_a_skill_like_no_other_answers_404_with_all_skills(client: Client) -> None:
    page = text_of(client, "/skills/zzz/", status=HTTPStatus.NOT_FOUND)

    assert "Did you mean" not in page
    assert 'href="/skills/sql/"' in page


@MANY
@given(name=HOSTILE, value=HOSTILE)
def test_a_hostile_parameter_is_at_most_ignored(client: Client, name: str, value: str) -> None:
    response = client.get("/skills/sql/", {name: value})

    assert response.status_code == HTTPStatus.OK
    assert b"\x00" not in response.content


@MANY
@given(slug=st.from_regex(r"[-a-zA-Z0-9_]{1,300}", fullmatch=True))
def test_a_hostile_address_is_not_found(client: Client, slug: str) -> None:
    response = client.get(f"/skills/no-{slug}/")

    assert response.status_code == HTTPStatus.NOT_FOUND
