"""Pieces and the relations of spans to each other, against sets of positions."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.ids import SpanId
from annotator.domain.span import Piece, Span, merge_pieces, single

RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)
PIECES = RANGES.map(merge_pieces).filter(bool)


def positions(pieces):
    return {i for start, end in pieces for i in range(start, end)}


def span(pieces, label="A"):
    return Span(SpanId("s"), label, pieces)


@given(RANGES)
def test_merged_pieces_hold_the_same_positions_apart_and_in_order(ranges):
    merged = merge_pieces(ranges)

    assert positions(merged) == positions(r for r in ranges if r[0] < r[1])
    assert all(a.end < b.start for a, b in pairwise(merged))
    assert all(piece.start < piece.end for piece in merged)


@given(PIECES, PIECES)
def test_covers_and_crosses_are_set_relations(first, second):
    a, b = positions(first), positions(second)

    assert span(first).covers(span(second)) == (b <= a)
    assert span(first).crosses(span(second)) == bool(a & b and not a <= b and not b <= a)
    assert span(first).overlaps(*second[0]) == bool(a & positions(second[:1]))


@given(PIECES)
def test_length_and_hull(pieces):
    one = span(pieces)

    assert one.length == len(positions(pieces))
    assert (one.start, one.end) == (min(positions(pieces)), max(positions(pieces)) + 1)
    assert one.is_split == (len(pieces) > 1)


def test_quoted_joins_pieces_by_one_space():
    text = "«قرارداد امضا شد»، گفت، «فردا»"

    assert span((Piece(0, 17), Piece(24, 30))).quoted(text) == "«قرارداد امضا شد» «فردا»"
    assert span(single(19, 22)).quoted(text) == "گفت"
