"""Type of the article: the document with direction, font and line pitch, set once at load.

What is marked in the text does not belong here: labels never become formats of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from annotator.domain.offsets import Utf16Map
from annotator.persian.clean import for_display
from annotator.ui.fonts import article_font

GUTTER = 28
_TOP = 4
_COLUMN_EM = 38.0
_PITCH_EM = 64 / 19
_BLANK_EM = 8 / 19
_SUBHEADING_LENGTH = 70
_STOPS = frozenset(".!?؟…»:؛،۔,;")

_Kind = Literal["text", "blank", "subheading"]


@dataclass(frozen=True, slots=True)
class Measures:
    """Distances in pixels that follow from the size of the type; ups and downs from a baseline.

    `extra` is room below each line beyond the usual, for more lanes than one layer needs.
    """

    size: int
    extra: int = 0

    @property
    def pitch(self) -> float:
        """From baseline to baseline."""
        return round(self.size * _PITCH_EM) + self.extra

    @property
    def column(self) -> int:
        """The width of the text column, about 75 letters."""
        return round(self.size * _COLUMN_EM)

    @property
    def ground_above(self) -> float:
        """How far the ground of a span reaches above the baseline."""
        return round(self.size * 0.94)

    @property
    def ground_below(self) -> float:
        """How far the ground of a span reaches below the baseline."""
        return round(self.size * 0.46)

    @property
    def tag_size(self) -> float:
        """The size of the type in tags."""
        return max(9.0, round(self.size * 0.56))

    @property
    def tag_height(self) -> float:
        """The height of a tag."""
        return round(self.tag_size * 1.5)

    @property
    def cell_above(self) -> float:
        """From the baseline up to where the room of the line before ends."""
        return self.ground_above + self.tag_height + 2

    @property
    def cell_below(self) -> float:
        """From the baseline down to where the room of the next line begins."""
        return self.pitch - self.cell_above

    @property
    def lane_room(self) -> float:
        """The height left for lanes under the ground."""
        return self.cell_below - self.ground_below - 2


def typeset(
    text: str, units: Utf16Map, measures: Measures, direction: str, parent: QObject
) -> QTextDocument:
    """Return a document that shows a text; positions are those of the text in UTF-16 units."""
    size = measures.size
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(article_font(size))
    document.setDefaultTextOption(_option(direction))
    document.setDocumentMargin(GUTTER)
    shown = for_display(text)
    document.setPlainText(shown)
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(_TOP)  # the first line already has the room of its pitch above it
    document.rootFrame().setFrameFormat(frame)
    _set_pitch(document, shown.split("\n"), units, measures)
    return document


def _option(direction: str) -> QTextOption:
    option = QTextOption()
    ltr = direction == "ltr"
    option.setTextDirection(
        Qt.LayoutDirection.LeftToRight if ltr else Qt.LayoutDirection.RightToLeft
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _set_pitch(
    document: QTextDocument, lines: list[str], units: Utf16Map, measures: Measures
) -> None:
    whole = QTextCursor(document)
    whole.beginEditBlock()
    whole.select(QTextCursor.SelectionType.Document)
    whole.setBlockFormat(_line(measures.pitch))
    thin, bold = _line(round(measures.size * _BLANK_EM)), QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    cursor = QTextCursor(document)
    for position, kind in _special_lines(lines):
        cursor.setPosition(units.to_utf16(position))
        if kind == "blank":
            cursor.setBlockFormat(thin)
        else:
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(bold)
    whole.endEditBlock()


def _line(height: float) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def _special_lines(lines: list[str]) -> Iterator[tuple[int, _Kind]]:
    """Yield the code point position and kind of each line that is not plain running text."""
    kinds = line_kinds(lines)
    position = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "text":
            yield position, kind
        position += len(line) + 1


def line_kinds(lines: list[str]) -> list[_Kind]:
    """Tell blank lines and subheadings: short, without a final stop, between longer paragraphs."""
    kinds: list[_Kind] = ["text" if line and not line.isspace() else "blank" for line in lines]
    filled = [i for i, kind in enumerate(kinds) if kind == "text"]
    lengths = [len(lines[i]) for i in filled]
    for at in range(1, len(filled) - 1):
        length = lengths[at]
        if length > _SUBHEADING_LENGTH or min(lengths[at - 1], lengths[at + 1]) <= length:
            continue
        if kinds[filled[at - 1]] == "text" and lines[filled[at]].rstrip()[-1] not in _STOPS:
            kinds[filled[at]] = "subheading"
    return kinds
