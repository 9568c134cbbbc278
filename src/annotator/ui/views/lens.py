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
                foot = QPointF(lines.caret_x(start), baseline)
                _draw_bar(painter, foot, kind, ink, lines.measures.size)


def _draw_box(painter: QPainter, box: Box, baseline: float, kind: str, ink: QColor) -> None:
    if kind == _TINT:
        painter.fillRect(QRectF(box.left, baseline + 2, box.right - box.left, 2), ink)
        return
    painter.setPen(QPen(ink, 1.2))
    foot, low = baseline - 3, baseline + 2
    xs = (box.left + 1, box.left + 1, box.right - 1, box.right - 1)
    painter.drawPolyline([QPointF(x, y) for x, y in zip(xs, (foot, low, low, foot), strict=True)])


def _draw_bar(painter: QPainter, foot: QPointF, kind: str, ink: QColor, size: int) -> None:
    x, top = foot.x(), foot.y() - size * 0.8
    painter.setPen(QPen(ink, 1.2))
    painter.drawLine(QPointF(x, top), QPointF(x, foot.y() + size * 0.25))
    if kind == _BAR:
        return
    width = QFontMetricsF(painter.font()).horizontalAdvance(kind) + 4
    rect = QRectF(x - width / 2, top - _NAME_SIZE, width, _NAME_SIZE + 2)
    painter.fillRect(rect, ink)
    painter.setPen(Qt.GlobalColor.white if ink.lightnessF() < 0.6 else Qt.GlobalColor.black)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, kind)
