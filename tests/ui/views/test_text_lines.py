"""Where characters stand, against Qt's own painting of a selection."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPainter,
    QTextCharFormat,
    QTextCursor,
)

from annotator.persian.graphemes import grapheme_start
from annotator.ui.views.text_lines import Box, joined
from ui.views.conftest import TEXT, at

SEVERAL = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def painted_columns(view, line, start, end):
    """Return the pixel columns that Qt itself paints for a selection on a line."""
    units, row = view.lines.units, round(view.lines.baseline(line)) - 5
    red_ground = QTextCharFormat()
    red_ground.setBackground(QColor("red"))
    red_ground.setForeground(QColor("red"))
    selection = QAbstractTextDocumentLayout.Selection()
    cursor = QTextCursor(view.document())
    cursor.setPosition(units.to_utf16(start))
    cursor.setPosition(units.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    selection.cursor, selection.format = cursor, red_ground
    context = QAbstractTextDocumentLayout.PaintContext()
    context.selections = [selection]
    context.clip = QRectF(0, row, view.viewport().width(), 1)
    image = QImage(view.viewport().width(), 1, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(0, -row)
    view.document().documentLayout().draw(painter, context)
    painter.end()
    red = QColor("red").rgb()
    return {x for x in range(image.width()) if image.pixel(x, 0) == red}


def covered(boxes):
    """Return the pixel columns whose middle lies in a box."""
    return {x for box in boxes for x in range(round(box.left - 1), round(box.right + 1))
            if box.left <= x + 0.5 < box.right}  # fmt: skip


def edge(position):
    """Return the nearest place for an edge that is inside no cluster and no ligature."""
    start = grapheme_start(TEXT, position)
    return start + 1 if TEXT[start - 1 : start + 1] == "لا" else start


def near(columns, others):
    """Tell whether two sets of columns differ by no more than rounding at their edges."""
    grown = {x + d for x in others for d in (-1, 0, 1)}
    return columns <= grown


@SEVERAL
@given(places=st.tuples(st.integers(0, len(TEXT)), st.integers(1, 60)))
def test_boxes_cover_what_qt_selects_on_every_line(view, places):
    start, end = edge(places[0]), edge(min(sum(places), len(TEXT)))
    for number in range(view.lines.block_count):
        for line in view.lines.of_block(number):
            first, last = max(start, line.start), min(end, line.end)
            visible = line.start + len(TEXT[line.start : line.end].rstrip())
            last = min(last, visible)
            if first < last:
                ours = covered(view.lines.boxes(line, start, end))
                theirs = painted_columns(view, line, first, last)
                assert near(ours, theirs)
                assert near(theirs, ours)


def test_one_direction_gives_one_box(view):
    start, end = at("امضا شد»")
    line = view.lines.line_of(start)

    assert len(view.lines.boxes(line, start, end)) == 1


def test_a_cut_through_a_latin_word_gives_boxes_apart(view):
    start, end = at("گروه MoveOn")
    line = view.lines.line_of(start)

    assert len(view.lines.boxes(line, start, end)) == 1
    assert len(view.lines.boxes(line, start, end - 3)) == 2


def test_digits_and_latin_words_leave_no_seam(view):
    start, end = at("ABC-12 با ارزش 12.5 میلیون")
    line = view.lines.line_of(start)

    assert end <= line.end
    assert len(view.lines.boxes(line, start, end)) == 1


def test_half_a_ligature_has_half_its_width(view):
    start, end = at("الا")
    line = view.lines.line_of(start)
    (whole,) = view.lines.boxes(line, start + 1, end)
    (lam,) = view.lines.boxes(line, start + 1, end - 1)
    (alef,) = view.lines.boxes(line, start + 2, end)

    assert lam.right == whole.right
    assert alef.left == whole.left
    assert lam.left == pytest.approx(alef.right)


def test_a_line_feed_has_no_box(view):
    position = TEXT.index("\n")

    assert view.lines.boxes(view.lines.line_of(position), position, position + 1) == ()


def test_every_caret_position_is_found_again_where_it_stands(view):
    for position in {grapheme_start(TEXT, p) for p in range(len(TEXT) + 1)}:
        line = view.lines.line_of(position)
        x = view.lines.caret_x(position)
        found = view.lines.position_at(line, x)
        assert view.lines.caret_x(found) == pytest.approx(x, abs=0.6)


def test_an_emoji_is_one_character_to_point_at(view):
    start, end = at("😀")
    line = view.lines.line_of(start)
    (box,) = view.lines.boxes(line, start, end)
    place = view.lines.place((box.left + box.right) / 2, view.lines.baseline(line) - 4)

    assert place.character == start
    assert place.caret in {start, end}


def test_heights_name_the_line_whose_words_stand_there(view):
    for number in range(view.lines.block_count):
        for line in view.lines.of_block(number):
            if TEXT[line.start : line.end].strip():
                assert view.lines.line_at(view.lines.baseline(line) - 5) == line


def test_lines_hold_the_whole_text_once(view):
    lines = [line for n in range(view.lines.block_count) for line in view.lines.of_block(n)]

    assert "".join(TEXT[line.start : line.end] for line in lines) == TEXT.replace("\n", "")


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 10)), max_size=12))
def test_joined_boxes_cover_the_same_and_keep_apart(rows):
    boxes = [Box(left, left + width) for left, width in rows]
    result = joined(boxes)

    inside = {x for b in boxes for x in range(b.left, b.right)}
    assert {x for b in result for x in range(int(b.left), int(b.right))} == inside
    assert all(a.right < b.left for a, b in itertools.pairwise(result))
