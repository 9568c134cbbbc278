"""One line of article text with some words marked, shaped as a whole; used by lists of hits.

Marking by ground and colour only keeps letters joined across its edges.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.domain.offsets import Utf16Map
from annotator.persian.clean import for_display
from annotator.ui.theme import Theme

_SHARE = 0.42


class RunningLine:
    """Words before, the marked ones and words after, laid out in the text's own direction."""

    def __init__(self, before: str, hit: str, after: str, font: QFont, *, rtl: bool) -> None:
        text = for_display(f"{before}{hit}{after}").replace("\n", " ")
        units = Utf16Map(text)
        self._start = units.to_utf16(len(before))
        self._end = units.to_utf16(len(before) + len(hit))
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        # without it a line of right-to-left text is drawn at the far end of its width
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(100_000)
        self._layout.endLayout()

    def hit_edges(self) -> tuple[float, float]:
        """Return the first and last x of the marked words, from left to right."""
        one, other = _x(self._line, self._start), _x(self._line, self._end)
        return min(one, other), max(one, other)

    def text_edges(self) -> tuple[float, float]:
        """Return the x where the text begins at the left and where it ends at the right."""
        rect = self._line.naturalTextRect()
        return rect.left(), rect.right()

    def paint(
        self, painter: QPainter, area: QRect, shift: float, theme: Theme, color: str = ""
    ) -> None:
        """Draw within an area; `shift` is added to every x; `color` marks instead of amber."""
        ground = QColor(theme.tinted(color) if color else theme.amber)
        ground.setAlphaF(1 if color else _SHARE)
        marked = QTextLayout.FormatRange()
        marked.start, marked.length = self._start, self._end - self._start
        look = QTextCharFormat()
        look.setForeground(QColor(theme.text))
        look.setBackground(ground)
        marked.format = look
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QColor(theme.text))
        top = area.top() + (area.height() - self._line.height()) / 2
        marks = [marked] if self._end > self._start else []
        self._layout.draw(painter, QPointF(shift, top), marks)
        painter.restore()


def _x(line: QTextLine, position: int) -> float:
    # the binding gives the position back beside the x
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
