"""Painting of list rows: a title with a muted line under it, and a glyph at the start edge.

Everything is placed from the start edge, so the rows mirror with the language.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.domain.layer import Status
from annotator.ui.models.queue_model import ENTRY_ROLE, Entry
from annotator.ui.models.rows import ROW_ROLE, Row
from annotator.ui.theme import LIGHT, RADIUS, Theme

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_GLYPH = 22


class _RowDelegate(QStyledItemDelegate):
    """The ground of a row, and text placed from the start edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme from now on."""
        self._theme = theme

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        color = None
        if state & QStyle.StateFlag.State_Selected:
            color = self._theme.selection
        elif state & QStyle.StateFlag.State_MouseOver:
            color = self._theme.hover
        if color is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            area = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _text(
        self, painter: QPainter, area: QRect, text: str, font: QFont, color: str, *, end: bool
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        edge = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        direction = painter.layoutDirection()
        alignment = QStyle.visualAlignment(direction, edge | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, int(alignment) | Qt.TextFlag.TextSingleLine, shown)


def _font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


class QueueDelegate(_RowDelegate):
    """Paints an article of the queue: how far it is as a glyph, its title, its figures."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, 54)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        base: QFont = option.font
        direction = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        self._ground(painter, option)
        inner = rect.adjusted(_PADDING, 5, -_PADDING, -5)
        glyph = QRect(inner.left(), inner.top() + 2, _GLYPH, 20)
        words = QRect(inner.left() + _GLYPH, inner.top(), inner.width() - _GLYPH, 24)
        place = QStyle.visualRect(direction, inner, glyph)
        paint_glyph(painter, QPointF(place.center()), entry, self._theme)
        title = QStyle.visualRect(direction, inner, words)
        bold = entry.status is not Status.DONE
        self._text(
            painter, title, entry.title, _font(base, 13, bold=bold), self._theme.text, end=False
        )
        below = title.translated(0, 21)
        below.setHeight(20)
        self._text(painter, below, entry.detail, _font(base, 11), self._theme.muted, end=False)
        painter.restore()


def paint_glyph(painter: QPainter, center: QPointF, entry: Entry, theme: Theme) -> None:
    """Draw how far an article is: ring new, half begun, disc done, dash skipped, flag question."""
    color = QColor(theme.muted if entry.status is Status.SKIPPED else theme.accent)
    painter.setPen(QPen(color, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(center.x() - 5, center.y() - 5, 10, 10)
    if entry.flag:
        _paint_flag(painter, box, QColor(theme.accent))
        return
    painter.drawEllipse(box)
    painter.setBrush(color)
    if entry.status is Status.DONE:
        painter.drawEllipse(box)
    elif entry.status is Status.STARTED:
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif entry.status is Status.SKIPPED:
        painter.drawLine(QPointF(box.left() + 2, center.y()), QPointF(box.right() - 2, center.y()))


def _paint_flag(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, 1.6))
    painter.drawLine(box.topLeft(), QPointF(box.left(), box.bottom() + 1))
    cloth = QPainterPath(box.topLeft())
    cloth.lineTo(box.right(), box.top() + 1)
    cloth.lineTo(box.right() - 2.5, box.top() + 3.5)
    cloth.lineTo(box.right(), box.top() + 6)
    cloth.lineTo(box.left(), box.top() + 6)
    painter.fillPath(cloth, color)


class ItemDelegate(_RowDelegate):
    """Paints a `Row`: a coloured title with a badge at the end, or a quoted text with details."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(ROW_ROLE)
        lines = 2 if isinstance(row, Row) and row.detail else 1
        return QSize(
            80, 26 + 19 * (lines - 1) + (6 if isinstance(row, Row) and row.is_heading else 0)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect
        direction = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        self._ground(painter, option)
        inner = rect.adjusted(_PADDING + 6, 0, -_PADDING, 0)
        if row.is_heading:
            self._heading(painter, option, row, rect.adjusted(_PADDING, 6, -_PADDING, 0))
        else:
            self._bar(painter, QStyle.visualRect(direction, rect, _bar_of(rect)), row)
            self._lines(painter, option, row, inner)
        painter.restore()

    def _heading(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, area: QRect
    ) -> None:
        base: QFont = option.font
        direction = option.direction
        badge = QRect(area.right() - 40, area.top(), 40, area.height())
        name = area.adjusted(0, 0, -46, 0)
        self._text(
            painter,
            QStyle.visualRect(direction, area, name),
            row.title,
            _font(base, 13, bold=True),
            row.color or self._theme.text,
            end=False,
        )
        self._text(
            painter,
            QStyle.visualRect(direction, area, badge),
            row.badge,
            _font(base, 11),
            self._theme.muted,
            end=True,
        )

    def _bar(self, painter: QPainter, bar: QRect, row: Row) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(row.color or self._theme.muted))
        painter.drawRoundedRect(bar, 1.5, 1.5)

    def _lines(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, area: QRect
    ) -> None:
        base: QFont = option.font
        first = QRect(area.left(), area.top(), area.width(), 26)
        title = f"⚑ {row.title}" if row.flag else row.title
        self._text(painter, first, title, _font(base, 13), self._theme.text, end=False)
        if row.detail:
            second = QRect(area.left(), area.top() + 22, area.width(), 20)
            detail = f"{row.badge} {row.detail}" if row.is_link else row.detail
            self._text(painter, second, detail, _font(base, 11), self._theme.muted, end=False)


def _bar_of(rect: QRect) -> QRect:
    return QRect(rect.left() + 5, rect.top() + 5, 3, rect.height() - 10)
