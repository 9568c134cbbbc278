"""The lens for characters that cannot be seen: which there are, and the marks drawn over them.

The text itself stays as it is; marks are drawn at the places of the characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from annotator.ui.fonts import font
from annotator.ui.views.span_scene import Shown
from annotator.ui.views.text_lines import Box, TextLines
from annotator.ui.views.typesetting import Measures

_BAR, _SPACE, _TINT = "bar", "space", "tint"
_NAMES = {
    "\u200b": "ZWSP",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u061c": "ALM",
    "\u2060": "WJ",
    "\ufeff": "BOM",
    "\xad": "SHY",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\t": "TAB",
    "\r": "CR",
}
_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000"
_TINTED = "\u0640\u0643\u064a\u0649\xac"
_FOUND = re.compile(f"[\u200c{_SPACES}{_TINTED}{re.escape(''.join(_NAMES))}]|(?<= ) +")
_NAME_SIZE = 8


def marks_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each mark: `bar`, `space`, `tint`, or a name to write."""
    for match in _FOUND.finditer(text, start, end):
        first = match.group()[0]
        if first == "\u200c":
            kind = _BAR
        elif first in _NAMES:
            kind = _NAMES[first]
        else:
            kind = _TINT if first in _TINTED else _SPACE
        yield match.start(), match.end(), kind


def paint(painter: QPainter, text: str, lines: TextLines, shown: list[Shown], ink: QColor) -> None:
    """Draw the marks of a text on the lines in view."""
    painter.setFont(font(_NAME_SIZE, bold=True))
    for line, baseline in shown:
        for start, end, kind in marks_in(text, line.start, line.end):
            if kind in {_TINT, _SPACE}:
                for box in lines.boxes(line, start, end):
                    _draw_box(painter, box, baseline, kind, ink)
            else:
                _draw_bar(painter, lines.caret_x(start), baseline, kind, ink, lines.measures)


def _draw_box(painter: QPainter, box: Box, baseline: float, kind: str, ink: QColor) -> None:
    if kind == _TINT:
        painter.fillRect(QRectF(box.left, baseline + 2, box.right - box.left, 2), ink)
        return
    painter.setPen(QPen(ink, 1.2))
    foot, low = baseline - 3, baseline + 2
    painter.drawPolyline(
        [QPointF(box.left + 1, foot), QPointF(box.left + 1, low)]
        + [QPointF(box.right - 1, low), QPointF(box.right - 1, foot)]
    )


def _draw_bar(
    painter: QPainter, x: float, baseline: float, kind: str, ink: QColor, measures: Measures
) -> None:
    top = baseline - measures.size * 0.8
    painter.setPen(QPen(ink, 1.2))
    painter.drawLine(QPointF(x, top), QPointF(x, baseline + measures.size * 0.25))
    if kind == _BAR:
        return
    width = QFontMetricsF(painter.font()).horizontalAdvance(kind) + 4
    rect = QRectF(x - width / 2, top - _NAME_SIZE, width, _NAME_SIZE + 2)
    painter.fillRect(rect, ink)
    painter.setPen(Qt.GlobalColor.white if ink.lightnessF() < 0.6 else Qt.GlobalColor.black)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, kind)
