"""Everything the site says can be found, at an address that holds it."""

import re
from collections import Counter, defaultdict
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from roles.models import GlossaryTerm, Question, Role, RoleLevel, Skill, Source, Tool
from salaries.models import City
from tpmguide.models import SearchEntry
from tpmguide.search.engines.interface import START
from tpmguide.search.entries.everything import every_entry
from tpmguide.search.entries.making import entry
from tpmguide.search.hints import EXAMPLES
from tpmguide.search.kinds import EntryKind

pytestmark = pytest.mark.django_db


@pytest.fixture(name="entries")
def everything() -> list[SearchEntry]:
    return list(every_entry())


def test_there_is_one_entry_for_everything_that_has_a_page_or_an_anchor(
    entries: list[SearchEntry],
) -> None:
    counts = Counter(one.kind for one in entries)

    assert counts[EntryKind.ROLE] == Role.objects.count()
    assert counts[EntryKind.LEVEL] == RoleLevel.objects.count()
    assert counts[EntryKind.SKILL] == Skill.objects.count()
    assert counts[EntryKind.TOOL] == Tool.objects.count()
    assert counts[EntryKind.QUESTION] == Question.objects.count()
    assert counts[EntryKind.TERM] == GlossaryTerm.objects.count()
    assert counts[EntryKind.SOURCE] == Source.objects.count()
    assert counts[EntryKind.PAY] == City.objects.count() + 2 + 4 + 3


def test_every_kind_has_entries_and_says_what_it_holds(entries: list[SearchEntry]) -> None:
    assert {one.kind for one in entries} == set(EntryKind.values)
    assert all(kind.holds for kind in EntryKind)


def test_every_entry_leads_to_a_page_that_has_its_anchor(
    client: Client, entries: list[SearchEntry]
) -> None:
    anchors = defaultdict(set)
    for one in entries:
        page, _, anchor = one.url.partition("#")
        anchors[page].add(anchor)

    for page, wanted in anchors.items():
        response = client.get(page)
        assert response.status_code == HTTPStatus.OK, page
        ids = set(re.findall(r'\bid="([^"]+)"', response.content.decode()))
        assert wanted - {""} <= ids, page


def test_every_entry_fits_its_table(entries: list[SearchEntry]) -> None:
    for one in entries:
        one.full_clean(exclude=["names"])


def test_no_two_entries_of_a_kind_have_the_same_address(entries: list[SearchEntry]) -> None:
    counts = Counter((one.kind, one.url) for one in entries)

    assert [key for key, number in counts.items() if number > 1] == []


def test_a_city_goes_by_its_other_names(entries: list[SearchEntry]) -> None:
    (bengaluru,) = (one for one in entries if one.title == "Pay in Bengaluru")

    assert {"Bengaluru", "Bangalore"} <= set(bengaluru.names.splitlines())
    assert bengaluru.url == "/salaries/?city=bengaluru"


def test_the_marks_around_hits_are_never_part_of_an_entry() -> None:
    made = entry(EntryKind.PAGE, f"a{START}b", "/", text=(f"c{START}d",), names=(START, "e"))

    assert (made.title, made.text, made.names) == ("ab", "cd", "\ne")


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("code", ["en", "hi"])
def test_an_example_has_results(client: Client, example: str, code: str) -> None:
    with translation.override(code):
        page = client.get("/search/", {"q": gettext(example)})

    assert 'class="search-hit"' in page.content.decode()
