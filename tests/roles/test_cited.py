from datetime import date

import pytest

from roles.choices import Basis
from roles.cited import Citing, Mention, amount_caution, counted
from roles.models import Citation, Claim, Question, Source

SOURCE_2024 = Mention("A", "/data/sources/#a", "2024", "line 1")
SOURCE_ABOUT_2024 = Mention("C", "/data/sources/#c", "about 2024", "line 3")
SOURCE_UNDATED = Mention("B", "/data/sources/#b", "undated", "line 2")


def saved(key: str, *ids: str, basis: Basis = Basis.SOURCED) -> Claim:
    return Claim.objects.create(
        key=key,
        title=key,
        text="Text.",
        basis=basis,
        inventory_ids=list(ids),
        review_by=date(2027, 1, 1),
    )


@pytest.mark.django_db
def test_a_claim_anchors_the_ids_that_no_key_covers() -> None:
    first, second = saved("zz-01", "ZZ-01", "ZZ-02", "ZZ-03"), saved("zz-03", "ZZ-03", "ZZ-02")

    citing = Citing([first, second])

    assert citing(first).anchors == ("zz-02",)
    assert citing(second).anchors == ()


@pytest.mark.django_db
def test_a_sourced_claim_has_no_badge_and_any_other_has_one() -> None:
    claims = [saved(basis.value, basis=basis) for basis in Basis]

    citing = Citing(claims)

    assert [citing(claim).badge for claim in claims] == ["", *[b.label for b in Basis][1:]]


@pytest.mark.django_db
def test_a_mention_leads_to_its_source_and_names_the_place() -> None:
    question = Question.objects.with_sources().get(slug="what-background-do-tpms-have")

    (mention,) = Citing([question])(question).mentions

    assert mention.url == "/data/sources/#ipl-guide-2024"
    assert mention.place == "lines 58 and 59"
    assert mention.published == Source.objects.get(slug="ipl-guide-2024").published


@pytest.mark.django_db
def test_no_claim_rests_on_a_line_that_is_only_a_heading() -> None:
    of_franzoni = Citation.objects.filter(source__slug="franzoni-2024")

    assert of_franzoni.filter(place="line 68").count() == 11
    assert not of_franzoni.filter(place__in=["line 62", "line 67", "line 75"]).exists()


@pytest.mark.parametrize(
    "text", ["From ₹10,00,000.", "About $120,000.", "It is 15 to 25 lakh.", "Up to 1 crore."]
)
def test_an_amount_carries_its_kind_year_and_sample(text: str) -> None:
    caution = amount_caution(text, [SOURCE_2024, SOURCE_UNDATED, SOURCE_2024])

    assert caution == (
        "Reported, not checked (2024, undated): annual pay, parts not stated, sample not stated."
    )


def test_a_year_that_is_not_certain_stays_so_beside_an_amount() -> None:
    assert "(about 2024)" in amount_caution("About $120,000.", [SOURCE_ABOUT_2024])


def test_a_text_without_an_amount_carries_no_caution() -> None:
    assert amount_caution("Five sources, 10 to 20 per cent, 8 years.", [SOURCE_2024]) == ""


def test_an_amount_that_no_source_states_is_not_said_to_be_reported() -> None:
    assert amount_caution("Say that the offer is ₹25,00,000.", []) == ""


def test_one_is_counted_in_the_singular() -> None:
    assert [counted(number, "source") for number in (0, 1, 2)] == [
        "0 sources",
        "1 source",
        "2 sources",
    ]
