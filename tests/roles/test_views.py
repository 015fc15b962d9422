import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given

from roles.comparison import NOT_SAID
from roles.models import Claim, DimensionValue, Trend
from tests.hostile.input import HOSTILE, MANY
from tests.markup import section, text_of

pytestmark = pytest.mark.django_db

GUIDE = "/roles/technical-product-manager/"
STAGES = ("Discovery", "Development", "Release", "Post-launch")


def test_the_choice_of_roles_shows_four_roles_and_four_levels(client: Client) -> None:
    page = text_of(client, "/roles/")

    assert page.count('class="card"') == 4
    assert "5-8 years" in page
    assert f'href="{GUIDE}senior/"' in page
    assert "/salaries/?role=technical-product-manager&amp;level=senior" in page


@pytest.mark.parametrize(
    ("url", "key", "said"),
    [
        ("/roles/", "sp-08", "is itself a specialisation of product management"),
        ("/compare/", "x-07", "The sources differ on product marketing."),
    ],
)
def test_a_fact_stands_with_its_source_where_it_is_looked_for(
    client: Client, url: str, key: str, said: str
) -> None:
    claim = text_of(client, url).partition(f'id="{key}"')[2].partition("</section>")[0]

    assert said in claim
    assert "Franzoni (2024)" in claim


def test_the_trail_of_a_level_that_is_not_there_ends_with_its_role(client: Client) -> None:
    page = text_of(client, f"{GUIDE}boss/", status=404)
    trail = page.partition('"Breadcrumbs"')[2].partition("</nav>")[0]

    assert trail.count("<li>") == 3
    assert f'<a href="{GUIDE}">Technical Product Manager</a>' in trail.rpartition("<li>")[2]


def test_the_day_is_an_ordered_list(client: Client) -> None:
    day = text_of(client, GUIDE).partition('id="day"')[2].partition("</section>")[0]

    assert day.count("<ol") == 1
    assert day.count('id="a-0') == 9


def test_a_responsibility_leads_to_its_sources(client: Client) -> None:
    page = text_of(client, GUIDE)

    assert "Core: named by 4 of 5 documents" in page
    assert '<a href="/data/sources/#ipl-guide-2024">IPL guide (2024), line 16</a>' in page


def test_an_unknown_order_answers_400_and_shows_no_content(client: Client) -> None:
    page = text_of(client, f"{GUIDE}?sort=wizard", status=HTTPStatus.BAD_REQUEST)

    assert "<code>sort</code>" in page
    assert "<code>sources</code>" in page
    assert 'id="responsibilities"' not in page


@pytest.mark.parametrize("url", [GUIDE, "/compare/"])
def test_an_unknown_parameter_is_named_as_ignored(client: Client, url: str) -> None:
    page = text_of(client, f"{url}?colour=red")

    assert "Ignored, because this page has no such parameter: colour." in page


def test_a_role_with_only_a_definition_says_so(client: Client) -> None:
    page = text_of(client, "/roles/core-product-manager/")

    assert "only a sourced definition" in page
    assert "/compare/?roles=core-product-manager,technical-product-manager" in page
    assert "Compare it with the Technical Product Manager" in page


def test_the_main_role_is_never_compared_with_itself(client: Client) -> None:
    Claim.objects.all().delete()

    page = text_of(client, GUIDE)

    assert "only a sourced definition" in page
    assert "Compare it with" not in page


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("tpm", "technical-product-manager"),
        ("TPM", "technical-product-manager"),
        ("Technical-Product-Manager", "technical-product-manager"),
        ("pm", "product-manager"),
        ("growth-pm", "growth-product-manager"),
        ("core-pm", "core-product-manager"),
    ],
)
def test_a_short_name_leads_to_its_role_for_good(client: Client, name: str, slug: str) -> None:
    plain = client.get(f"/roles/{name}/")
    with_query = client.get(f"/roles/{name}/?sort=sources&x=a%20b")

    assert plain.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert plain.headers["Location"] == f"/roles/{slug}/"
    assert with_query.headers["Location"] == f"/roles/{slug}/?sort=sources&x=a+b"


@pytest.mark.parametrize("slug", ["technical-product-manger", "TPMs"])
def test_an_unknown_role_answers_404_with_suggestions(client: Client, slug: str) -> None:
    page = text_of(client, f"/roles/{slug}/", status=HTTPStatus.NOT_FOUND)

    assert page.index("Did you mean") < page.index(GUIDE) < page.index("All roles")


def test_a_role_like_no_other_answers_404_with_all_roles(client: Client) -> None:
    page = text_of(client, "/roles/zzz/", status=HTTPStatus.NOT_FOUND)

    assert "Did you mean" not in page
    assert "/roles/growth-product-manager/" in page


def test_the_comparison_is_a_table_with_row_and_column_headers(client: Client) -> None:
    page = text_of(client, "/compare/?roles=product-manager,technical-product-manager")

    assert page.count('<th scope="row">') == 14
    assert page.count('<th scope="col">') == 4
    assert "<caption>" in page
    assert all(f'id="{anchor}"' in page for anchor in ("overlap", "caveats", "examples"))
    assert 'href="http://testserver/compare/">' in page


def test_three_roles_are_compared_and_what_is_not_known_is_said(client: Client) -> None:
    page = text_of(
        client,
        "/compare/?roles=technical-product-manager,product-manager,growth-product-manager",
    )

    values = DimensionValue.objects.exclude(role__slug="core-product-manager")
    assert page.count(NOT_SAID) == 3 * 14 - values.count()
    assert "No source compares the Growth Product Manager point by point" in page


def test_short_names_lead_to_the_canonical_address(client: Client) -> None:
    response = client.get("/compare/?roles=tpm,core-pm")

    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Location"] == (
        "/compare/?roles=technical-product-manager,core-product-manager"
    )


def test_whoever_ticks_one_role_may_tick_another_where_they_are_told(client: Client) -> None:
    page = text_of(client, "/compare/?roles=product-manager", status=HTTPStatus.BAD_REQUEST)
    boxes = re.findall(r'<input type="checkbox"[^>]*>', page)

    assert "Choose 2 or 3 different roles, not 1." in page
    assert len(boxes) == 4
    assert [re.findall(r'value="([^"]+)"', box) for box in boxes if "checked" in box] == [
        ["product-manager"]
    ]


def test_an_unknown_role_in_a_comparison_answers_400_and_shows_no_table(client: Client) -> None:
    page = text_of(client, "/compare/?roles=wizard,tpm", status=HTTPStatus.BAD_REQUEST)

    assert "wizard" in page
    assert "<code>growth-product-manager</code>" in page
    assert "<table" not in page


def test_a_disputed_question_shows_its_answer_and_five_positions(client: Client) -> None:
    page = text_of(client, "/faq/")
    answer = page.partition('id="do-tpms-code"')[2].partition("</section>")[0]

    assert 'id="x-04"' in answer
    assert answer.count('class="claim"') == 5
    assert "(2024) (2024" not in page
    assert "This guide&#x27;s own judgement" in answer


def test_a_question_that_was_reconstructed_is_marked_so(client: Client) -> None:
    page = text_of(client, "/faq/")

    assert page.count("Question reconstructed from a source&#x27;s answer</span>") == 5


def test_a_contradiction_shows_positions_and_the_guides_own_resolution(client: Client) -> None:
    page = text_of(client, "/data/contradictions/")
    dispute = page.partition('id="where-tpms-are-found"')[2].partition("</section>")[0]

    assert dispute.count("Franzoni (2024)</a>") == 1
    assert "(2024-06-09)" not in page
    assert "own judgement" in dispute


def test_the_contradictions_lead_to_the_rule_for_each_gap(client: Client) -> None:
    page = text_of(client, "/data/contradictions/")
    gaps = page.rpartition('id="readings"')[2].partition("</section>")[0]

    assert gaps.count('href="/data/method/#') == 11
    assert 'href="/data/method/#no-local-figures"' in gaps


def test_the_glossary_has_a_jump_list_that_leads_to_its_letters(client: Client) -> None:
    page = text_of(client, "/glossary/")
    jumps = re.findall(r'href="#(letter-\w)"', page)

    assert jumps == sorted(jumps)
    assert jumps[0] == "letter-a"
    assert all(f'id="{anchor}"' in page for anchor in jumps)


def test_a_term_says_what_else_it_is_called_and_where_there_is_more(client: Client) -> None:
    term = text_of(client, "/glossary/").partition('id="go-to-market"')[2]
    test = text_of(client, "/glossary/").partition('id="ab-testing"')[2]

    assert "GTM" in term.partition("</section>")[0]
    assert 'href="/tools/ab-testing/"' in test.partition("</section>")[0]


def test_the_stages_of_the_lifecycle_lead_to_tools(client: Client) -> None:
    lifecycle = text_of(client, GUIDE).partition('id="lifecycle"')[2].partition("</section>")[0]

    assert [lifecycle.count(f"<h3>{stage}") for stage in STAGES] == [1, 1, 1, 1]
    assert lifecycle.count('href="/tools/') == 28


def test_a_trend_that_is_due_to_be_read_again_says_so_to_a_visitor(client: Client) -> None:
    Trend.objects.filter(key="ft-01").update(review_by=timezone.localdate() - timedelta(days=1))

    future = section(text_of(client, GUIDE), "future")

    assert future.count("Overdue: this was due to be read again by ") == 1


def test_the_glossary_tells_the_abbreviation_apart(client: Client) -> None:
    term = text_of(client, "/glossary/").partition('id="tpm"')[2].partition("</section>")[0]

    assert "Technical Program Manager" in term


@MANY
@given(value=HOSTILE)
def test_a_hostile_choice_of_roles_is_answered_or_refused(client: Client, value: str) -> None:
    response = client.get("/compare/", {"roles": value})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"\x00" not in response.content


@MANY
@given(name=HOSTILE, value=HOSTILE)
def test_a_hostile_parameter_is_at_most_ignored(client: Client, name: str, value: str) -> None:
    response = client.get("/roles/core-product-manager/", {name: value})

    assert response.status_code in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}
    assert b"\x00" not in response.content


@MANY
@given(value=HOSTILE.filter(bool))
def test_a_hostile_order_is_refused(client: Client, value: str) -> None:
    response = client.get(GUIDE, {"sort": value})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"\x00" not in response.content
