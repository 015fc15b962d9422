"""Every figure carries a grade, and the rule behind it is printed."""

import csv

import pytest
from django.test import Client

from salaries.disclosure import grade

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Reported, no sample stated.
        ("level=senior", {"D"}),
        # Modelled, however its tier came about.
        ("level=senior&city=pune", {"D"}),
        # 165 adverts of 2025, in a release of 2026; 11 and 42 survey answers of 2023.
        ("level=senior&country=united-states&role=product-manager&kind=observed", {"B", "C"}),
    ],
)
def test_the_rows_of_a_slice_have_their_grades(
    client: Client, query: str, expected: set[str]
) -> None:
    rows = client.get(f"/salaries/?{query}").context["answer"].rows

    assert {row.grade for row in rows} == expected


def test_page_and_file_print_the_grade_and_the_page_leads_to_its_rule(client: Client) -> None:
    page = client.get("/salaries/?level=senior").content.decode()
    file = client.get("/salaries/export.csv?level=senior").content.decode()

    assert '<a href="/data/method/#grades">Confidence</a> D.' in page
    lines = [line for line in csv.reader(file.splitlines()) if not line[0].startswith("#")]
    assert dict(zip(*lines, strict=True))["confidence"] == "D"


def test_the_method_page_prints_every_rule(client: Client) -> None:
    page = client.get("/data/method/").content.decode()

    section = " ".join(page.partition('id="grades"')[2].partition("</section>")[0].split())
    for rule in grade.RULES:
        assert f"<strong>{rule.letter}</strong>: {rule.kind}, {rule.fewest}" in section
    assert f"<strong>{grade.LOWEST}</strong>" in section
