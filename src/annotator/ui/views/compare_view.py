"""One text with the spans of several people on it, for reading and choosing a difference.

Nothing is edited here: the page around it decides what keys and clicks mean.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.domain.article import Article
from annotator.domain.scheme import Name, Scheme
from annotator.ui.models.comparison import Comparison
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.views.compare_painter import ComparePainter
from annotator.ui.views.text_lines import Box, Line
from annotator.ui.views.text_page import TextPage

_NO_SCHEME = Scheme("", 1, Name("", ""), ())
_PAIR = 2
# the height that each of more than two sides needs, and what a line has without them
_BAND, _USUAL_ROOM = 13, 14


class CompareView(TextPage):
    """Shows a comparison; emits `placeChosen(position)` when a word is clicked."""

    placeChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.compared = Comparison()
        self._scheme = _NO_SCHEME
        self.setObjectName("articleView")
        self.setAccessibleName(self.tr("Comparison"))
        self.typeset()

    def show_comparison(self, article: Article, compared: Comparison, scheme: Scheme) -> None:
        """Show sides of an article; the same article stays where it was scrolled to."""
        self.compared, self._scheme = compared, scheme
        sides = len(compared.sides)
        extra = max(0, sides * _BAND - _USUAL_ROOM) if sides > _PAIR else 0
        if article is not self.article or extra != self.extra_room:
            self.article, self.extra_room = article, extra
            self.typeset()
            self.verticalScrollBar().setValue(0)
        self._repaint()

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.theme = theme
        self._repaint()

    def typeset(self) -> None:
        super().typeset()
        self._make_painter()

    def go_to(self, start: int, end: int) -> None:
        """Bring a place into view."""
        self.scroll_to(end)
        self.scroll_to(start)

    def _repaint(self) -> None:
        self._make_painter()
        self.viewport().update()

    def _make_painter(self) -> None:
        rtl = self.article.direction != "ltr"
        self.painter = ComparePainter(self.lines, self.compared, self._scheme, self.theme, rtl=rtl)

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.page))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        area = QRectF(event.rect()).translated(0, scrolled)
        shown = self._shown(area)
        self.painter.paint_grounds(painter, shown)
        self.painter.paint_selection(painter, shown, *self.selection())
        self._paint_text(painter, area)
        self.painter.paint_over(painter, shown)
        self._paint_caret(painter)
        painter.end()

    def _shown(self, area: QRectF) -> list[tuple[Line, float]]:
        return [
            (line, self.lines.top(number) + line.baseline)
            for number in self.lines.between(area.top(), area.bottom())
            for line in self.lines.of_block(number)
        ]

    def _paint_text(self, painter: QPainter, area: QRectF) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = area
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(self.theme.text))
        context.palette = palette
        self.document().documentLayout().draw(painter, context)

    def _paint_caret(self, painter: QPainter) -> None:
        if self.hasFocus():
            x, here = self.lines.caret_x(self.caret()), self.lines.line_of(self.caret())
            box, baseline = Box(x - 1, x + 1), self.lines.baseline(here)
            above, below = self.measures.ground_above, self.measures.ground_below
            area = QRectF(box.left, baseline - above, 2, above + below)
            painter.fillRect(area, QColor(self.theme.accent))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        start, end = self.selection()
        if event.button() is Qt.MouseButton.LeftButton and start == end:
            point = self.in_document(QPointF(event.position()))
            found = self.lines.place(point.x(), point.y())
            self.placeChosen.emit(found.caret if found.character is None else found.character)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lines.clear()
