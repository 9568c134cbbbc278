"""Lanes and tags: geometry without Qt, against what must hold for any spans."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.ids import SpanId
from annotator.domain.span import Span, single
from annotator.ui.views.span_layout import (
    DOT,
    TagWish,
    assign_lanes,
    lane_scale,
    place_tags,
)


def make(name, start, end):
    return Span(SpanId(name), "L", single(start, end))


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=25).map(
    lambda places: [make(f"s{i}", start, start + n) for i, (start, n) in enumerate(places)]
)


@given(spans)
def test_overlapping_spans_never_share_a_lane(found):
    lanes = assign_lanes(found)

    for one in found:
        for other in found:
            if one is not other and one.start < other.end and other.start < one.end:
                assert lanes[one.id] != lanes[other.id]


@given(spans)
def test_a_span_around_another_lies_further_from_the_text(found):
    lanes = assign_lanes(found)

    for one in found:
        for other in found:
            if one.covers(other) and not other.covers(one):
                assert lanes[one.id] > lanes[other.id]


@given(spans)
def test_a_span_alone_has_the_lane_next_to_the_text(found):
    lanes = assign_lanes(found)

    for one in found:
        if not any(o is not one and one.start < o.end and o.start < one.end for o in found):
            assert lanes[one.id] == 0


@pytest.mark.parametrize("count", [1, 3, 5, 6, 12])
def test_any_number_of_lanes_fits_the_room(count):
    room = 18.0
    scale = lane_scale(count, room)

    assert scale.top(count - 1) + scale.height <= room + 1.0


def test_few_lanes_have_the_designed_size():
    scale = lane_scale(2, 18.0)

    assert (scale.pitch, scale.height) == (6.0, 3.0)


def wish(name, start, end, *widths):
    return TagWish(make(name, 0, 1), start, end, tuple((f"t{w}", w) for w in widths))


wishes = st.lists(
    st.tuples(st.floats(0, 500), st.floats(5, 300), st.floats(30, 150), st.floats(20, 30)),
    max_size=12,
).map(lambda rows: [wish(f"s{i}", a, a + b, c, d) for i, (a, b, c, d) in enumerate(rows)])


@given(wishes)
def test_tags_never_touch_and_none_is_lost(found):
    tags = place_tags(found, 700)

    assert len(tags) == len(found)
    for one, other in itertools.pairwise(tags):
        assert one.end < other.start


@given(wishes)
def test_a_tag_without_room_for_words_is_a_dot(found):
    for tag in place_tags(found, 700):
        assert tag.text or tag.end - tag.start == pytest.approx(DOT)


def test_a_tag_alone_stands_at_the_edge_of_its_span_in_full():
    (tag,) = place_tags([wish("s", 40, 300, 120, 50)], 700)

    assert (tag.start, tag.end, tag.text) == (40, 160, "t120")


def test_a_tag_at_the_end_of_the_line_moves_back():
    (tag,) = place_tags([wish("s", 690, 700, 120, 50)], 700)

    assert (tag.end, tag.text) == (700, "t120")


def test_the_next_tag_yields_as_far_as_its_own_span_reaches():
    long, next_one = place_tags([wish("a", 0, 400, 100, 50), wish("b", 60, 300, 40)], 700)

    assert long.text == "t100"
    assert (next_one.start, next_one.text) == (103, "t40")


def test_a_tag_is_shortened_to_its_label_before_it_hides_another():
    first, second = place_tags([wish("a", 0, 400, 100, 50), wish("b", 60, 90, 40)], 700)

    assert (first.text, second.text) == ("t50", "t40")


def test_two_spans_that_start_together_both_have_a_tag():
    first, second = place_tags([wish("a", 0, 400, 40), wish("b", 0, 200, 40)], 700)

    assert (first.text, second.text) == ("t40", "t40")
    assert first.end < second.start
