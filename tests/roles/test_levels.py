import re
from http import HTTPStatus
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from roles.choices import Level, Proficiency
from roles.levels import LevelPage, change, level_page, skill_groups, years_said
from roles.models import Role, RoleLevel, Skill, SkillExpectation
from salaries.models import DataRelease
from tests.hostile.input import MANY
from tests.markup import section, text_of

pytestmark = pytest.mark.django_db

GUIDE = "/roles/technical-product-manager/"
# What a path converter of slugs lets through, and much that it does not.
HOSTILE = st.one_of(
    st.text(alphabet="abcdefLEVl-_0123456789", min_size=1, max_size=200),
    st.text(min_size=1, max_size=60),
    st.integers(min_value=61, max_value=50_000).map(lambda length: "a" * length),
)


def main_role() -> Role:
    return Role.objects.get(slug="technical-product-manager")


def page_of(level: str) -> LevelPage:
    page = level_page(main_role(), level)
    assert page is not None
    return page


@pytest.mark.parametrize("level", ["boss", "Senior", "", "se"])
def test_a_level_of_another_name_has_no_page(level: str) -> None:
    assert level_page(main_role(), level) is None


def test_a_role_without_levels_has_no_level_pages() -> None:
    assert level_page(Role.objects.get(slug="product-manager"), "senior") is None


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Level.ENTRY, "From 0 years of experience up to, but not including, 2 years."),
        (Level.SENIOR, "From 5 years of experience up to, but not including, 8 years."),
        (Level.LEAD, "From 8 years of experience, without an upper end."),
    ],
)
def test_years_are_said_as_half_open_intervals(level: Level, said: str) -> None:
    assert years_said(level) == said


def test_the_ladder_has_four_levels_in_order_and_marks_the_current_one() -> None:
    steps = page_of("senior").ladder

    assert [(step.label, step.years, step.is_current) for step in steps] == [
        ("Entry", "0-2 years", False),
        ("Mid", "2-5 years", False),
        ("Senior", "5-8 years", True),
        ("Lead", "8+ years", False),
    ]
    assert [step.url for step in steps][2] == f"{GUIDE}senior/"


def test_what_changes_is_told_against_the_level_below() -> None:
    told = page_of("senior").change

    assert told is not None
    assert told.below == "Mid"
    assert told.sentence.startswith("New: ")
    assert [difference.aspect for difference in told.differences] == [
        "Years of experience",
        "Autonomy",
        "People",
        "Decisions",
    ]


def test_what_stays_the_same_is_marked_in_words() -> None:
    below = RoleLevel(level="mid", autonomy="On their own.", people="One.", decisions="Few.")
    here = RoleLevel(level="senior", autonomy="On their own.", people="Many.", decisions="Few.")

    marks = {told.aspect: told.mark for told in change(here, below).differences}

    assert marks == {
        "Years of experience": "changed",
        "Autonomy": "same",
        "People": "changed",
        "Decisions": "same",
    }


def test_the_first_level_changes_from_nothing() -> None:
    assert page_of("entry").change is None


def test_a_level_above_one_that_is_not_described_changes_from_nothing() -> None:
    RoleLevel.objects.get(level="mid").delete()

    assert page_of("senior").change is None


def expected(skill: Skill, level: Level, depth: Proficiency) -> SkillExpectation:
    return SkillExpectation(skill=skill, level=level, proficiency=depth)


def test_skills_stand_deepest_first_and_say_where_they_come_from() -> None:
    apis = Skill(pk=1, title="APIs", slug="apis")
    sql = Skill(pk=2, title="SQL", slug="sql")
    rows = [
        expected(sql, Level.SENIOR, Proficiency.WORKING),
        expected(apis, Level.SENIOR, Proficiency.EXPERT),
        expected(sql, Level.MID, Proficiency.WORKING),
        expected(apis, Level.MID, Proficiency.PRACTITIONER),
    ]

    groups = skill_groups(rows, Level.SENIOR)

    assert [
        (group.proficiency, skill.link.label, skill.link.url, skill.risen_from)
        for group in groups
        for skill in group.skills
    ] == [
        ("Expert", "APIs", "/skills/apis/#senior", "Practitioner"),
        ("Working", "SQL", "/skills/sql/#senior", ""),
    ]


def test_a_skill_that_the_level_below_does_not_rate_has_not_risen() -> None:
    rows = [expected(Skill(pk=1, title="APIs", slug="apis"), Level.MID, Proficiency.WORKING)]

    (group,) = skill_groups(rows, Level.MID)

    assert group.skills[0].risen_from == ""


@pytest.mark.parametrize(
    ("level", "ids"),
    [
        ("entry", ("p-08", "p-12")),
        ("mid", ("p-09", "p-13")),
        ("senior", ("p-10", "p-14")),
        ("lead", ("p-11", "p-15")),
    ],
)
def test_a_level_page_holds_its_facts_with_their_source(
    client: Client, level: str, ids: tuple[str, str]
) -> None:
    scope = section(text_of(client, f"{GUIDE}{level}/"), "scope")

    assert all(f'id="{name}"' in scope for name in ids)
    assert f'data-inventory="{ids[0].upper()} {ids[1].upper()}"' in scope
    assert "/data/sources/#ipl-guide-2024" in scope
    assert all(f"<dt>{name}</dt>" in scope for name in ("Autonomy", "People", "Decisions"))


def test_the_diff_is_a_table_of_both_levels(client: Client) -> None:
    changes = section(text_of(client, f"{GUIDE}senior/"), "changes")

    assert "<h2>What changes from Mid</h2>" in changes
    assert "<caption>From Mid to Senior</caption>" in changes
    assert '<th scope="col">At Mid</th>' in changes
    assert '<th scope="col">At Senior</th>' in changes
    assert changes.count('<th scope="row"') == 4
    assert changes.count('<span class="badge">changed</span>') == 4


def test_the_first_level_says_that_nothing_is_below(client: Client) -> None:
    changes = section(text_of(client, f"{GUIDE}entry/"), "changes")

    assert "Entry is the first level" in changes
    assert "<table" not in changes


def test_the_ladder_is_an_ordered_list_with_one_current_step(client: Client) -> None:
    page = text_of(client, f"{GUIDE}lead/")
    steps = page.partition('<ol class="ladder">')[2].partition("</ol>")[0]

    assert steps.count("<li>") == 4
    assert steps.count('aria-current="page"') == 1
    assert "8+ years, this page" in steps
    assert f'href="{GUIDE}entry/"' in steps


def test_the_pay_of_a_level_says_what_kind_of_figure_it_is_and_where_it_is_from(
    client: Client,
) -> None:
    pay = section(text_of(client, f"{GUIDE}senior/"), "pay")

    assert (
        "₹22-30 lakh a year, reported (annual pay, parts not stated, about 2024, "
        "sample not stated), according to IPL guide (2024)." in pay
    )
    assert "/data/sources/#ipl-guide-2024" in pay
    assert 'href="/salaries/?level=senior"' in pay


def test_the_top_band_is_open(client: Client) -> None:
    assert "₹30-50 lakh and more a year, reported" in text_of(client, f"{GUIDE}lead/")


def test_a_level_page_survives_without_a_release_and_without_skills(client: Client) -> None:
    DataRelease.objects.update(status="withdrawn")
    SkillExpectation.objects.all().delete()

    page = text_of(client, f"{GUIDE}mid/")

    assert "No figure yet for this choice." in page
    assert "does not say yet which skills" in page


def test_skills_of_a_level_lead_to_their_pages(client: Client) -> None:
    skills = section(text_of(client, f"{GUIDE}senior/"), "skills")

    addresses = re.findall(r'href="(/skills/[\w-]+/)#senior"', skills)
    assert len(addresses) == SkillExpectation.objects.filter(level="senior").count()
    assert "<h3>Expert</h3>" in skills


def test_an_unknown_parameter_is_named_as_ignored(client: Client) -> None:
    page = text_of(client, f"{GUIDE}mid/?colour=red")

    assert "Ignored, because this page has no such parameter: colour." in page


@pytest.mark.parametrize("name", ["snior", "SENIOR", "senior-level"])
def test_an_unknown_level_answers_404_with_suggestions(client: Client, name: str) -> None:
    page = text_of(client, f"{GUIDE}{name}/", status=HTTPStatus.NOT_FOUND)

    suggestions = page.partition("Did you mean")[2].partition("</section>")[0]
    assert f'href="{GUIDE}senior/"' in suggestions
    assert f"no level “{name}” of the Technical Product Manager" in page


def test_a_level_like_no_other_answers_404_with_all_levels(client: Client) -> None:
    page = text_of(client, f"{GUIDE}wizard/", status=HTTPStatus.NOT_FOUND)

    assert "Did you mean" not in page
    assert all(f'href="{GUIDE}{level}/"' in page for level in Level.values)


def test_a_level_of_a_role_without_levels_leads_to_those_that_there_are(client: Client) -> None:
    page = text_of(client, "/roles/product-manager/mid/", status=HTTPStatus.NOT_FOUND)

    assert "no levels of the Product Manager" in page
    assert f'href="{GUIDE}mid/"' in page
    assert 'href="/roles/product-manager/"' in page


def test_a_level_of_an_unknown_role_answers_404_with_the_roles(client: Client) -> None:
    page = text_of(client, "/roles/wizard/senior/", status=HTTPStatus.NOT_FOUND)

    assert "No such role" in page


def test_the_short_name_of_a_role_leads_to_its_level_for_good(client: Client) -> None:
    response = client.get("/roles/tpm/senior/?a=1&b=%C3%A9")

    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response.headers["Location"] == f"{GUIDE}senior/?a=1&b=%C3%A9"


def test_a_level_knows_its_address() -> None:
    assert RoleLevel.objects.get(level="lead").get_absolute_url() == f"{GUIDE}lead/"


def test_role_page_and_choice_of_roles_lead_to_the_levels(client: Client) -> None:
    for url in (GUIDE, "/roles/"):
        page = text_of(client, url)

        assert all(f'href="{GUIDE}{level}/"' in page for level in Level.values)


@MANY
@given(name=HOSTILE)
def test_a_hostile_level_is_not_found(client: Client, name: str) -> None:
    level = quote(f"{name}-x", safe="")
    response = client.get(f"/roles/technical-product-manager/{level}/")

    assert response.status_code == HTTPStatus.NOT_FOUND
    assert b"\x00" not in response.content


@MANY
@given(name=st.text(max_size=200), value=st.text(max_size=200))
def test_a_hostile_parameter_is_at_most_ignored(client: Client, name: str, value: str) -> None:
    response = client.get(f"{GUIDE}mid/", {name: value})

    assert response.status_code == HTTPStatus.OK
    assert b"\x00" not in response.content
