"""Which lines are headings and gaps, and that the document shows the text place by place."""

import pytest
from PySide6.QtCore import QObject, Qt

from annotator.domain.offsets import Utf16Map
from annotator.ui.views.typesetting import Measures, line_kinds, typeset

LONG = "این بند از یک میان‌تیتر بلندتر است و با نقطه پایان می‌یابد."


@pytest.mark.parametrize(("line", "kind"), [
    ("میان‌تیتر کوتاه", "subheading"),
    ("جمله‌ای کوتاه.", "text"),
    ("او گفت:", "text"),
    ("   ", "blank"),
    ("", "blank"),
    (LONG + LONG, "text"),
])  # fmt: skip
def test_a_line_between_two_paragraphs_is_told_apart(line, kind):
    assert line_kinds([LONG, line, LONG])[1] == kind


def test_the_first_and_last_line_are_no_subheadings():
    assert line_kinds(["کوتاه", LONG, "کوتاه"]) == ["text", "text", "text"]


def test_two_short_lines_in_a_row_are_a_list_and_no_headings():
    assert line_kinds([LONG, "کوتاه یک", "کوتاه دو است", LONG]).count("subheading") <= 1


def test_an_empty_text_has_one_blank_line():
    assert line_kinds([""]) == ["blank"]


@pytest.mark.parametrize(
    "text", ["الف\r\nب", "الف\u2028ب", "\ufeffالف", "الف\x00ب", "a\ufffcb 😀\nپ"]
)
def test_positions_in_the_document_are_those_of_the_text(qtbot, text):
    units, parent = Utf16Map(text), QObject()
    document = typeset(text, units, Measures(19), "rtl", parent)

    assert document.characterCount() - 1 == units.utf16_length


@pytest.mark.parametrize(("direction", "wanted"), [
    ("rtl", Qt.LayoutDirection.RightToLeft), ("ltr", Qt.LayoutDirection.LeftToRight),
])  # fmt: skip
def test_the_direction_is_forced_whatever_the_text_begins_with(qtbot, direction, wanted):
    text, parent = "Reuters: سلام", QObject()
    document = typeset(text, Utf16Map(text), Measures(19), direction, parent)

    assert document.firstBlock().textDirection() == wanted


@pytest.mark.parametrize("size", [14, 19, 24, 32])
def test_tag_ground_and_lanes_of_a_line_fit_between_its_neighbours(size):
    measures = Measures(size)

    assert measures.cell_above + measures.cell_below == measures.pitch
    assert measures.lane_room >= 10
