"""No page of the guide is where a visitor has to turn back."""

import pytest
from django.test import Client

from roles.answers import answers
from roles.choices import Level
from roles.models import Role
from roles.onward import AFTER_ANSWERS, after_answer, after_level, after_role
from tests.markup import section, text_of

pytestmark = pytest.mark.django_db

ROLE = "/roles/technical-product-manager/"


def test_a_product_manager_is_led_into_the_role() -> None:
    urls = [link.url for link in after_role("product-manager")]

    assert urls == [
        "/paths/pm-to-tpm/",
        "/fit/",
        "/salaries/premium/",
        "/salaries/?role=product-manager",
    ]


@pytest.mark.parametrize("slug", ["growth-product-manager", "core-product-manager"])
def test_a_role_without_figures_leads_to_none(slug: str) -> None:
    assert [link.url for link in after_role(slug)] == ["/paths/pm-to-tpm/", "/fit/"]


def test_who_hires_finds_from_a_level_what_a_job_description_needs() -> None:
    urls = [link.url for link in after_level(Level.SENIOR)]

    assert urls == [f"{ROLE}#levels", "/interview/?level=senior", f"{ROLE}#job-description"]


def test_every_answer_leads_on_to_a_page_or_to_what_each_source_says() -> None:
    dead_ends = [one.slug for one in answers() if not one.following and not one.dispute]

    assert dead_ends == ["which-industries-want-tpms"]


def test_what_leads_on_belongs_to_a_question_of_the_faq() -> None:
    assert set(AFTER_ANSWERS) <= {answer.slug for answer in answers()}
    assert after_answer("no-such-question") == ()


@pytest.mark.parametrize("url", ["/compare/", f"{ROLE}senior/", ROLE, "/roles/product-manager/"])
def test_a_page_ends_with_links_that_lead_on(client: Client, url: str) -> None:
    ending = section(text_of(client, url), "continue")

    assert ending.count("<a ") >= 3


def test_each_role_has_somewhere_to_go() -> None:
    assert all(after_role(role.slug) for role in Role.objects.all())


def test_the_faq_begins_with_what_the_role_is_and_leads_on(client: Client) -> None:
    page = text_of(client, "/faq/")
    pay = section(page, "what-does-a-tpm-earn-in-india")

    assert answers()[0].slug == "what-is-a-tpm"
    assert 'href="/salaries/"' in pay


def test_the_first_screen_tells_the_two_meanings_of_tpm_apart(client: Client) -> None:
    page = text_of(client, "/")

    assert '<a href="/glossary/#tpm">Technical Program Manager</a>, which is another job' in page
    assert f'href="{ROLE}#levels"' in section(page, "doors")
