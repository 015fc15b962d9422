"""Marked text is taken apart into pieces that need no trust."""

from hypothesis import given
from hypothesis import strategies as st

from tpmguide.search.engines.interface import START, STOP
from tpmguide.search.marks import Piece, excerpt, pieces, unmarked

ANY = st.text(alphabet=f"ab<&{START}{STOP}", max_size=40)


def plain(found: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in found)


def test_what_stands_between_marks_is_a_hit() -> None:
    assert pieces(f"a {START}risk{STOP} b") == (
        Piece("a ", is_hit=False),
        Piece("risk", is_hit=True),
        Piece(" b", is_hit=False),
    )


def test_text_without_marks_is_one_piece() -> None:
    assert pieces("<b>") == (Piece("<b>", is_hit=False),)
    assert pieces("") == ()


@given(marked=ANY)
def test_pieces_hold_all_of_the_text_and_no_start_mark(marked: str) -> None:
    text = plain(pieces(marked))

    assert START not in text
    assert unmarked(text) == unmarked(marked)
    assert all(piece.text for piece in pieces(marked))


def test_an_excerpt_says_where_the_text_goes_on() -> None:
    whole = "One two three."

    assert plain(excerpt(f"{START}One{STOP} two", whole)) == "One two…"
    assert plain(excerpt("two", whole)) == "…two…"
    assert plain(excerpt(f"two {START}three{STOP}.", whole)) == "…two three."
    assert plain(excerpt(whole, whole)) == whole
