"""Marked text taken apart, so that a template prints it without trusting it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from tpmguide.search.engines.interface import START, STOP

LEFT_OUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_hit: bool


def pieces(marked: str) -> tuple[Piece, ...]:
    """Return the text in pieces, with what stands between marks as hits."""
    return tuple(piece for piece in _pieces(marked) if piece.text)


def _pieces(marked: str) -> Iterator[Piece]:
    start, *rest = marked.split(START)
    yield Piece(start, is_hit=False)
    for part in rest:
        hit, _, after = part.partition(STOP)
        yield Piece(hit, is_hit=True)
        yield Piece(after, is_hit=False)


def excerpt(marked: str, whole: str) -> tuple[Piece, ...]:
    """Return an excerpt in pieces, with an ellipsis at an end that is not the whole text's."""
    plain = unmarked(marked)
    before = "" if whole.startswith(plain) else LEFT_OUT
    after = "" if whole.endswith(plain) else LEFT_OUT
    return pieces(f"{before}{marked}{after}")


def unmarked(text: str) -> str:
    return text.replace(START, "").replace(STOP, "")
