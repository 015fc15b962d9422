"""Interview questions by level and skill, over HTTP."""

import re
from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from roles.choices import Level
from roles.models import Citation, InterviewQuestion, Skill, Source
from tests.hostile.input import HOSTILE, MANY
from tests.markup import part, section, text_of

pytestmark = pytest.mark.django_db

INTERVIEW = "/interview/"


def keys(page: str) -> list[str]:
    """Return the questions on the page, in its order."""
    return re.findall(r'<li class="claim interview-question"\s+id="iq-([a-z-]+)"', page)


def test_every_skill_and_every_level_has_questions(client: Client) -> None:
    page = text_of(client, INTERVIEW)

    assert len(keys(page)) == 94
    assert "94 questions on 55 skills." in page
    for level, number in (("entry", 16), ("mid", 32), ("senior", 31), ("lead", 15)):
        assert page.count(f'data-level="{level}"') == number


def test_a_skill_at_a_level_is_found_with_what_it_tests(client: Client) -> None:
    page = text_of(client, "/interview/?level=senior&skill=apis")

    assert keys(page) == ["apis-senior"]
    assert "1 question on 1 skill." in page
    assert '<a href="/skills/apis/">APIs</a> at Senior level:' in page
    assert '<span class="proficiency proficiency--expert">Expert</span>' in page
    assert "<dt>A good answer</dt>" in page
    assert "Watches the traffic fall to zero" in page


def test_every_question_names_the_depth_that_its_skill_page_names(client: Client) -> None:
    page = text_of(client, INTERVIEW)

    depths = re.findall(r'proficiency--([a-z-]+)"', page.partition("<main")[2])
    questions = InterviewQuestion.objects.select_related("expectation__skill")
    expected = {f"iq-{key}" for key in keys(page)}
    assert {question.key for question in questions} == expected
    assert sorted(depths) == sorted(question.expectation.proficiency for question in questions)


def test_no_question_tests_what_a_level_is_not_expected_to_know() -> None:
    of_the_role = InterviewQuestion.objects.filter(
        expectation__role__slug="technical-product-manager"
    )

    assert not InterviewQuestion.objects.filter(expectation__proficiency="not-expected").exists()
    assert of_the_role.count() == 94


def test_preparation_leads_to_the_descriptor_on_the_skill_page(client: Client) -> None:
    for slug in ("apis", "influence", "roadmapping"):
        page = text_of(client, f"/interview/?level=senior&skill={slug}")
        (question,) = InterviewQuestion.objects.filter(key=f"iq-{slug}-senior")

        assert f'href="/skills/{slug}/#senior"' in page
        assert question.expectation.descriptor in page
        descriptors = part(text_of(client, f"/skills/{slug}/"), "li", "senior")
        assert question.expectation.descriptor in descriptors


def test_every_question_is_marked_as_the_guides_own(client: Client) -> None:
    page = text_of(client, INTERVIEW)

    assert page.count('<span class="badge badge--editorial">') == 94
    assert "No source lists them, and no company is known to ask them." in page


@pytest.mark.parametrize("url", [INTERVIEW, "/interview/?level=entry&skill=vision"])
def test_what_a_document_says_of_resume_and_interview_stands_with_its_source(
    client: Client, url: str
) -> None:
    hiring = section(text_of(client, url), "resume")

    assert re.findall(r'data-inventory="([^"]+)"', hiring) == ["JD-04", "JD-05"]
    assert "Jigsaw Academy (2021), lines 61, 64, 66, 70 and 73</a>" in hiring
    assert "Jigsaw Academy (2021), lines 24 to 28</a>" in hiring


def test_a_source_that_an_editor_adds_is_shown(client: Client) -> None:
    question = InterviewQuestion.objects.get(key="iq-apis-senior")
    source = Source.objects.get(slug="franzoni-2024")
    Citation.objects.create(claim=question, source=source, place="line 1234")

    page = text_of(client, "/interview/?level=senior&skill=apis")

    assert f'<a href="/data/sources/#franzoni-2024">{source.short_name}, line 1234</a>' in page


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("level=lead", 15),
        ("level=lead&level=entry", 31),
        ("skill=apis", 4),
        ("skill=apis&skill=sql", 6),
        ("group=technical", 43),
        ("group=product", 29),
        ("group=leadership", 22),
        ("level=lead&group=leadership", 5),
        ("level=&skill=&group=", 94),
    ],
)
def test_filters_narrow_together_and_values_of_one_filter_add_up(
    client: Client, query: str, number: int
) -> None:
    assert len(keys(text_of(client, f"{INTERVIEW}?{query}"))) == number


def test_questions_stand_by_skill_and_then_by_level(client: Client) -> None:
    page = text_of(client, "/interview/?skill=sql&skill=apis")

    assert keys(page) == [
        *("apis-entry", "apis-mid", "apis-senior", "apis-lead"),
        *("sql-entry", "sql-mid"),
    ]


def test_groups_stand_under_their_headings(client: Client) -> None:
    page = text_of(client, INTERVIEW)

    assert len(keys(section(page, "technical"))) == 43
    assert len(keys(section(page, "product"))) == 29
    assert len(keys(section(page, "leadership"))) == 22


def test_the_heading_and_the_title_name_the_filters(client: Client) -> None:
    page = text_of(client, "/interview/?skill=apis&level=senior")

    assert "<h1>Interview questions: Senior level, APIs</h1>" in page
    assert "<title>Interview questions: Senior level, APIs - tpmguide</title>" in page


def test_an_address_does_not_depend_on_the_order_of_its_filters(client: Client) -> None:
    there = text_of(client, "/interview/?skill=apis&level=senior&level=entry")
    back = text_of(client, "/interview/?level=entry&level=senior&skill=apis")

    assert there == back
    assert 'href="http://testserver/interview/?level=entry&amp;level=senior&amp;skill=apis"' in back


def test_each_filter_can_be_taken_away(client: Client) -> None:
    page = text_of(client, "/interview/?level=senior&skill=apis")

    assert re.findall(r'<a class="chip" href="([^"]+)">', page) == [
        "/interview/?skill=apis",
        "/interview/?level=senior",
    ]


def test_the_form_keeps_what_was_chosen(client: Client) -> None:
    page = text_of(client, "/interview/?level=senior&group=technical&skill=apis")

    chosen = re.findall(r'name="(\w+)"\s+value="([a-z-]+)"\s+checked', page)
    assert chosen == [("level", "senior"), ("group", "technical")]
    assert re.search(r'<option value="apis"\s+selected>APIs</option>', page)
    assert page.count("<option ") == 56


def test_several_skills_are_boxes_that_can_be_unticked(client: Client) -> None:
    page = text_of(client, "/interview/?skill=apis&skill=sql")

    chosen = re.findall(r'name="skill"\s+value="([a-z-]+)"\s+checked', page)
    assert chosen == ["apis", "sql"]
    assert "Another skill" in page


@pytest.mark.parametrize(
    ("query", "message", "choice"),
    [
        ("level=wizard", "“wizard” is not a career level.", "lead"),
        ("skill=wizard", "“wizard” is not a skill of this guide.", "apis"),
        ("group=wizard", "“wizard” is not a skill group.", "leadership"),
        ("skill=apis&skill=wizard", "“wizard” is not a skill of this guide.", "sql"),
    ],
)
def test_an_unknown_value_is_refused_with_the_valid_ones(
    client: Client, query: str, message: str, choice: str
) -> None:
    page = text_of(client, f"{INTERVIEW}?{query}", status=HTTPStatus.BAD_REQUEST)

    assert message in page
    assert f"<code>{choice}</code>" in page
    assert keys(page) == []


def test_an_unknown_parameter_is_ignored_and_named(client: Client) -> None:
    page = text_of(client, "/interview/?colour=red&skill=apis")

    assert "no such parameter: colour." in page
    assert len(keys(page)) == 4


def test_where_nothing_is_found_the_page_says_what_to_try(client: Client) -> None:
    page = text_of(client, "/interview/?level=entry&skill=vision&group=leadership")
    empty = page.partition('class="empty"')[2].partition("</div>")[0]

    assert "No question matches all of these filters." in empty
    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', empty) == [
        ("/interview/?skill=vision&amp;group=leadership", "Any level: 1 question"),
        ("/interview/?level=entry&amp;group=leadership", "Any skill: 3 questions"),
        ("/interview/", "All questions: 94 questions"),
        ("/skills/vision/", "Visionary outlook: what each level can do"),
    ]


def test_a_skill_outside_the_chosen_group_finds_nothing_and_says_so(client: Client) -> None:
    page = text_of(client, "/interview/?group=technical&skill=vision")

    assert keys(page) == []
    assert "Any group: 1 question" in page


def test_a_guide_without_questions_says_so(client: Client) -> None:
    InterviewQuestion.objects.all().delete()

    page = text_of(client, INTERVIEW)

    assert "No question matches all of these filters." in page


@pytest.mark.parametrize("slug", ["apis", "vision", "cost"])
def test_the_page_of_a_skill_leads_back_to_its_questions(client: Client, slug: str) -> None:
    page = text_of(client, f"/skills/{slug}/")

    assert f'<a href="/interview/?skill={slug}">Interview questions on ' in page
    assert keys(text_of(client, f"/interview/?skill={slug}"))


def test_every_link_to_a_skill_leads_to_a_page(client: Client) -> None:
    links = set(re.findall(r'href="(/skills/[a-z-]+/)"', text_of(client, INTERVIEW)))

    assert len(links) == Skill.objects.count()


@pytest.mark.parametrize("words", ["switch off version 1 of the API", "Retiring a version"])
def test_the_search_finds_a_question(client: Client, words: str) -> None:
    page = client.get("/search/", {"q": words}).text

    assert "/interview/#iq-apis-senior" in page


@MANY
@given(field=st.sampled_from(["level", "skill", "group"]), value=HOSTILE.filter(bool))
def test_a_hostile_value_is_refused(client: Client, field: str, value: str) -> None:
    response = client.get(INTERVIEW, {field: [Level.SENIOR.value, value]})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"\x00" not in response.content
