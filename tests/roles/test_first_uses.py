from roles.cited import Link
from roles.first_uses import FirstUses
from roles.models import GlossaryTerm

TERMS = (
    GlossaryTerm(slug="tpm", title="TPM (role)", aliases=["TPM", "TPMs"]),
    GlossaryTerm(slug="product-owner", title="Product owner", aliases=[]),
    GlossaryTerm(slug="technical-product-owner", title="Technical product owner", aliases=[]),
)


def test_a_text_without_a_term_stays_whole() -> None:
    assert FirstUses(TERMS).link("Nothing here.") == ()


def test_only_the_first_use_is_linked() -> None:
    uses = FirstUses(TERMS)

    assert uses.link("A TPM, and TPMs.") == (
        Link("A ", ""),
        Link("TPM", "/glossary/#tpm"),
        Link(", and TPMs.", ""),
    )
    assert uses.link("A TPM again.") == ()


def test_several_terms_of_one_text_are_linked_and_the_longest_wins() -> None:
    linked = FirstUses(TERMS).link("The technical product owner, the product owner.")

    assert [piece.url for piece in linked if piece.url] == [
        "/glossary/#technical-product-owner",
        "/glossary/#product-owner",
    ]


def test_the_pieces_make_up_the_text() -> None:
    text = "A TPM works with the product owner."

    assert "".join(piece.label for piece in FirstUses(TERMS).link(text)) == text


def test_a_part_of_a_word_is_no_use() -> None:
    assert FirstUses(TERMS).link("TPMness, a non-TPM and TPM-like people") == ()


def test_a_plural_is_a_use() -> None:
    (_, piece, _) = FirstUses(TERMS).link("Two product owners.")

    assert piece == Link("product owners", "/glossary/#product-owner")


def test_a_term_within_a_longer_one_is_no_use() -> None:
    uses = FirstUses(TERMS)
    uses.link("A technical product owner.")

    assert uses.link("Another technical product owner.") == ()


def test_signs_in_a_name_are_taken_literally() -> None:
    uses = FirstUses([GlossaryTerm(slug="ab-testing", title="A/B test", aliases=["C++ (new)"])])

    assert [piece.label for piece in uses.link("An A/B test in C++ (new).")] == [
        "An ",
        "A/B test",
        " in C++ (new).",
    ]


def test_a_glossary_without_terms_links_nothing() -> None:
    assert FirstUses([]).link("A TPM.") == ()
