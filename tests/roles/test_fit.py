"""The fit helper over HTTP: which answers pushed which way, at an address that stores nothing."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.db.models import RestrictedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given

from roles.choices import Push
from roles.models import Claim, Dimension, FitAnswer, FitQuestion
from tests.hostile.input import HOSTILE
from tests.markup import section, text_of
from tests.roles.fit_answers import FEWER, LETTERS, PUSHES, direction_by_hand, pushed

pytestmark = pytest.mark.django_db

FIT = "/fit/"
SOME = "/fit/?q1=a&q2=b&q3=a&q4=b&q5=b&q6=c"


def votes(page: str) -> Iterator[tuple[str, str]]:
    """Give each answer in the result: its question, and the way that it is said to push."""
    return iter(re.findall(r'data-vote="(\w+)"\s+data-push="(\w+)"', section(page, "result")))


def test_ten_questions_take_two_or_three_answers_each(client: Client) -> None:
    page = text_of(client, FIT)

    assert len(re.findall(r"<fieldset[^>]*id=\"q\d+\"", page)) == 10
    assert [len(letters) for letters in PUSHES.values()] == [3] * 9 + [2]
    assert page.count('type="radio"') == 29
    assert page.count("checked") == 0


def test_every_question_but_the_last_can_push_both_ways() -> None:
    both = [name for name, letters in PUSHES.items() if set(letters.values()) == {*Push.values}]

    assert both == [f"q{number}" for number in range(1, 10)]
    assert set(PUSHES["q10"].values()) == {"tpm", "neither"}


def test_the_first_answer_is_not_always_that_of_the_same_role() -> None:
    first = [letters["a"] for letters in PUSHES.values()]

    assert (first.count("tpm"), first.count("pm")) == (6, 4)


def test_every_question_rests_on_a_claim_with_sources_shown_beside_it(client: Client) -> None:
    page = text_of(client, FIT)
    questions = list(FitQuestion.objects.select_related("ground"))

    assert len(questions) == 10
    for question in questions:
        asked = page.partition(f'id="{question.key}"')[2].partition("</fieldset>")[0]
        assert f'id="{question.ground.key}"' in asked
        assert "/data/sources/#" in asked


def test_the_fit_test_of_one_source_is_part_of_the_page(client: Client) -> None:
    asked = text_of(client, FIT).partition('data-inventory="P-22"')[2].partition("</details>")[0]

    assert "One source gives a simple test" in asked
    assert "A source" in asked
    assert "opinion" in asked
    assert "lines 51 and 52" in asked


def test_the_questions_are_marked_as_the_guides_own(client: Client) -> None:
    assert "badge--editorial" in section(text_of(client, FIT), "questions")
    assert set(FitQuestion.objects.values_list("basis", flat=True)) == {"editorial"}


def test_without_answers_there_is_no_result(client: Client) -> None:
    page = text_of(client, FIT)

    assert 'id="result"' not in page
    assert "<title>TPM or PM? -" in page


def test_the_result_says_which_answer_pushed_which_way_and_why(client: Client) -> None:
    result = section(text_of(client, SOME), "result")

    assert list(votes(text_of(client, SOME))) == [
        *(("q1", "tpm"), ("q2", "tpm"), ("q3", "tpm"), ("q4", "tpm")),
        *(("q5", "pm"), ("q6", "neither")),
    ]
    assert "<h3>Towards TPM: 4</h3>" in result
    assert "<h3>Towards PM: 1</h3>" in result
    assert "<h3>Neither way: 1</h3>" in result
    assert "What you chose leans to TPM." in result
    assert "Towards TPM 4, towards PM 1: a difference of 3. A lean begins at 3." in result
    answer = FitAnswer.objects.get(question__key="q1", letter="a")
    assert answer.text in result
    assert answer.reason in result


@FEWER
@given(letters=LETTERS.filter(lambda letters: any(letters.values())))
def test_the_printed_result_never_contradicts_the_printed_answers(
    client: Client, letters: dict[str, str]
) -> None:
    page = text_of(client, f"{FIT}?{urlencode(letters)}")

    found = list(votes(page))
    assert sorted(found) == sorted(
        (name, push) for push in Push.values for name in pushed(letters, push)
    )
    for push in Push:
        number = [way for _, way in found].count(push.value)
        assert f"<h3>{push.label}: {number}</h3>" in page
    assert direction_by_hand(letters) in section(page, "result").partition("</p>")[0]


def test_each_answer_leads_to_the_row_of_the_comparison_that_it_rests_on(client: Client) -> None:
    page, comparison = (
        text_of(client, f"{FIT}?{urlencode(dict.fromkeys(PUSHES, 'a'))}"),
        text_of(client, "/compare/"),
    )

    rows = re.findall(r'href="/compare/#(c-\d+)"', section(page, "result"))
    assert rows == ["c-01", "c-03", "c-05", "c-08", "c-12", "c-02", "c-04", "c-07", "c-11"]
    assert all(f'<tr id="{row}"' in comparison for row in rows)
    assert 'href="#p-22"' in section(page, "result")


def test_questions_without_an_answer_are_named(client: Client) -> None:
    result = section(text_of(client, SOME), "result")

    still_open = result.partition("<h3>Open: 4</h3>")[2]
    assert re.findall(r'href="#(q\d+)"', still_open) == ["q7", "q8", "q9", "q10"]
    assert "Open questions can still change that." in result


def test_all_questions_answered_leave_nothing_open(client: Client) -> None:
    page = text_of(client, f"{FIT}?{urlencode(dict.fromkeys(PUSHES, 'b'))}")

    assert "Every question has an answer." in section(page, "result")
    assert "can still change" not in page


def test_one_answer_is_enough_for_a_result_and_too_little_for_a_lean(client: Client) -> None:
    result = section(text_of(client, "/fit/?q1=a"), "result")

    assert "What you chose shows no clear lean." in result


def test_the_same_answers_give_the_same_page_whoever_asks(client: Client) -> None:
    client.get("/fit/?q1=b&q2=a&q3=b")

    mine, yours = client.get(SOME), Client(headers={"user-agent": "another"}).get(SOME)

    assert mine.content == yours.content


def test_the_order_of_the_answers_in_an_address_changes_nothing(client: Client) -> None:
    there, back = text_of(client, "/fit/?q2=b&q1=a"), text_of(client, "/fit/?q1=a&q2=b")

    assert there == back
    assert '<link rel="canonical"\n      href="http://testserver/fit/?q1=a&amp;q2=b">' in there
    assert '<a href="/fit/?q1=a&amp;q2=b">Link to these answers</a>' in there


def test_an_answer_can_be_taken_back(client: Client) -> None:
    result = section(text_of(client, "/fit/?q1=a&q2=b"), "result")

    assert re.findall(r'<a href="([^"]+)">Take this answer back', result) == [
        "/fit/?q2=b",
        "/fit/?q1=a",
    ]


def test_the_answers_stay_chosen_in_the_form(client: Client) -> None:
    page = text_of(client, "/fit/?q1=a&q2=b")

    chosen = re.findall(r'name="(q\d+)"\s+value="(\w)"\s+checked', page)
    assert chosen == [("q1", "a"), ("q2", "b")]


def test_the_form_works_without_a_script_and_stores_nothing(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(SOME)

    assert '<form class="stack" method="get" action="/fit/">' in response.text
    assert "<script" not in response.text.partition("<main")[2].partition("</main>")[0]
    assert not response.cookies
    assert all(query["sql"].startswith("SELECT") for query in asked)


def test_the_result_has_no_percentages(client: Client) -> None:
    assert "%" not in section(text_of(client, SOME), "result")


def test_the_rule_is_printed(client: Client) -> None:
    rule = section(text_of(client, FIT), "rule")

    assert "At least 3 more towards TPM than towards PM: leans to TPM." in rule
    assert "Of 10 questions, 10 have an answer towards TPM and 9 have one towards PM." in rule


def test_the_page_leads_on_to_paths_levels_and_the_comparison(client: Client) -> None:
    onward = section(text_of(client, FIT), "continue")

    links = re.findall(r'href="([^"]+)"', onward)
    assert {"/compare/", "/paths/engineer-to-tpm/", "/paths/pm-to-tpm/"} <= set(links)
    assert "/roles/technical-product-manager/senior/" in links
    for link in links:
        assert client.get(link).status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q1=z", "<code>c</code>"),
        ("q11=a", "<code>q10</code>"),
        ("q1=a&q1=b", "A question takes one answer, not 2."),
    ],
)
def test_what_is_not_a_question_or_an_answer_is_refused(
    client: Client, query: str, words: str
) -> None:
    page = text_of(client, f"{FIT}?{query}", status=HTTPStatus.BAD_REQUEST)

    assert words in page
    assert 'id="result"' not in page


def test_an_unknown_parameter_is_ignored_and_named(client: Client) -> None:
    page = text_of(client, "/fit/?colour=red&q1=a")

    assert "no such parameter: colour." in page
    assert 'id="result"' in page


def test_an_editor_who_deletes_a_question_gets_a_page_without_it(client: Client) -> None:
    FitQuestion.objects.get(key="q7").delete()

    page = text_of(client, "/fit/?q8=a")

    assert 'id="q7"' not in page
    assert client.get("/fit/?q7=a").status_code == HTTPStatus.BAD_REQUEST


def test_a_claim_that_a_question_rests_on_is_not_deleted() -> None:
    with pytest.raises(RestrictedError):
        Dimension.objects.get(key="c-01").delete()

    assert Claim.objects.filter(key="c-01").exists()


@FEWER
@given(value=HOSTILE.filter(bool))
def test_a_hostile_answer_is_refused(client: Client, value: str) -> None:
    response = client.get(FIT, {"q1": [value, "a"]})

    assert response.status_code in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}
    assert (response.status_code == HTTPStatus.OK) == (value == "a")
    assert b"\x00" not in response.content


@FEWER
@given(name=HOSTILE)
def test_a_hostile_name_is_refused_or_ignored(client: Client, name: str) -> None:
    for asked in (name, f"q{name}"):
        response = client.get(FIT, {asked: "a"})

        assert response.status_code in {HTTPStatus.OK, HTTPStatus.BAD_REQUEST}
        assert b"\x00" not in response.content
