"""What the guide ships about skills, and the values that their pages are made of."""

import re
from collections.abc import Iterable

import pytest
from django.http import QueryDict

from roles.choices import Level, Proficiency, SkillGroup
from roles.models import Responsibility, Role, Skill, SkillExpectation, Tool
from roles.querystring import QueryError
from roles.skills.depths import change
from roles.skills.matrix import read_groups
from roles.skills.page import steps
from roles.skills.related import RELATED

pytestmark = pytest.mark.django_db

LEVELS = ("entry", "mid", "senior", "lead")


def expected(*depths: str) -> list[SkillExpectation]:
    role = Role(slug="technical-product-manager")
    return [
        SkillExpectation(role=role, level=level, proficiency=depth, descriptor="Does it.")
        for level, depth in zip(LEVELS, depths, strict=False)
    ]


def ranks(rows: Iterable[SkillExpectation]) -> list[int]:
    depths = {row.level: row.proficiency for row in rows}
    return [Proficiency.values.index(depths[level]) for level in LEVELS]


def test_every_skill_says_at_each_level_how_deep_it_goes_and_what_a_person_can_do() -> None:
    skills = Skill.objects.prefetch_related("expectations")

    assert len(skills) == 55
    for skill in skills:
        rows = skill.expectations.all()
        assert sorted(row.level for row in rows) == sorted(LEVELS)
        assert all(len(row.descriptor.split()) >= 10 for row in rows)


def test_no_two_descriptors_are_alike() -> None:
    descriptors = SkillExpectation.objects.values_list("descriptor", flat=True)

    assert len(set(descriptors)) == len(descriptors) == 220


def test_a_descriptor_tells_what_is_done_in_short_sentences() -> None:
    for row in SkillExpectation.objects.select_related("skill"):
        sentences = re.split(r"(?<=\.) ", row.descriptor)
        assert len(sentences) <= 2
        assert all(len(sentence.split()) <= 30 for sentence in sentences)
        assert not re.search(r"\b(?:understands?|familiar|various|strong)\b", row.descriptor)


def test_no_skill_grows_shallower_with_the_level_and_every_one_grows_or_widens() -> None:
    for skill in Skill.objects.prefetch_related("expectations"):
        depths = ranks(skill.expectations.all())
        assert depths == sorted(depths)
        assert depths[-1] >= Proficiency.values.index("working")


def test_what_is_not_expected_says_why() -> None:
    not_expected = SkillExpectation.objects.filter(proficiency="not-expected")

    assert {row.level for row in not_expected} == {"entry"}
    assert all("entry-level TPM" in row.descriptor for row in not_expected)


def test_what_is_related_to_a_skill_is_there() -> None:
    tools = {slug for related in RELATED.values() for slug in related.tools}
    duties = {key for related in RELATED.values() for key in related.duties}

    assert set(RELATED) == set(Skill.objects.values_list("slug", flat=True))
    assert tools <= set(Tool.objects.values_list("slug", flat=True))
    assert duties <= set(Responsibility.objects.values_list("key", flat=True))


@pytest.mark.parametrize("query", ["group=", "group=technical&group=product&group=leadership"])
def test_no_group_and_every_group_are_the_page_without_a_query(query: str) -> None:
    asked = read_groups(QueryDict(query))

    assert asked.groups == tuple(SkillGroup)
    assert asked.canonical == "/skills/"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("working", "working", "As deep as at Mid level, applied to wider work."),
        ("awareness", "working", "Deeper than at Mid level: awareness becomes working."),
        ("expert", "working", "Less deep than at Mid level: expert becomes working."),
        ("not-expected", "working", "Not expected at Mid level, and expected from here on."),
    ],
)
def test_a_change_compares_with_the_level_below(before: str, now: str, said: str) -> None:
    assert change(Proficiency(now), Proficiency(before), below=Level.MID) == said


def test_steps_go_up_whatever_the_order_of_the_rows() -> None:
    rows = expected("awareness", "working", "working", "expert")

    found = steps(reversed(rows))

    assert [step.level.value for step in found] == list(LEVELS)
    assert found[0].change == ""
    assert found[3].change == "Deeper than at Senior level: working becomes expert."


def test_a_missing_level_is_stepped_over() -> None:
    found = steps([row for row in expected(*["working"] * 4) if row.level != "mid"])

    assert found[1].change == "As deep as at Entry level, applied to wider work."


def test_a_refusal_names_the_field_and_the_groups() -> None:
    with pytest.raises(QueryError) as caught:
        read_groups(QueryDict("group=technical&group=magic"))

    assert caught.value.field == "group"
    assert caught.value.choices == ("technical", "product", "leadership")
