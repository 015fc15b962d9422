"""The matrix of skills and levels, over HTTP."""

import re
from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import given

from roles.choices import Proficiency
from roles.models import SkillExpectation
from roles.skills.depths import DEPTHS
from tests.hostile.input import HOSTILE, MANY
from tests.markup import part, section, text_of

pytestmark = pytest.mark.django_db

LEVELS = ("entry", "mid", "senior", "lead")


def test_the_matrix_has_a_row_for_every_skill_and_a_word_in_every_cell(client: Client) -> None:
    page = text_of(client, "/skills/")

    assert page.count('<th scope="row"') == 55
    assert page.count('<th scope="col">') == 3 * 5
    assert page.count("<caption>") == 3
    assert page.count('<td data-label="Senior">') == 55
    assert page.count('class="proficiency proficiency--') == 220 + len(DEPTHS)
    assert "Not described" not in page


def test_a_cell_leads_to_the_descriptor_of_its_level(client: Client) -> None:
    row = part(text_of(client, "/skills/"), "tr", "kt-02")
    descriptor = SkillExpectation.objects.get(skill__slug="apis", level="senior").descriptor

    assert 'href="/skills/apis/#senior"' in row
    assert "Expert<span" in row
    assert descriptor in part(text_of(client, "/skills/apis/"), "li", "senior")


def test_every_cell_leads_to_an_anchor_that_is_there(client: Client) -> None:
    links = set(re.findall(r'href="(/skills/[a-z-]+/)#([a-z]+)"', text_of(client, "/skills/")))

    assert len(links) == 220
    for url in {url for url, _ in links}:
        page = text_of(client, url)
        assert all(f'<li id="{level}">' in page for level in LEVELS)


def test_the_matrix_leads_to_the_page_of_each_level(client: Client) -> None:
    page = text_of(client, "/skills/")

    for level in LEVELS:
        assert f'href="/roles/technical-product-manager/{level}/"' in section(page, "technical")


def test_the_words_for_depth_are_explained(client: Client) -> None:
    depths = section(text_of(client, "/skills/"), "depths")

    assert [depth.proficiency for depth in DEPTHS] == list(Proficiency)
    assert all(
        str(depth.proficiency.label) in depths and depth.meaning in depths for depth in DEPTHS
    )


@pytest.mark.parametrize("key", ["ks-17", "ks-18", "x-16"])
def test_what_the_documents_say_on_the_mix_of_skills_names_its_sources(
    client: Client, key: str
) -> None:
    mix = section(text_of(client, "/skills/"), "mix")
    statement = mix.partition(f'id="{key}"')[2].partition("</ul>")[0]

    assert f'data-inventory="{key.upper()}"' in statement
    assert "/data/sources/#" in statement


@pytest.mark.parametrize(
    ("group", "number"), [("technical", 23), ("product", 17), ("leadership", 15)]
)
def test_a_group_is_shown_alone(client: Client, group: str, number: int) -> None:
    page = text_of(client, f"/skills/?group={group}")

    assert page.count('<th scope="row"') == number
    assert page.count("<table") == 1
    assert f'href="http://testserver/skills/?group={group}"' in page
    assert re.search(rf'href="/skills/\?group={group}"\s+aria-current="true"', page)


def test_two_groups_are_shown_in_their_own_order(client: Client) -> None:
    page = text_of(client, "/skills/?group=leadership&group=technical")

    assert page.index('id="technical"') < page.index('id="leadership"')
    assert 'id="product"' not in page
    assert "?group=technical&amp;group=leadership" in page


def test_an_unknown_group_answers_400_and_shows_no_table(client: Client) -> None:
    page = text_of(client, "/skills/?group=magic", status=HTTPStatus.BAD_REQUEST)

    assert "“magic” is not a group of skills." in page
    assert "<code>leadership</code>" in page
    assert "<table" not in page


def test_a_level_that_is_not_described_says_so(client: Client) -> None:
    SkillExpectation.objects.filter(skill__slug="apis", level="lead").delete()

    row = part(text_of(client, "/skills/"), "tr", "kt-02")

    assert "Not described" in row
    assert 'href="/skills/apis/#lead"' not in row


@MANY
@given(value=HOSTILE.filter(bool))
def test_a_hostile_group_is_refused(client: Client, value: str) -> None:
    response = client.get("/skills/", {"group": value})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"\x00" not in response.content
