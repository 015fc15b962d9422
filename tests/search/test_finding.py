"""What is looked for is found, over the shipped content."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tpmguide.models import SearchEntry
from tpmguide.search.engines.chosen import engine
from tpmguide.search.finding import Found, find
from tpmguide.search.kinds import EntryKind
from tpmguide.search.reading import read

pytestmark = pytest.mark.django_db


def found(typed: str, *, is_exact: bool = False) -> Found:
    return find(read(typed), engine(), is_exact=is_exact)


def urls(typed: str) -> list[str]:
    entries = SearchEntry.objects.in_bulk()
    return [entries[match.id].url for match in found(typed).matches]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sr tpm", "/roles/technical-product-manager/senior/"),
        ("Senior TPM", "/roles/technical-product-manager/senior/"),
        ("junior", "/roles/technical-product-manager/entry/"),
        ("tpm", "/roles/technical-product-manager/"),
        ("pm", "/roles/product-manager/"),
        ("go-to-market", "/glossary/#go-to-market"),
        ("gtm", "/glossary/#go-to-market"),
        ("GTM", "/glossary/#go-to-market"),
        ("po", "/glossary/#product-owner"),
        ("do I need to code", "/faq/#do-tpms-code"),
        ("Do I need programming?", "/faq/#do-tpms-code"),
        ("what is a tpm", "/faq/#what-is-a-tpm"),
        ("how much does a tpm earn?", "/faq/#what-does-a-tpm-earn-in-india"),
        ("bangalore", "/salaries/?city=bengaluru"),
        ("bangalor", "/salaries/?city=bengaluru"),
        ("bengalru", "/salaries/?city=bengaluru"),
        ("Bangalore salary", "/salaries/?city=bengaluru"),
        ("sr tpm salary bangalore", "/salaries/?city=bengaluru"),
        ("gurgaon", "/salaries/?city=delhi-ncr"),
        ("hydrebad", "/salaries/?city=hyderabad"),
        ("salary", "/salaries/"),
        ("moscow", "/tools/moscow/"),
        ("apis", "/skills/apis/"),
        ("PM vs TPM", "/compare/"),
        ("Franzoni", "/data/sources/#franzoni-2024"),
        ("career ladder", "/paths/"),
        ("senior level tpm", "/roles/technical-product-manager/senior/"),
        ("lead level", "/roles/technical-product-manager/lead/"),
        ("interview", "/interview/"),
        ("quality", "/data/quality/"),
        ("release", "/data/releases/"),
        ("डेटा गुणवत्ता", "/data/quality/"),
        ("रिलीज़", "/data/releases/"),
        ("csv template", "/data/observations/"),
        ("how is pay calculated", "/data/method/"),
        ("confidence grade", "/data/method/#grades"),
        ("ppp", "/data/method/#money"),
        ("small samples", "/data/method/#protected"),
        ("औसत वेतन", "/data/contradictions/#india-pay-average"),
        ("H1B", "/data/sources/#dol-lca-fy22-25"),
        ("exit options", "/paths/"),
        ("skills for TPM", "/skills/"),
        ("levels of TPM", "/roles/"),
        ("postmortem", "/tools/post-incident-review/"),
        ("इंजीनियर से TPM", "/paths/engineer-to-tpm/"),
        ("startup pay", "/data/contradictions/#start-up-pay"),
        ("program manager", "/glossary/#tpm"),
        ("technical programme manager", "/glossary/#tpm"),
        ("prd", "/skills/specification/"),
        ("kpi", "/skills/product-metrics/"),
        ("टीपीएम", "/roles/technical-product-manager/"),
        ("वेतन", "/salaries/"),
        ("पुणे में सीनियर TPM का वेतन कितना है", "/salaries/?city=pune"),
        ("बैंगलोर सैलरी", "/salaries/?city=bengaluru"),
        ("TPM कैसे बनें?", "/faq/#how-do-i-become-a-tpm"),
        ("क्या TPM को कोड लिखना चाहिए?", "/faq/#do-tpms-code"),
        ("ज़िम्मेदारियाँ", "/roles/technical-product-manager/#responsibilities"),
    ],
)
def test_the_first_result_is_what_was_meant(typed: str, first: str) -> None:
    assert urls(typed)[0] == first


@pytest.mark.parametrize(
    "term",
    [
        "technical product owner",
        "technical product manager certification",
        "technical product management course",
        "technical product manager role description",
        "technical product manager training",
        "technical product manager responsibilities",
    ],
)
def test_a_related_term_of_the_inventory_resolves(term: str) -> None:
    first = found(term).matches[0]

    assert (first.kind, first.title.casefold()) == (EntryKind.TERM, term)


def test_a_misspelled_word_finds_skills_all_the_same() -> None:
    answer = found("arcitecture")

    assert answer.attempt.is_corrected
    assert answer.attempt.reading.text == "architecture"
    assert (answer.matches[0].kind, answer.matches[0].title) == (
        EntryKind.SKILL,
        "Software architecture",
    )


@pytest.mark.parametrize("typed", ["remote", "wfh", "work from home", "linkedin", "hindi"])
def test_a_word_that_is_known_is_not_taken_for_a_misspelled_one(typed: str) -> None:
    assert found(typed).matches == ()


def test_an_exact_query_is_not_corrected() -> None:
    assert found("arcitecture", is_exact=True).matches == ()


def test_each_misspelled_word_is_corrected() -> None:
    assert found("arcitecture decicions").attempt.reading.text == "architecture decisions"


def test_where_nothing_has_all_the_words_some_of_them_are_enough() -> None:
    answer = found("kubernetes xyzzy moscow")

    assert answer.attempt.is_any
    assert not answer.attempt.is_corrected
    assert answer.matches[0].title.startswith("MoSCoW")


def test_some_of_the_words_may_be_corrected_but_not_most() -> None:
    half, most = found("arcitecture xyzzyplugh"), found("purple monkey dishwasher")

    assert half.attempt.is_corrected
    assert half.attempt.is_any
    assert half.matches
    assert most.matches == ()


@pytest.mark.parametrize("typed", ["", "???", "xyzzyplugh", "xyzzyplugh AND (", '"'])
def test_what_is_nowhere_is_not_found(typed: str) -> None:
    assert found(typed).matches == ()


@pytest.mark.parametrize(
    ("typed", "on_sqlite", "on_postgresql"),
    [("", 0, 0), ("tpm", 1, 1), ("arcitecture", 3, 4), ("xyzzyplugh foobarbaz", 3, 4)],
)
def test_few_queries_are_asked(
    django_assert_num_queries: DjangoAssertNumQueries,
    typed: str,
    on_sqlite: int,
    on_postgresql: int,
) -> None:
    ours = engine()
    expected = {"Sqlite": on_sqlite, "Postgresql": on_postgresql}

    with django_assert_num_queries(expected[type(ours).__name__]):
        find(read(typed), ours)
