"""A plan as a file: downloaded, opened again, and nothing of it kept."""

import logging
import re
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.input import MANY
from tests.markup import section, text_of
from tests.plan_pages import OPEN, PLAN, link, marked, plan_file, upload, words

pytestmark = pytest.mark.django_db


@settings(MANY, max_examples=10)
@given(
    marks=st.dictionaries(st.sampled_from(["kt-01", "kt-02", "ks-04", "kp-13"]), st.integers(0, 4))
)
def test_page_and_file_agree_on_every_gap(client: Client, marks: dict[str, int]) -> None:
    ratings = "&".join(f"s.{key}={rating}" for key, rating in marks.items())

    plan = client.get(f"/plan/?from=entry&to=lead&{ratings}").context["page"].plan
    content = client.get(f"/plan/plan.json?from=entry&to=lead&{ratings}").json()

    steps = {one.ladder.key: one.steps for one in (*plan.gaps, *plan.met)}
    assert {skill["id"]: skill["rating"] for skill in content["skills"]} == marks
    assert {skill["id"]: skill["steps_missing"] for skill in content["skills"]} == steps


def test_a_plan_is_downloaded_and_opened_again(client: Client) -> None:
    page = text_of(client, PLAN)
    answer = client.get(link(page, "Download the plan as a file"))

    opened = upload(client, answer.content)

    assert answer["Content-Disposition"] == (
        'attachment; filename="tpmguide-plan-mid-to-senior.json"'
    )
    assert answer.json()["release"] == "2026-11"
    assert opened.status_code == HTTPStatus.FOUND
    again = text_of(client, opened["Location"])
    assert section(again, "gaps") == section(page, "gaps")
    assert marked(again) == marked(page)


def test_skills_of_a_file_that_the_guide_does_not_know_are_named_as_left_out(
    client: Client,
) -> None:
    content = plan_file({"id": "kt-02", "rating": 2}, {"id": "gone", "rating": 3})

    page = text_of(client, upload(client, content)["Location"])

    assert "Left out, because the guide has no such skill: s.gone." in page
    assert marked(page) == {"s.kt-02": "2"}


def test_the_longest_file_leads_to_an_address_that_a_server_reads(client: Client) -> None:
    skills = [{"id": f"{at:03}".ljust(60, "a"), "rating": 4} for at in range(200)]

    opened = upload(client, plan_file(*skills, role="tpm"))

    assert opened.status_code == HTTPStatus.FOUND
    assert len(opened["Location"]) < 16_000
    assert "195 more" in text_of(client, opened["Location"])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"hello", "file: The file is not JSON"),
        (b"[" * 60_000, "file: The file is not JSON"),
        (plan_file({"id": "kt-02", "rating": float("nan")}), "file: The file is not JSON"),
        (b"{}", "file: This is not the file of a plan"),
        (b" " * 70_000, "file: The file is larger than 64 kB"),
        (plan_file({"id": "kt-02", "rating": 7}), "is not a whole number from 0 to 4"),
        (plan_file(**{"from": "lead"}), "from: “lead” is not a level with another above it."),
        (plan_file(role="wizard"), "role: “wizard” is not a role"),
        (
            plan_file({"id": "kt-02", "rating": 1}, {"id": "apis", "rating": 2}),
            "There are 2 different values",
        ),
    ],
)
def test_a_hostile_file_gets_a_clear_error_and_the_form_again(
    client: Client, content: bytes, message: str
) -> None:
    response = upload(client, content)

    page = response.content.decode()
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert message in words(page)
    assert 'type="file"' in page


def test_a_form_without_a_file_says_what_to_choose(client: Client) -> None:
    response = client.post(OPEN, {"file": "no file"})

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert "Choose the file of a plan, of at most 64 kB." in response.content.decode()


def test_a_file_of_megabytes_is_refused_and_never_written_to_disk(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", write)

    response = upload(client, b" " * 3_000_000)

    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert "of at most 64 kB" in response.content.decode()


@MANY
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_file_breaks_the_page(client: Client, content: bytes) -> None:
    assert upload(client, content).status_code == HTTPStatus.BAD_REQUEST


def test_opening_a_file_stores_and_logs_nothing(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    content = plan_file({"id": "kt-02", "rating": 2}, {"id": "telltale", "rating": 3})

    with CaptureQueriesContext(connection) as asked, caplog.at_level(logging.DEBUG):
        upload(client, content)

    statements = [query["sql"] for query in asked.captured_queries]
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert {statement.split()[0] for statement in statements} == {"SELECT"}
    assert [statement for statement in statements if "telltale" in statement] == []
    assert "telltale" not in logged.replace(" ".join(statements), "")


def test_only_the_page_that_opens_a_file_sets_a_cookie_and_it_says_so(client: Client) -> None:
    for url in ("/plan/", PLAN, "/plan/plan.json?from=mid"):
        assert not client.get(url).cookies

    response = client.get(OPEN)

    assert list(response.cookies) == ["csrftoken"]
    assert "sets one cookie of this site, <code>csrftoken</code>" in response.content.decode()


def test_a_file_is_opened_only_with_the_token_of_its_form() -> None:
    client = Client(enforce_csrf_checks=True)
    content = plan_file({"id": "kt-02", "rating": 2})
    page = client.get(OPEN).content.decode()
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)

    without = upload(client, content)
    opened = upload(client, content, csrfmiddlewaretoken=token)

    assert without.status_code == HTTPStatus.FORBIDDEN
    assert "The form was not accepted" in without.content.decode()
    assert opened.status_code == HTTPStatus.FOUND
