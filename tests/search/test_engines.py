"""Whichever database it is finds the same, marks it, and knows its words."""

import pytest
from django.db import connection

from tpmguide.models import SearchEntry, SearchWord
from tpmguide.search.engines.chosen import engine
from tpmguide.search.engines.interface import START, STOP, Engine, Match, Place, Wanted
from tpmguide.search.kinds import EntryKind
from tpmguide.search.reading import read

pytestmark = pytest.mark.django_db
needs_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="trigrams are of PostgreSQL"
)

ENTRIES = (
    ("Software architecture", "systems design\nCI/CD", "How the parts of a product fit."),
    ("Roadmap", "", "A plan. An architect reads it; architectures change it."),
    ("Café visits", "", "Go to the market, said the TPMs: <i>go to market</i>."),
    ("Managing delivery", "", "The manager's résumé: 5-8 years of Kubernetes."),
)


@pytest.fixture(name="ours")
def engine_of_four_entries() -> Engine:
    """Return the engine of this database, which knows four entries and their words."""
    SearchEntry.objects.all().delete()
    SearchEntry.objects.bulk_create(
        SearchEntry(kind=EntryKind.TERM.value, title=title, names=names, text=text, url="/")
        for title, names, text in ENTRIES
    )
    SearchWord.objects.all().delete()
    words = ["architecture", "architect", "roadmap", "market", "manager", "visits"]
    SearchWord.objects.bulk_create(SearchWord(word=word, uses=2) for word in words)
    made = engine()
    made.index()
    return made


def wanted(typed: str, *, is_any: bool = False) -> Wanted:
    return Wanted(read(typed).terms, is_any=is_any)


def places(ours: Engine, typed: str, *, is_any: bool = False) -> dict[str, Place]:
    found = ours.matches(wanted(typed, is_any=is_any))
    return {match.title: match.place for match in found}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("architecture", {"Software architecture": Place.TITLE, "Roadmap": Place.TEXT}),
        ("systems", {"Software architecture": Place.NAMES}),
        ("software design", {"Software architecture": Place.NAMES}),
        ("software product", {"Software architecture": Place.TEXT}),
        ("software roadmap", {}),
        ("cafe", {"Café visits": Place.TITLE}),
        ("CAFÉ", {"Café visits": Place.TITLE}),
        ("resume", {"Managing delivery": Place.TEXT}),
        ("manage", {"Managing delivery": Place.TITLE}),
        ("road", {"Roadmap": Place.TITLE}),
        ("road.", {}),
        ("gtm", {"Café visits": Place.TEXT}),
        ("market go to", {"Café visits": Place.TEXT}),
        ("cd", {"Software architecture": Place.NAMES}),
        ("ci/cd", {"Software architecture": Place.NAMES}),
        ("k8s", {"Managing delivery": Place.TEXT}),
        ("tpm", {"Café visits": Place.TEXT}),
        ("8 years", {"Managing delivery": Place.TEXT}),
        ("NEAR", {}),
        ("title", {}),
    ],
)
def test_the_same_is_found_on_every_database(
    ours: Engine, typed: str, expected: dict[str, Place]
) -> None:
    assert places(ours, typed) == expected


def test_any_of_the_words_may_be_enough(ours: Engine) -> None:
    found = places(ours, "software roadmap", is_any=True)

    assert found == {"Software architecture": Place.TITLE, "Roadmap": Place.TITLE}


def test_a_match_is_plain_values_and_a_hit_in_the_title_ranks_higher(ours: Engine) -> None:
    first, second = sorted(ours.matches(wanted("architecture")), key=lambda found: -found.rank)

    assert (first.title, second.title) == ("Software architecture", "Roadmap")
    assert isinstance(first, Match)
    assert type(first.rank) is float
    assert first.names == "systems design\nCI/CD"


def test_hits_are_marked_word_by_word(ours: Engine) -> None:
    ids = [found.id for found in ours.matches(wanted("go to market"))]

    (marked,) = ours.marked(wanted("go to market"), ids)

    assert marked.title == "Café visits"
    assert marked.text == ENTRIES[2][2]
    for word in ("go", "to", "market"):
        assert word in marked.excerpt.replace(START, "").replace(STOP, "")
    assert marked.excerpt.count(START) == marked.excerpt.count(STOP) > 0


def test_a_hit_in_the_title_is_marked(ours: Engine) -> None:
    ids = [found.id for found in ours.matches(wanted("roadmap"))]

    (marked,) = ours.marked(wanted("roadmap"), ids)

    assert marked.title == f"{START}Roadmap{STOP}"
    assert marked.excerpt.startswith("A plan.")


def test_only_what_is_asked_for_is_marked(ours: Engine) -> None:
    assert ours.marked(wanted("roadmap"), []) == []


def test_words_like_the_typed_ones_are_near_with_their_uses(ours: Engine) -> None:
    near = ours.near(["arcitecture", "markte"])

    assert near["architecture"] == 2
    assert near["market"] == 2


def test_a_known_word_is_near_itself(ours: Engine) -> None:
    assert "roadmap" in ours.near(["roadmap"])


def test_an_index_that_is_behind_the_table_finds_less_and_never_fails(ours: Engine) -> None:
    SearchEntry.objects.all().delete()

    assert ours.matches(wanted("architecture")) == []
    assert ours.marked(wanted("architecture"), [1, 2]) == []


@needs_postgresql
def test_without_trigrams_words_of_about_the_length_are_near(ours: Engine) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION IF EXISTS pg_trgm")

    assert set(ours.near(["arcitecture"])) == {"architecture", "architect"}


@needs_postgresql
def test_trigrams_are_there_where_they_may_be_had() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'")

        assert cursor.fetchone() == (1,)
