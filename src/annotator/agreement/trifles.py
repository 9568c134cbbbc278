"""Which differences at the edges of a span are trifles in Persian text.

Guillemets and quotation marks, punctuation, spaces, ZWNJ and other characters without a shape:
whether they stand inside a span or beside it changes nothing of what it says.
"""

from __future__ import annotations

from annotator.domain.span import Piece
from annotator.persian.characters import EDGE_INVISIBLES, SPACES
from annotator.persian.marks import MARKS

_PUNCTUATION = ".،؛:!؟?,;…"
TRIFLES = frozenset(EDGE_INVISIBLES + SPACES + _PUNCTUATION) | MARKS


def trimmed(text: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take trifles off both edges of each piece; a piece of nothing else stays as it is."""
    if all(text[s] not in TRIFLES and text[e - 1] not in TRIFLES for s, e in pieces):
        return pieces
    return tuple(_trim(text, piece) for piece in pieces)


def differ_by_trifles(text: str, first: tuple[Piece, ...], second: tuple[Piece, ...]) -> bool:
    """Tell whether two extents differ, and only by trifles at the edges of their pieces."""
    return first != second and trimmed(text, first) == trimmed(text, second)


def _trim(text: str, piece: Piece) -> Piece:
    start, end = piece
    while start < end and text[start] in TRIFLES:
        start += 1
    while end > start and text[end - 1] in TRIFLES:
        end -= 1
    return Piece(start, end) if start < end else piece
