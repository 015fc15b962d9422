"""How the pages read: what the check of the prose finds, and that it finds nothing here."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from roles.models import Claim, GlossaryTerm
from tpmguide.prose import Spellings, faults, sentences, words_a_sentence

TERMS = Spellings(["Go-to-market", "GTM", "A/B test", "User story", "Technical Product Manager"])


def problems(*lines: str) -> list[str]:
    return [fault.problem for fault in faults(lines, TERMS)]


def test_sentences_are_those_of_the_main_part_only() -> None:
    page = (
        "<p>Outside.</p><main><h1>A heading</h1><p>One is here. Two\n are <b>here</b>!</p>"
        "<ul><li>Three. <cite>A title. Of a book.</cite></li><li>no sentence</li></ul>"
        "<script>let code = 1.</script></main><footer><p>After.</p></footer>"
    )

    assert sentences(page) == ("One is here.", "Two are here!", "Three.")


def test_a_point_inside_a_number_or_a_name_ends_no_sentence() -> None:
    assert sentences("<main><p>Pay is 1.5 times as high, e.g. in Pune.</p></main>") == (
        "Pay is 1.5 times as high, e.g. in Pune.",
    )


def test_a_page_of_long_sentences_is_found_by_its_average() -> None:
    short, long = "It is so.", f"{'word ' * 51}end."

    assert words_a_sentence([short, long]) == 27.5
    assert problems(short, long) == ["27.5 words a sentence, more than 25"]
    assert problems(short, short, long) == []


@pytest.mark.parametrize("word", ["exciting", "World-class", "SEAMLESS"])
def test_a_word_that_praises_is_found(word: str) -> None:
    assert problems(f"This is {word}.") == [f"“{word}” praises"]


def test_a_longer_word_that_holds_one_is_not() -> None:
    assert problems("The team ultimately decides.") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The go to market plan is late.", ["“go to market” is “Go-to-market” in the glossary"]),
        ("A user-story helps.", ["“user-story” is “User story” in the glossary"]),
        ("The gtm plan.", ["“gtm” is “GTM” in the glossary"]),
        ("An a/b test.", ["“a/b test” is “A/B test” in the glossary"]),
        ("A go-to-market plan, a user story, an A/B test and GTM.", []),
        ("A technical product manager.", []),
        ("An ungtmed word.", []),
    ],
)
def test_a_term_is_written_as_in_the_glossary(line: str, expected: list[str]) -> None:
    assert problems(line) == expected


@pytest.mark.django_db
def test_an_alias_is_a_spelling_too_and_a_fault_names_its_page() -> None:
    text = "The go to market plan is exciting."
    Claim.objects.filter(key="r-01").update(text=text)
    out = StringIO()

    with pytest.raises(CommandError, match="faults: 1"):
        call_command("check_prose", stdout=out)

    assert out.getvalue().strip() == (
        f"/roles/technical-product-manager/: “exciting” praises: {text}"
    )


@pytest.mark.django_db
def test_without_content_the_check_fails_instead_of_finding_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tpmguide.management.commands.check_prose.entries", lambda: iter(()))
    assert GlossaryTerm.objects.exists()

    with pytest.raises(CommandError, match="load the content first"):
        call_command("check_prose", stdout=StringIO())
