import pytest

from roles.answers import (
    answers,
    dispute_links,
    disputes,
    reading_links,
    readings,
    terms,
    terms_by_letter,
)
from roles.models import Contradiction, GlossaryTerm, Question

pytestmark = pytest.mark.django_db


def test_every_question_has_an_answer_with_a_source() -> None:
    shown = answers()

    assert len(shown) == Question.objects.count()
    assert all(answer.claim.mentions for answer in shown)


def test_five_questions_are_reconstructed_and_three_are_the_guides_own() -> None:
    slugs = {
        basis: {answer.slug for answer in answers() if answer.claim.basis == basis}
        for basis in ("reconstructed", "editorial", "sourced")
    }

    assert len(slugs["reconstructed"]) == 5
    assert slugs["editorial"] == {
        "do-tpms-code",
        "do-tpms-make-architecture-decisions",
        "do-tpms-need-a-degree",
    }
    assert len(slugs["sourced"]) == 7


@pytest.mark.parametrize(
    ("slug", "places"),
    [
        ("what-is-a-tpm", ["line 40", "lines 4, 5 and 7"]),
        ("is-the-tpm-role-right-for-me", ["lines 24 and 51 to 53"]),
        ("tpm-compared-with-a-non-technical-pm", ["lines 24, 26 and 28"]),
        ("when-does-a-pm-become-a-tpm", ["lines 64, 66 and 68"]),
        (
            "how-do-i-become-a-tpm",
            ["lines 43 and 45 to 49", "lines 21 and 23 to 26", "lines 23 to 36", "lines 31 and 33"],
        ),
    ],
)
def test_an_answer_names_the_lines_that_carry_it_and_not_only_a_heading(
    slug: str, places: list[str]
) -> None:
    (answer,) = [answer for answer in answers() if answer.slug == slug]

    assert [mention.place for mention in answer.claim.mentions] == places


def test_a_disputed_question_lists_each_position_with_its_source_and_date() -> None:
    (answer,) = [answer for answer in answers() if answer.slug == "do-tpms-code"]

    assert [stand.source.title for stand in answer.stands] == [
        "IPL guide (2024)",
        "Jigsaw Academy (2021)",
        "Diving Deep (undated)",
        "Franzoni (2024)",
        "Indeed article (undated)",
    ]
    assert answer.dispute is not None
    assert answer.dispute.url == "/data/contradictions/#do-tpms-code"


def test_a_question_without_dispute_has_no_positions() -> None:
    (answer,) = [answer for answer in answers() if answer.slug == "what-is-a-tpm"]

    assert answer.stands == ()
    assert answer.dispute is None


def test_every_contradiction_has_positions_and_a_resolution() -> None:
    shown = (*disputes(), *readings())

    assert len(shown) == Contradiction.objects.count()
    assert all(dispute.stands and dispute.resolution for dispute in shown)


def test_a_reading_is_the_guides_own_and_no_dispute_between_sources() -> None:
    assert {reading.claim.basis for reading in readings()} == {"editorial"}
    assert {dispute.claim.basis for dispute in disputes()} == {"sourced"}


def test_reading_links_lead_to_the_method_page() -> None:
    urls = [link.url for link in reading_links()]

    assert urls == [f"/data/method/#{reading.slug}" for reading in readings()]


def test_a_contradiction_leads_to_its_question() -> None:
    (dispute,) = [dispute for dispute in disputes() if dispute.slug == "do-tpms-code"]

    assert [link.url for link in dispute.questions] == ["/faq/#do-tpms-code"]


def test_a_position_with_an_amount_carries_a_caution() -> None:
    (dispute,) = [dispute for dispute in disputes() if dispute.slug == "india-pay-average"]

    assert len(dispute.stands) == 2
    assert all(
        stand.caution.startswith(f"Reported, not checked ({stand.source.published}): ")
        for stand in dispute.stands
    )


def test_the_glossary_tells_the_two_meanings_of_the_abbreviation_apart() -> None:
    (term,) = [term for term in terms() if term.slug == "tpm"]

    assert "Technical Program Manager" in term.claim.text
    assert "Technical PM" in term.aliases


def test_the_terms_are_in_alphabetical_order() -> None:
    titles = [term.claim.title for term in terms()]

    assert len(titles) == GlossaryTerm.objects.count() == 54
    assert titles == sorted(titles, key=str.casefold)
    assert titles[:4] == ["A/B test", "Acceptance", "Agile", "API"]


def test_every_term_stands_under_its_letter() -> None:
    letters = terms_by_letter()

    assert [letter.label for letter in letters[:3]] == ["A", "B", "C"]
    assert [term for letter in letters for term in letter.terms] == list(terms())
    assert letters[0].anchor == "letter-a"


def test_no_two_terms_share_a_name() -> None:
    names = [
        name.casefold()
        for term in GlossaryTerm.objects.all()
        for name in {term.title.casefold(), *map(str.casefold, term.aliases)}
    ]

    assert len(names) == len(set(names))


def test_a_term_leads_to_the_pages_that_share_its_slug() -> None:
    see_also = {term.slug: [link.url for link in term.see_also] for term in terms()}

    assert see_also["ab-testing"] == ["/skills/ab-testing/", "/tools/ab-testing/"]
    assert see_also["moscow"] == ["/tools/moscow/"]
    assert see_also["roadmap"] == ["/roles/technical-product-manager/#roadmap"]
    assert see_also["responsibilities"] == ["/roles/technical-product-manager/#responsibilities"]
    assert see_also["lakh"] == []


@pytest.mark.parametrize("number", [2, 3, 4, 5, 6])
def test_every_related_search_term_is_an_entry(number: int) -> None:
    found = [term for term in terms() if term.claim.inventory == f"RT-{number:02}"]

    assert len(found) == 1


def test_dispute_links_lead_to_the_anchors_of_their_page() -> None:
    urls = [link.url for link in dispute_links()]

    assert urls == [f"/data/contradictions/#{dispute.slug}" for dispute in disputes()]


def test_the_answer_on_pay_says_where_its_source_contradicts_itself() -> None:
    (answer,) = [one for one in answers() if one.slug == "what-does-a-tpm-earn-in-india"]

    assert "above ₹40,00,000" in answer.claim.text
    assert "Its own band for the senior level ends at ₹30,00,000" in answer.claim.text
    assert [mention.place for mention in answer.claim.mentions] == ["lines 33 and 63"]
