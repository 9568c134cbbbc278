"""Span queries against the slow obvious filter, before and after replacements."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.ids import SpanId
from annotator.domain.index import SpanIndex
from annotator.domain.span import Span, merge_pieces, reading_order

PIECES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: (p[0], p[0] + p[1])),
    min_size=1,
    max_size=3,
).map(merge_pieces)
LAYERS = st.lists(st.tuples(st.sampled_from("ABC"), PIECES), max_size=200).map(
    lambda rows: [Span(SpanId(f"s{i}"), label, pieces) for i, (label, pieces) in enumerate(rows)]
)
BOUNDS = st.tuples(st.integers(0, 90), st.integers(0, 90))


def ordered(spans):
    return sorted(spans, key=reading_order)


@given(LAYERS, BOUNDS)
def test_overlapping_is_any_shared_code_point(spans, bounds):
    start, end = bounds
    wanted = [
        span
        for span in ordered(spans)
        if any(start <= i < end for piece in span.pieces for i in range(*piece))
    ]

    assert SpanIndex(spans).overlapping(start, end) == wanted


@given(LAYERS, BOUNDS)
def test_covering_is_one_piece_with_every_code_point(spans, bounds):
    start, end = bounds[0], bounds[0] + 1 + bounds[1] % 7
    wanted = [
        span
        for span in ordered(spans)
        if any(set(range(start, end)) <= set(range(*piece)) for piece in span.pieces)
    ]

    assert SpanIndex(spans).covering(start, end) == wanted


@given(LAYERS, st.integers(0, 90))
def test_at_is_a_piece_over_the_position(spans, position):
    wanted = [s for s in ordered(spans) if any(position in range(*p) for p in s.pieces)]

    assert SpanIndex(spans).at(position) == wanted


@given(LAYERS)
def test_overlapping_pairs_are_all_pairs_that_share_a_code_point(spans):
    held = {s.id: {i for piece in s.pieces for i in range(*piece)} for s in spans}
    wanted = {(a.id, b.id) for a, b in combinations(ordered(spans), 2) if held[a.id] & held[b.id]}
    found = [(a.id, b.id) for a, b in SpanIndex(spans).overlapping_pairs()]

    assert set(found) == wanted
    assert len(found) == len(wanted)


@given(LAYERS, st.data())
def test_replaced_equals_a_new_index_and_leaves_the_old_one(spans, data):
    removed = data.draw(st.lists(st.sampled_from(spans), unique_by=id)) if spans else []
    added = [Span(SpanId(f"n{s.id}"), "B", merge_pieces([(s.end, s.end + 3)])) for s in removed]
    index = SpanIndex(spans)

    changed = index.replaced(removed, added)
    rest = [span for span in spans if span not in removed] + added

    assert list(changed) == ordered(rest)
    assert list(index) == ordered(spans)
    for start in range(0, 90, 7):
        assert changed.overlapping(start, start + 5) == SpanIndex(rest).overlapping(
            start, start + 5
        )


def test_an_empty_range_overlaps_nothing():
    index = SpanIndex([Span(SpanId("a"), "A", merge_pieces([(0, 10)]))])

    assert index.overlapping(5, 5) == []
    assert index.overlapping(7, 3) == []


def test_touching_sees_spans_that_end_or_begin_at_the_caret():
    before = Span(SpanId("a"), "A", merge_pieces([(0, 4)]))
    after = Span(SpanId("b"), "A", merge_pieces([(4, 8)]))

    assert SpanIndex([before, after]).touching(4) == [before, after]
    assert SpanIndex([before, after]).touching(0) == [before]
