import re
from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import given

from roles.models import Claim, Contradiction, Skill
from roles.paths.guides import ROUTES
from roles.paths.lattice import GUIDES
from roles.paths.overview import DISPUTES
from roles.paths.steps import SKILLS
from tests.hostile.input import HOSTILE, MANY
from tests.markup import section, text_of

pytestmark = pytest.mark.django_db

PATHS, ENGINEER, PM = "/paths/", "/paths/engineer-to-tpm/", "/paths/pm-to-tpm/"
PAGES = (PATHS, ENGINEER, PM, f"{PM}?yes=t-01&yes=t-07")


def test_the_drawing_and_the_list_name_the_same_jobs(client: Client) -> None:
    page = text_of(client, PATHS)

    drawn = re.findall(r'data-drawn="([^"]+)">([^<]+)<', page)
    listed = re.findall(r'data-listed="([^"]+)">\s*<a href="[^"]+">([^<]+)<', page)
    assert drawn == listed
    assert len({key for key, _ in drawn}) == len(drawn) == 16


@pytest.mark.parametrize(
    ("job", "url"),
    [
        ("Software engineer", ENGINEER),
        ("Software architect", "#way-in-architect"),
        ("Systems engineer", "#way-in-systems-engineer"),
        ("Product Manager", PM),
        ("Growth Product Manager", "/roles/growth-product-manager/"),
        ("Core Product Manager", "/roles/core-product-manager/"),
        ("Mid level", "/roles/technical-product-manager/mid/"),
        ("Lead level", "/roles/technical-product-manager/lead/"),
        ("To Growth Product Manager", "/roles/growth-product-manager/"),
        ("Head of Product", "#p-16-head"),
        ("VP of Product", "#p-16-vp"),
        ("Chief Product Officer", "#p-16-cpo"),
        ("Specialist in emerging technology", "#p-17"),
    ],
)
def test_each_job_of_the_lattice_leads_to_more(client: Client, job: str, url: str) -> None:
    assert f'<a href="{url}">{job}</a>' in section(text_of(client, PATHS), "lattice")


@pytest.mark.parametrize(
    "anchor",
    ["education", "experience", "certification", "prerequisites", "onward", "benefits", "fit"],
)
def test_each_section_names_its_sources(client: Client, anchor: str) -> None:
    shown = section(text_of(client, PATHS), anchor)

    assert shown.count('class="claim"') == shown.count('class="sources"') > 0
    assert 'href="/data/sources/#' in shown


@pytest.mark.parametrize("slug", ["engineer-to-tmp", "ENGINEER-TO-TPM"])
def test_an_unknown_path_answers_404_with_suggestions(client: Client, slug: str) -> None:
    page = text_of(client, f"/paths/{slug}/", status=HTTPStatus.NOT_FOUND)

    assert page.index("Did you mean") < page.index(ENGINEER) < page.index("All paths")


def test_a_path_like_no_other_answers_404_with_all_paths(client: Client) -> None:
    page = text_of(client, "/paths/zzz/", status=HTTPStatus.NOT_FOUND)

    assert "Did you mean" not in page
    assert ENGINEER in page
    assert PM in page


def test_what_the_code_names_is_there() -> None:
    disputes = {*DISPUTES, *(slug for route in ROUTES.values() for slug in route.disputes)}
    ways_in = {*GUIDES, *(route.way_in for route in ROUTES.values())}
    skills = {slug for slugs in SKILLS.values() for slug in slugs}

    assert Skill.objects.filter(slug__in=skills).count() == len(skills)
    assert Contradiction.objects.filter(slug__in=disputes).count() == len(disputes)
    assert Claim.objects.filter(key__in=ways_in).count() == len(ways_in)


@pytest.mark.parametrize("url", PAGES[:3])
def test_a_page_without_content_still_answers(client: Client, url: str) -> None:
    Claim.objects.all().delete()

    page = text_of(client, url)

    assert 'class="claim"' not in page


@MANY
@given(name=HOSTILE.filter(lambda name: name != "yes"), value=HOSTILE)
def test_a_hostile_parameter_is_ignored(client: Client, name: str, value: str) -> None:
    response = client.get(ENGINEER, {name: value})

    assert response.status_code == HTTPStatus.OK
    assert b"\x00" not in response.content
